package dev.pathrank.run;

import dev.pathrank.io.IoFunction;
import dev.pathrank.io.IoSupplier;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.run.ObjectResult.Skipped.Cause;
import dev.pathrank.run.fetch.BackpressureInputStream;
import dev.pathrank.run.fetch.ChecksumInputStream;
import dev.pathrank.run.fetch.FetchedObject;
import dev.pathrank.run.fetch.MemoryExhaustedException;
import dev.pathrank.run.fetch.Prefetch;
import dev.pathrank.run.fetch.ProgressInputStream;
import dev.pathrank.run.fetch.ProgressRangedBytes;
import dev.pathrank.run.fetch.ReadAhead;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Work of one thread: takes objects until none is left and adds their rows to its partial aggregate.
 *
 * <p>An object whose transport may still fail is counted apart, and merged only when all of it was received. An object
 * that was not received whole does not count at all; one that was received whole and is damaged counts up to the
 * damage.
 */
final class ReadWorker implements Runnable, AutoCloseable {
    private static final int STREAMED = -1;

    private final Prefetch objects;
    private final Aggregator sum;
    private final RejectLog.Part rejects;
    private final RunSettings settings;
    private final RunListener listener;
    private LogReader reader;
    private Unzipper unzipper = new Unzipper();
    private PartialAggregate partial;
    private final Semaphore ended;
    private volatile @Nullable Throwable failure;

    /** @param ended is released when this work has ended, for whatever reason */
    ReadWorker(
            Prefetch objects,
            Aggregator sum,
            RejectLog.Part rejects,
            RunSettings settings,
            RunListener listener,
            Semaphore ended) {
        this.objects = objects;
        this.sum = sum;
        this.rejects = rejects;
        this.settings = settings;
        this.listener = listener;
        this.ended = ended;
        this.reader = new LogReader(settings.log());
        this.partial = new PartialAggregate(settings);
    }

    // Whatever ends this thread must reach the run that waits for it, so nothing is allocated on the way.
    @Override
    public void run() {
        try {
            readAll();
        } catch (Throwable e) {
            failure = e;
        } finally {
            ended.release();
        }
    }

    /** Returns what ended this work before its time, if anything did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    private void readAll() throws IOException, InterruptedException {
        for (Optional<FetchedObject> next = objects.next(); next.isPresent(); next = objects.next()) {
            ObjectResult result = processInTurn(next.get());
            objects.done(next.get());
            listener.done(result);
            if (settings.failFast() && result instanceof ObjectResult.Failed failed) {
                throw new FailFastException(failed);
            }
        }
        sum.take(partial);
    }

    private ObjectResult processInTurn(FetchedObject fetched) throws IOException {
        try {
            ObjectResult result = process(fetched);
            partial.addResult(result);
            if (sum.isHeavy()) {
                mergePartial();
            }
            sum.limitHeap();
            return result;
        } finally {
            sum.endTurn();
        }
    }

    private void mergePartial() throws IOException {
        try {
            sum.take(partial);
            partial = new PartialAggregate(settings);
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException("out of memory while merging results", e); // no object's failure alone
        }
    }

    /** Keeps to the memory budget between two pieces of an object whose rows go to {@code growing}. */
    private void keepPace(PartialAggregate growing) throws IOException {
        sum.weigh(growing);
        if (!sum.isHeavy()) {
            return;
        }
        if (growing != partial && !partial.isEmpty()) {
            mergePartial();
        }
        awaitTurn();
    }

    /** Waits until no other thread goes on that needs much memory; the turn ends with the object. */
    private void awaitTurn() throws IOException {
        try {
            sum.awaitTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended");
        }
    }

