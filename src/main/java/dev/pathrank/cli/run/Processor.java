package dev.pathrank.cli.run;

import dev.pathrank.log.LogReader;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.KeyHour;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.Unzipped;
import dev.pathrank.tally.RowCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One processing thread: takes objects until none is left and adds their rows to its share.
 *
 * <p>An object that may still break off on its way is added up apart, and its sum is taken over only when all of it has come: what a
 * transport fault leaves unfinished counts not at all, what arrived whole and is damaged counts up to the damage.
 */
final class Processor implements Callable<Share> {
    private final Prefetch objects;
    private final Share share;
    private final RejectLog.Part rejects;
    private final RunSettings settings;
    private final RunWatcher watcher;
    private final LogReader reader;

    Processor(Prefetch objects, Share share, RejectLog.Part rejects, RunSettings settings, RunWatcher watcher) {
        this.objects = objects;
        this.share = share;
        this.rejects = rejects;
        this.settings = settings;
        this.watcher = watcher;
        this.reader = new LogReader(settings.log());
    }

    @Override
    public Share call() throws IOException, InterruptedException {
        for (Optional<Arrival> next = objects.next(); next.isPresent(); next = objects.next()) {
            ObjectResult result = process(next.get());
            objects.done(next.get());
            share.addResult(result);
            watcher.done(result);
        }
        return share;
    }

    private ObjectResult process(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.Whole whole) {
            return read(whole.object(), new ByteArrayInputStream(whole.stored()), share);
        }
        if (arrival instanceof Arrival.Streamed streamed) {
            return stream(streamed.object());
        }
        if (arrival instanceof Arrival.Lost lost) {
            return new ObjectResult.Failed(lost.object().name(), reason(lost.why()), 0);
        }
        throw new IllegalStateException(
                "while fetching " + arrival.object().name(), ((Arrival.Crashed) arrival).why());
    }

    private ObjectResult stream(LogObject object) throws IOException {
        try (Share apart = new Share(settings.tally())) {
            ObjectResult result;
            try {
                result = read(object, new CountedStream(object.open(), watcher::arrived), apart);
            } catch (IOException e) {
                rejects.takeBack();
                return new ObjectResult.Failed(object.name(), reason(e), 0);
            }
            share.merge(apart);
            return result;
        }
    }

    /** @throws IOException if the stored bytes break off, which leaves {@code sum} with rows that must not count */
    private ObjectResult read(LogObject object, InputStream stored, Share sum) throws IOException {
        try (InputStream text = new CountedStream(Unzipped.of(stored), sum::addTextBytes)) {
            return readText(object, text, sum);
        } catch (DamagedObjectException e) {
            return new ObjectResult.Failed(object.name(), reason(e), 0); // before its first byte
        }
    }

    private ObjectResult readText(LogObject object, InputStream text, Share sum) throws IOException {
        long countedBefore = sum.rows().counted();
        RowCollector rows =
                new RowCollector(settings.filter(), sum.tally(), sum.rows(), rejects.of(object.name()));
        ObjectResult result;
        try {
            result = result(object, reader.read(text, rows));
        } catch (DamagedObjectException e) {
            result = new ObjectResult.Failed(object.name(), reason(e), reader.rows());
        }
        if (!(result instanceof ObjectResult.Skipped)) {
            sum.addPassedOverLines(reader.passedOverLines());
        }
        sum.rows().add(reader.oddRows(), reader.evidence(), reader.rows());
        KeyHour.of(object.name())
                .ifPresent(key -> sum.addCalls(key.distribution(), sum.rows().counted() - countedBefore));
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
}
