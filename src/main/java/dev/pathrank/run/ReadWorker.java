package dev.pathrank.run;

import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.KeyHour;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.RangedBytes;
import dev.pathrank.source.unzip.Unzipper;
import dev.pathrank.tally.RowCollector;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.DatedObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One processing thread: takes objects until none is left and adds their rows to its share.
 *
 * <p>An object that may still break off on its way is added up apart, and its sum is taken over only when all of it has come: what a
 * transport fault leaves unfinished counts not at all, what arrived whole and is damaged counts up to the damage.
 */
final class ReadWorker implements Callable<Void>, AutoCloseable {
    private static final int STREAMED = -1;

    private final Prefetch objects;
    private final Aggregator sum;
    private final RejectLog.Part rejects;
    private final RunSettings settings;
    private final RunListener watcher;
    private final LogReader reader;
    private final Unzipper unzipper = new Unzipper();
    private PartialAggregate share;

    ReadWorker(Prefetch objects, Aggregator sum, RejectLog.Part rejects, RunSettings settings, RunListener watcher) {
        this.objects = objects;
        this.sum = sum;
        this.rejects = rejects;
        this.settings = settings;
        this.watcher = watcher;
        this.reader = new LogReader(settings.log());
        this.share = new PartialAggregate(settings);
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        for (Optional<FetchedObject> next = objects.next(); next.isPresent(); next = objects.next()) {
            ObjectResult result = processInTurn(next.get());
            objects.done(next.get());
            watcher.done(result);
            if (settings.failFast() && result instanceof ObjectResult.Failed failed) {
                throw new FailFastException(failed);
            }
        }
        sum.take(share);
        return null;
    }

    private ObjectResult processInTurn(FetchedObject arrival) throws IOException {
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
        share = new PartialAggregate(settings);
    }

