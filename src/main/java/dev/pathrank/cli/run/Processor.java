package dev.pathrank.cli.run;

import dev.pathrank.log.LogReader;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.KeyHour;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.Unzipper;
import dev.pathrank.tally.RowCollector;
import dev.pathrank.tally.RowCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One processing thread: takes objects until none is left and adds their rows to its share.
 *
 * <p>An object that may still break off on its way is added up apart, and its sum is taken over only when all of it has come: what a
 * transport fault leaves unfinished counts not at all, what arrived whole and is damaged counts up to the damage.
 */
final class Processor implements Callable<Void>, AutoCloseable {
    private static final int STREAMED = -1;

    private final Prefetch objects;
    private final GrowingSum sum;
    private final RejectLog.Part rejects;
    private final RunSettings settings;
    private final RunWatcher watcher;
    private final LogReader reader;
    private final Unzipper unzipper = new Unzipper();
    private Share share;

    Processor(Prefetch objects, GrowingSum sum, RejectLog.Part rejects, RunSettings settings, RunWatcher watcher) {
        this.objects = objects;
        this.sum = sum;
        this.rejects = rejects;
        this.settings = settings;
        this.watcher = watcher;
        this.reader = new LogReader(settings.log());
        this.share = new Share(settings.tally());
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        for (Optional<Arrival> next = objects.next(); next.isPresent(); next = objects.next()) {
            ObjectResult result = processInTurn(next.get());
            objects.done(next.get());
            watcher.done(result);
            if (settings.failFast() && result instanceof ObjectResult.Failed failed) {
                throw new FirstFailure(failed);
            }
        }
        sum.take(share);
        return null;
    }

    private ObjectResult processInTurn(Arrival arrival) throws IOException {
        try {
            ObjectResult result = process(arrival);
            share.addResult(result);
            if (sum.isHeavy()) {
                handIn();
            }
            return result;
        } finally {
            sum.endTurn();
        }
    }

    private void handIn() throws IOException {
        sum.take(share);
        share = new Share(settings.tally());
    }

    /** Between two pieces of an object, whose rows go to {@code growing}. */
    private void keepPace(Share growing) throws IOException {
        sum.weigh(growing);
        if (!sum.isHeavy()) {
            return;
        }
        if (growing != share && !share.isEmpty()) {
            handIn();
        }
        try {
            sum.awaitTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended");
        }
    }

    private ObjectResult process(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.Whole whole) {
            return read(whole.object(), whole.stored(), whole.stored().available(), share);
        }
        if (arrival instanceof Arrival.Flowing flowing) {
            return stream(flowing.object(), flowing::stored);
        }
        if (arrival instanceof Arrival.Streamed streamed) {
            return stream(streamed.object(), streamed.object()::open);
        }
        if (arrival instanceof Arrival.Lost lost) {
            return new ObjectResult.Failed(lost.object().name(), reason(lost.why()), 0);
        }
        throw new IllegalStateException("while fetching " + arrival.object().name(), ((Arrival.Crashed) arrival).why());
    }

    private ObjectResult stream(LogObject object, Opening stored) throws IOException {
        try (Share apart = new Share(settings.tally())) {
            ObjectResult result;
            try (InputStream bytes = stored.open()) {
                result = read(object, bytes, STREAMED, apart);
            } catch (IOException e) {
                rejects.takeBack();
                sum.leave(apart);
                return new ObjectResult.Failed(object.name(), reason(e), 0);
            }
            share.merge(apart);
            sum.leave(apart);
            sum.weigh(share);
            return result;
        }
    }

    /** Gives the stored bytes of an object. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * @param whole number of stored bytes where all are in memory, else {@link #STREAMED}: such an object is unzipped by a thread of
     *     its own, since one alone would keep only one processor busy
     * @throws IOException if the stored bytes break off, which leaves {@code into} with rows that must not count */
    private ObjectResult read(LogObject object, InputStream stored, int whole, Share into) throws IOException {
        InputStream counted = new CountedStream(stored, watcher::processed);
        try (InputStream text = paced(unzipped(object, counted, whole, into), into)) {
            return readText(object, text, into);
        } catch (DamagedObjectException e) {
            return new ObjectResult.Failed(object.name(), reason(e), 0); // before its first byte
        }
    }

    private InputStream unzipped(LogObject object, InputStream stored, int whole, Share into) throws IOException {
        InputStream text = whole == STREAMED
                ? new ReadAhead(unzipper.open(stored, object.size()))
                : unzipper.openWhole(stored, whole);
        return new CountedStream(text, into::addTextBytes);
    }

    private InputStream paced(InputStream text, Share growing) {
        return new PacedStream(text, () -> keepPace(growing));
    }

    private ObjectResult readText(LogObject object, InputStream text, Share into) throws IOException {
        RowCounts rows = into.rows();
        long countedBefore = rows.counted();
        long textBefore = into.textBytes();
        long usableBefore = rows.counted() + rows.filtered();
        RowCollector collector = new RowCollector(settings.filter(), into.tally(), rows, rejects.of(object.name()));
        ObjectResult result;
        try {
            result = result(object, reader.read(text, collector));
        } catch (DamagedObjectException e) {
            long usable = rows.counted() + rows.filtered() - usableBefore;
            result = new ObjectResult.Failed(object.name(), reason(e), usable, into.textBytes() > textBefore);
        }
        if (!(result instanceof ObjectResult.Skipped)) {
            into.addPassedOverLines(reader.passedOverLines());
        }
        rows.add(reader.oddRows(), reader.rowsByEvidence());
        KeyHour.of(object.name()).ifPresent(key -> into.addCalls(key.distribution(), rows.counted() - countedBefore));
        return result;
    }

    private static ObjectResult result(LogObject object, ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Read read) {
            return new ObjectResult.Read(object.name(), read.rows());
        }
        if (outcome instanceof ReadOutcome.Skipped skipped) {
            return new ObjectResult.Skipped(object.name(), skipped.what());
        }
        return new ObjectResult.Failed(object.name(), ((ReadOutcome.NotALog) outcome).why(), 0);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Removes what was spilled to disk, if the share was not handed in. */
    @Override
    public void close() {
        share.close();
        unzipper.close();
    }
}