    private ObjectResult process(FetchedObject fetched) throws IOException {
        if (fetched instanceof FetchedObject.Buffered buffered) {
            // Damage shows at the end of an object, and its rows must not be in their days then.
            return settings.retention() == Retention.DAYS
                    ? apart(
                            buffered.object(),
                            buffered::stored,
                            buffered.stored().available())
                    : read(
                            buffered.object(),
                            buffered.stored(),
                            buffered.stored().available(),
                            partial);
        }
        if (fetched instanceof FetchedObject.Piped piped) {
            return apart(piped.object(), piped::stored, STREAMED);
        }
        if (fetched instanceof FetchedObject.Direct direct) {
            return apart(direct.object(), direct.object()::open, STREAMED);
        }
        if (fetched instanceof FetchedObject.Failed lost) {
            return lost(lost.object(), lost.why());
        }
        throw new IllegalStateException(
                "while fetching " + fetched.object().name(), ((FetchedObject.Crashed) fetched).why());
    }

    private ObjectResult lost(LogObject object, Exception why) {
        if (settings.retention() != Retention.NOTHING) {
            partial.addObject(new DatedObject(CountedObject.lost(object.key()), Map.of()));
        }
        return ObjectResult.Failed.of(object.name(), reason(why), 0);
    }

    /** Returns the failure of an object for which memory was too short, of which nothing was counted. */
    private ObjectResult outOfMemory(LogObject object, OutOfMemoryError why) {
        unzipper.close();
        unzipper = new Unzipper();
        reader = new LogReader(settings.log());
        return lost(object, new MemoryExhaustedException(why));
    }

    private ObjectResult apart(LogObject object, IoSupplier<InputStream> stored, int whole) throws IOException {
        try (PartialAggregate apart = new PartialAggregate(settings)) {
            ObjectResult result;
            try (InputStream bytes = stored.get()) {
                result = whole == STREAMED ? readStreamed(object, bytes, apart) : read(object, bytes, whole, apart);
            } catch (IOException e) {
                rejects.takeBack();
                sum.leave(apart);
                return lost(object, e);
            } catch (OutOfMemoryError e) {
                rejects.takeBack();
                sum.leave(apart);
                return outOfMemory(object, e);
            }
            if (result instanceof ObjectResult.Failed) {
                apart.leaveDays(settings.span());
            }
            partial.merge(apart);
            sum.leave(apart);
            sum.weigh(partial);
            return result;
        }
    }

    /**
     * As {@link #read}; an object whose format reads ranges is not fetched whole, unless that is needed for its
     * version.
     */
    private ObjectResult readStreamed(LogObject object, InputStream stored, PartialAggregate into) throws IOException {
        boolean keeps = settings.retention() != Retention.NOTHING;
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
        try (RangedBytes parts = new ProgressRangedBytes(ranges, listener::processed, () -> keepPace(into))) {
            ObjectResult result = readRows(object, collector -> reader.read(begin, parts, collector), rows, into);
            if (settings.retention() != Retention.NOTHING) {
                keep(object, object.version().orElseThrow(), result, rows, 0, into);
            }
            return result;
        }
    }

    /**
     * Reads one object.
     *
     * @param whole number of stored bytes if all are in memory, else {@link #STREAMED}: such an object is unzipped by a
     *     thread of its own, so that one large object keeps two processors busy
     * @throws IOException if the stored bytes break off; {@code into} then has rows that must not count
     */
    private ObjectResult read(LogObject object, InputStream stored, int whole, PartialAggregate into)
            throws IOException {
        ChecksumInputStream checksum = new ChecksumInputStream(stored);
        boolean keeps = settings.retention() != Retention.NOTHING;
        AtomicLong arrived = new AtomicLong();
        InputStream counted =
                new ProgressInputStream(keeps && object.version().isEmpty() ? checksum : stored, bytes -> {
                    arrived.addAndGet(bytes);
                    listener.processed(bytes);
                });
        RowCounts rows = new RowCounts();
        long textBefore = into.textBytes();
        try (InputStream text = paced(unzipped(object, counted, arrived, whole, into), into)) {
            ObjectResult result = readRows(object, collector -> reader.read(text, collector), rows, into);
            if (keeps) {
                long textBytes = into.textBytes() - textBefore;
                keep(object, version(object, checksum, text, result), result, rows, textBytes, into);
            }
            return result;
        } catch (DamagedObjectException e) {
            return lost(object, e); // before its first byte
        } catch (OutOfMemoryError e) {
            if (into != partial) {
                throw e; // what was counted apart is dropped
            }
            return outOfMemory(object, e);
        }
    }

