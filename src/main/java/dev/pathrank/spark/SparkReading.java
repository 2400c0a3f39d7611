package dev.pathrank.spark;

import dev.pathrank.run.Engine;
import dev.pathrank.run.FailFastException;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.PartialAggregateCodec;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.Retention;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.ThreadedRun;
import dev.pathrank.source.Address;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.s3.S3Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reading on a cluster. Tasks read parts of the listing; their partial aggregates are merged by fours until one is
 * left, which the driver takes over.
 */
final class SparkReading implements Engine.Reading {
    /** Partial aggregates that become one on each level. */
    static final int TOGETHER = 4;

    private static final long LOOK_MS = 250;

    private final String group = "pathrank-" + UUID.randomUUID();
    private final JavaSparkContext spark;
    private final S3Options s3;
    private final RunSettings settings;
    private final int connections;
    private final RejectLog rejects;
    private final RunListener listener;
    private final PartialAggregate total;
    private volatile @Nullable ThreadedRun here;
    private volatile boolean running;
    private volatile boolean stopped;

    SparkReading(
            JavaSparkContext spark,
            S3Options s3,
            RunSettings settings,
            int connections,
            RejectLog rejects,
            RunListener listener) {
        this.spark = spark;
        this.s3 = s3;
        this.settings = settings;
        this.connections = connections;
        this.rejects = rejects;
        this.listener = listener;
        this.total = new PartialAggregate(settings);
    }

    @Override
    public PartialAggregate read(List<LogObject> objects) throws IOException, InterruptedException {
        List<Address> there = new ArrayList<>();
        List<LogObject> onlyHere = new ArrayList<>();
        for (LogObject object : objects) {
            object.address().ifPresentOrElse(there::add, () -> onlyHere.add(object));
        }
        if (!there.isEmpty()) {
            readThere(there);
        }
        if (!onlyHere.isEmpty()) {
            readHere(onlyHere);
        }
        return total;
    }

    /** Reads standard input and pipes in the driver, as no other process has them. */
    private void readHere(List<LogObject> objects) throws IOException, InterruptedException {
        try (ThreadedRun run = ThreadedRun.of(settings, connections, rejects, listener)) {
            here = run;
            requireGoingOn();
            PartialAggregate sum = run.read(objects);
            for (long day : sum.days().days()) {
                total.merge(sum.takeDay(day, settings));
            }
            total.merge(sum);
        }
    }

    private void readThere(List<Address> objects) throws IOException, InterruptedException {
        List<byte[]> pieces = Partitions.of(objects, spark.defaultParallelism());
        Broadcast<byte[]> task =
                spark.broadcast(new TaskSettings(s3, settings, connections, rejects != RejectLog.NONE).toBytes());
        LongAccumulator progress = spark.sc().longAccumulator("stored bytes read");
        CollectionAccumulator<String[]> failures = spark.sc().collectionAccumulator("failures");
        running = true;
        requireGoingOn();
        try {
            spark.setJobGroup(group, words("pathrank: count %,d objects", objects.size()), true);
            call(words("read %,d objects in %,d partitions", objects.size(), pieces.size()));
            JavaPairRDD<Long, byte[]> read = spark.parallelize(pieces, pieces.size())
                    .mapPartitionsToPair(new ReadTask(task, progress, failures, TOGETHER));
            int width = levelAbove(pieces.size());
            call(words("merge %,d partial aggregates into %,d", pieces.size(), width));
            JavaPairRDD<Long, byte[]> sorted = read.repartitionAndSortWithinPartitions(
                    new HashPartitioner(Math.max(width, Math.min(pieces.size(), spark.defaultParallelism()))));
            takePartials(sorted, width, task, progress, failures);
            if (settings.retention() == Retention.DAYS || rejects != RejectLog.NONE) {
                takeRest(sorted, task);
            }
        } finally {
            running = false;
            spark.clearCallSite();
            spark.clearJobGroup();
            task.destroy();
        }
    }