    /** Between two pieces of an object, whose rows go to {@code growing}. */
    private void keepPace(PartialAggregate growing) throws IOException {
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

    private ObjectResult process(FetchedObject arrival) throws IOException {
        if (arrival instanceof FetchedObject.Buffered whole) {
            // Whether it is damaged shows at its end, and then its rows must not be in their days.
            return settings.keeping() == Retention.DAYS
                    ? apart(whole.object(), whole::stored, whole.stored().available())
                    : read(whole.object(), whole.stored(), whole.stored().available(), share);
        }
        if (arrival instanceof FetchedObject.Piped flowing) {
            return apart(flowing.object(), flowing::stored, STREAMED);
        }
        if (arrival instanceof FetchedObject.Direct streamed) {
            return apart(streamed.object(), streamed.object()::open, STREAMED);
        }
        if (arrival instanceof FetchedObject.Failed lost) {
            return lost(lost.object(), lost.why());
        }
        throw new IllegalStateException(
                "while fetching " + arrival.object().name(), ((FetchedObject.Crashed) arrival).why());
    }

    private ObjectResult lost(LogObject object, Exception why) {
        if (settings.keeping() != Retention.NOTHING) {
            share.addObject(new DatedObject(CountedObject.lost(object.key()), Map.of()));
        }
        return new ObjectResult.Failed(object.name(), reason(why), 0);
    }

    private ObjectResult apart(LogObject object, Opening stored, int whole) throws IOException {
        try (PartialAggregate apart = new PartialAggregate(settings)) {
            ObjectResult result;
            try (InputStream bytes = stored.open()) {
                result = whole == STREAMED ? readStreamed(object, bytes, apart) : read(object, bytes, whole, apart);
            } catch (IOException e) {
                rejects.takeBack();
                sum.leave(apart);
                return lost(object, e);
            }
            if (result instanceof ObjectResult.Failed) {
                apart.leaveDays(settings.span());
            }
            share.merge(apart);
            sum.leave(apart);
            sum.weigh(share);
            return result;
        }
    }

    /** As {@link #read}; an object whose format reads ranges is not fetched whole, unless that is needed for its version. */
    private ObjectResult readStreamed(LogObject object, InputStream stored, PartialAggregate into) throws IOException {
        boolean keeps = settings.keeping() != Retention.NOTHING;
        byte[] begin = stored.readNBytes(LogReader.BEGIN_LENGTH);
        if (LogReader.readsRanges(begin) && (!keeps || object.version().isPresent())) {
            Optional<RangedBytes> ranges = object.ranges();
            if (ranges.isPresent()) {
                stored.close();
                return readRanges(object, begin, ranges.get(), into);
            }
        }
        return read(object, new SequenceInputStream(new ByteArrayInputStream(begin), stored), STREAMED, into);
    }

    private ObjectResult readRanges(LogObject object, byte[] begin, RangedBytes ranges, PartialAggregate into)
            throws IOException {
        RowCounts rows = new RowCounts();
        try (RangedBytes parts = new CountedRanges(ranges, watcher::processed, () -> keepPace(into))) {
            ObjectResult result = readRows(object, collector -> reader.read(begin, parts, collector), rows, into);
            if (settings.keeping() != Retention.NOTHING) {
                keep(object, object.version().orElseThrow(), result, rows, 0, into);
            }
            return result;
        }
    }

    /**
     * @param whole number of stored bytes where all are in memory, else {@link #STREAMED}: such an object is unzipped by a thread of
     *     its own, since one alone would keep only one processor busy
     * @throws IOException if the stored bytes break off, which leaves {@code into} with rows that must not count
     */
    private ObjectResult read(LogObject object, InputStream stored, int whole, PartialAggregate into)
            throws IOException {
        ChecksumInputStream printed = new ChecksumInputStream(stored);
        boolean keeps = settings.keeping() != Retention.NOTHING;
        InputStream counted =
                new ProgressInputStream(keeps && object.version().isEmpty() ? printed : stored, watcher::processed);
        RowCounts rows = new RowCounts();
        long textBefore = into.textBytes();
        try (InputStream text = paced(unzipped(object, counted, whole, into), into)) {
            ObjectResult result = readRows(object, collector -> reader.read(text, collector), rows, into);
            if (keeps) {
                long textBytes = into.textBytes() - textBefore;
                keep(object, version(object, printed, text, result), result, rows, textBytes, into);
            }
            return result;
        } catch (DamagedObjectException e) {
            return lost(object, e); // before its first byte
        }
    }

    /** Of what did not fail all is read first, so that no other thread still takes bytes of the print. */
    private static String version(LogObject object, ChecksumInputStream printed, InputStream text, ObjectResult result)
            throws IOException {
        if (object.version().isPresent()) {
            return object.version().get();
        }
        if (!(result instanceof ObjectResult.Failed)) {
            try {
                text.transferTo(OutputStream.nullOutputStream());
            } catch (DamagedObjectException e) {
                // behind what was read, and nothing of it counts
            }
        }
        return printed.version();
    }

    private InputStream unzipped(LogObject object, InputStream stored, int whole, PartialAggregate into)
            throws IOException {
        InputStream text = whole == STREAMED
                ? new ReadAhead(unzipper.open(stored, object.size()))
                : unzipper.openWhole(stored, whole);
        return new ProgressInputStream(text, into::addTextBytes);
    }

    private void keep(
            LogObject object,
            String version,
            ObjectResult result,
            RowCounts rows,
            long textBytes,
            PartialAggregate into) {
        boolean failed = result instanceof ObjectResult.Failed;
        boolean log = !(result instanceof ObjectResult.Skipped);
        CountedObject.Outcome outcome = failed ? CountedObject.Outcome.DAMAGED : CountedObject.Outcome.READ;
        long passedOver = log ? reader.passedOverLines() : 0;
        into.addObject(new DatedObject(
                new CountedObject(
                        object.key(),
                        version,
                        log ? outcome : CountedObject.Outcome.OTHER_LOG,
                        rows,
                        passedOver,
                        textBytes),
                into.days().rowsByDay()));
    }

    private InputStream paced(InputStream text, PartialAggregate growing) {
        return new BackpressureInputStream(text, () -> keepPace(growing));
    }

    /** How the rows of an object come to whoever collects them. */
    @FunctionalInterface
    private interface Reading {
        ReadOutcome into(RowCollector collector) throws IOException;
    }

    private ObjectResult readRows(LogObject object, Reading reading, RowCounts rows, PartialAggregate into)
            throws IOException {
        long textBefore = into.textBytes();
        RowCollector collector = new RowCollector(settings.filter(), into.rowSink(), rows, rejects.of(object.name()));
        ObjectResult result;
        try {
            result = result(object, reading.into(collector));
        } catch (DamagedObjectException e) {
            long usable = rows.counted() + rows.filtered();
            result = new ObjectResult.Failed(object.name(), reason(e), usable, into.textBytes() > textBefore);
        }
        if (!(result instanceof ObjectResult.Skipped)) {
            into.addPassedOverLines(reader.passedOverLines());
        }
        rows.add(reader.oddRows(), reader.rowsByEvidence());
        reader.recognisedLayout().ifPresent(into::addRecognised);
        into.rows().merge(rows);
        KeyHour.of(object.name()).ifPresent(key -> into.addCalls(key.distribution(), rows.counted()));
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

    /** How the stored bytes are had. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
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