    /** Returns the version. The text is read to its end first, as the thread that unzips still reads stored bytes. */
    private static String version(LogObject object, ChecksumInputStream checksum, InputStream text, ObjectResult result)
            throws IOException {
        if (object.version().isPresent()) {
            return object.version().get();
        }
        if (!(result instanceof ObjectResult.Failed)) {
            try {
                text.transferTo(OutputStream.nullOutputStream());
            } catch (DamagedObjectException e) {
                // behind the rows that count
            }
        }
        return checksum.version();
    }

    private InputStream unzipped(
            LogObject object, InputStream stored, AtomicLong arrived, int whole, PartialAggregate into)
            throws IOException {
        InputStream text = unzipper.open(stored);
        return new ProgressInputStream(
                new ListedLengthInputStream(
                        whole == STREAMED ? new ReadAhead(text) : text, stored, arrived, object.size()),
                into::addTextBytes);
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

    private ObjectResult readRows(
            LogObject object, IoFunction<RowCollector, ReadOutcome> reading, RowCounts rows, PartialAggregate into)
            throws IOException {
        long textBefore = into.textBytes();
        RowCollector collector = new RowCollector(
                settings.filter(), into.rowSink(), rows, into.seen(), rejects.of(object.name()), this::awaitTurn);
        ObjectResult result;
        try {
            result = result(object, reading.apply(collector), rows);
        } catch (OutOfMemoryError e) {
            if (into != partial || rows.read() == 0) {
                throw e;
            }
            if (collector.isInsideRow()) {
                throw new IllegalStateException("out of memory while counting a row", e);
            }
            // As where an object is damaged: the rows before count, since they cannot be taken back.
            result = new ObjectResult.Failed(
                    object.name(), reason(new MemoryExhaustedException(e)), UsableRows.count(rows), true);
        } catch (DamagedObjectException e) {
            long usable = UsableRows.count(rows);
            result = new ObjectResult.Failed(object.name(), reason(e), usable, into.textBytes() > textBefore);
        }
        if (!(result instanceof ObjectResult.Skipped)) {
            into.addPassedOverLines(reader.passedOverLines());
        }
        rows.addOdd(reader.oddRows());
        reader.recognisedLayout().ifPresent(into::addRecognised);
        if (reader.usedDelimiter()) {
            into.addDelimiterUse();
        }
        into.rows().merge(rows);
        KeyHour.of(object.name()).ifPresent(key -> into.addCalls(key.distribution(), rows.counted()));
        return result;
    }

    private ObjectResult result(LogObject object, ReadOutcome outcome, RowCounts rows) {
        if (outcome instanceof ReadOutcome.Read read) {
            return UsableRows.areALog(rows, reader.isNamed())
                    ? new ObjectResult.Read(object.name(), read.rows())
                    : new ObjectResult.Failed(object.name(), UsableRows.why(rows), 0, UsableRows.count(rows) > 0);
        }
        if (outcome instanceof ReadOutcome.Skipped skipped) {
            return new ObjectResult.Skipped(object.name(), Cause.NO_REQUESTS, skipped.what());
        }
        return new ObjectResult.Failed(
                object.name(), ((ReadOutcome.NotALog) outcome).why(), 0, UsableRows.count(rows) > 0);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Removes what was spilled to disk and not merged into the sum. */
    @Override
    public void close() {
        partial.close();
        unzipper.close();
    }
}