    /** Merges everything but days, level by level, and takes over the last partial aggregate. */
    private void takePartials(
            JavaPairRDD<Long, byte[]> sorted,
            int firstWidth,
            Broadcast<byte[]> task,
            LongAccumulator progress,
            CollectionAccumulator<String[]> failures)
            throws IOException, InterruptedException {
        int width = firstWidth;
        JavaPairRDD<Long, byte[]> partials =
                sorted.filter(piece -> MergeKey.isPartial(piece._1())).mapPartitionsToPair(new MergeTask(task));
        while (width > 1) {
            int next = levelAbove(width);
            call(words("merge %,d partial aggregates into %,d", width, next));
            partials = partials.mapToPair(piece -> new Tuple2<>(MergeKey.parent(piece._1(), TOGETHER), piece._2()))
                    .repartitionAndSortWithinPartitions(new HashPartitioner(next))
                    .mapPartitionsToPair(new MergeTask(task));
            width = next;
        }
        long reported = 0;
        JavaFutureAction<List<Tuple2<Long, byte[]>>> job = partials.collectAsync();
        while (!isDone(job)) {
            reported += report(progress.sum() - reported);
            stopAtFirst(failures);
        }
        stopAtFirst(failures);
        for (Tuple2<Long, byte[]> partial : result(job)) {
            PartialAggregate last = PartialAggregateCodec.read(partial._2(), settings);
            report(last.storedBytes() - reported); // a repeated task has reported its bytes twice
            last.results().stream()
                    .sorted(Comparator.comparing(ObjectResult::object))
                    .forEach(listener::done);
            total.merge(last);
        }
    }

    private void stopAtFirst(CollectionAccumulator<String[]> failures) throws FailFastException {
        for (String[] failed : failures.value()) {
            stop();
            throw new FailFastException(ObjectResult.Failed.of(failed[0], failed[1], Long.parseLong(failed[2])));
        }
    }

    private long report(long bytes) {
        if (bytes != 0) {
            listener.processed(bytes);
        }
        return bytes;
    }

    /** Takes over days and rejected rows, one partition after the other. */
    private void takeRest(JavaPairRDD<Long, byte[]> sorted, Broadcast<byte[]> task)
            throws IOException, InterruptedException {
        spark.setJobGroup(group, "pathrank: days and rejected rows", true);
        call("merge days");
        JavaPairRDD<Long, byte[]> rest = sorted.filter(piece -> !MergeKey.isPartial(piece._1()))
                .mapPartitionsToPair(new MergeTask(task))
                .persist(StorageLevel.DISK_ONLY());
        // Merged at once on the executors; the driver then takes one partition after the other.
        JavaFutureAction<Long> merged = rest.countAsync();
        while (!isDone(merged)) {
            requireGoingOn();
        }
        result(merged);
        RejectLog.Part rejected = rejects.part();
        Iterator<Tuple2<Long, byte[]>> pieces = rest.toLocalIterator();
        while (pieces.hasNext()) {
            requireGoingOn();
            Tuple2<Long, byte[]> piece = pieces.next();
            if (MergeKey.isRejects(piece._1())) {
                RejectedRows.replay(piece._2(), rejected);
            } else {
                total.merge(PartialAggregateCodec.read(piece._2(), settings));
                total.spillDays();
            }
        }
        rest.unpersist(false);
    }

    private boolean isDone(JavaFutureAction<?> job) throws InterruptedException {
        try {
            job.get(LOOK_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true; // result() throws it
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
    }

    private <T> T result(JavaFutureAction<T> job) throws IOException, InterruptedException {
        try {
            return job.get();
        } catch (ExecutionException e) {
            requireGoingOn();
            throw new IOException("the Spark job failed: " + message(e), e);
        }
    }

    private static @Nullable String message(ExecutionException failure) {
        return failure.getCause() == null ? null : failure.getCause().getMessage();
    }

    private void requireGoingOn() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("the run was ended");
        }
    }

    /** Names the following stages in Spark's web pages. */
    private void call(String stage) {
        spark.setCallSite(stage);
    }

    private static int levelAbove(int width) {
        return (width + TOGETHER - 1) / TOGETHER;
    }

    private static String words(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }

    @Override
    public void stop() {
        stopped = true;
        ThreadedRun run = here;
        if (run != null) {
            run.stop();
        }
        if (running) {
            spark.cancelJobGroup(group);
        }
    }

    @Override
    public void close() {
        stop();
        total.close();
    }
}
