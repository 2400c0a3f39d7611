package dev.pathrank.spark;

import dev.pathrank.run.FailFastException;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.PartialAggregateCodec;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.Sources;
import dev.pathrank.run.ThreadedRun;
import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/** Task that reads the objects of one partition, as one machine reads all of them, and returns the sum. */
final class ReadTask implements PairFlatMapFunction<Iterator<byte[]>, Long, byte[]> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<byte[]> settings;
    private final LongAccumulator progress;
    private final CollectionAccumulator<String[]> failures;
    private final int together;

    /**
     * Creates the task.
     *
     * @param settings {@link TaskSettings} as bytes
     * @param progress counts stored bytes, for progress
     * @param failures takes the failure that ends a run with --fail-fast: object, reason, rows
     * @param together how many partial aggregates become one on the first level of the tree
     */
    ReadTask(
            Broadcast<byte[]> settings,
            LongAccumulator progress,
            CollectionAccumulator<String[]> failures,
            int together) {
        this.settings = settings;
        this.progress = progress;
        this.failures = failures;
        this.together = together;
    }

    @Override
    public Iterator<Tuple2<Long, byte[]>> call(Iterator<byte[]> pieces) throws IOException, InterruptedException {
        int threads = SparkEnv.get().conf().getInt("spark.task.cpus", 1);
        TaskSettings task = TaskSettings.of(settings.value()).here(threads);
        int number = TaskContext.getPartitionId();
        List<Tuple2<Long, byte[]>> results = new ArrayList<>();
        LongAdder stored = new LongAdder();
        RunListener listener = new RunListener() {
            @Override
            public void processed(long bytes) {
                stored.add(bytes);
            }
        };
        RejectedRows rejected = new RejectedRows();
        RejectLog rejects = task.rejects() ? rejected : RejectLog.NONE;
        try (Sources sources = new Sources(task.s3(), task.connections(), InputStream.nullInputStream());
                ThreadedRun run = new ThreadedRun(task.run(), task.connections(), rejects, listener, heap(threads))) {
            PartialAggregate sum = run.read(objects(pieces, sources));
            sum.addStoredBytes(stored.sum());
            for (long day : sum.days().days()) {
                try (PartialAggregate one = sum.takeDay(day, task.run())) {
                    results.add(new Tuple2<>(MergeKey.day(day), PartialAggregateCodec.write(one)));
                }
            }
            results.add(new Tuple2<>(MergeKey.partial(number / together), PartialAggregateCodec.write(sum)));
        } catch (FailFastException e) {
            // Not a failure of the task, which Spark would repeat: the driver ends the run.
            ObjectResult.Failed failed = e.failed();
            failures.add(new String[] {failed.object(), failed.why(), Long.toString(failed.rows())});
            return Collections.emptyIterator();
        }
        for (byte[] piece : rejected.pieces()) {
            results.add(new Tuple2<>(MergeKey.rejects(number), piece));
        }
        progress.add(stored.sum());
        return results.iterator();
    }

    private static List<LogObject> objects(Iterator<byte[]> pieces, Sources sources) throws IOException {
        List<LogObject> objects = new ArrayList<>();
        while (pieces.hasNext()) {
            Partitions.objects(pieces.next()).forEach(address -> objects.add(sources.object(address)));
        }
        return objects;
    }

    /** Returns this task's part of the executor's memory, in bytes; other tasks use the rest. */
    private static long heap(int threads) {
        SparkConf conf = SparkEnv.get().conf();
        int processors =
                conf.getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
        return Runtime.getRuntime().maxMemory() / Math.max(1, processors / threads);
    }
}
