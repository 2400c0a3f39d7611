package dev.pathrank.spark;

import dev.pathrank.run.Engine;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.RunSettings;
import dev.pathrank.source.s3.S3Options;
import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Engine that reads on the executors of one Spark application. */
final class SparkEngine implements Engine {
    /** Stored bytes between two writes of a state: about an hour of a large cluster, which is lost with the driver. */
    private static final long PART_BYTES = 1L << 40;

    private static final int PART_OBJECTS = 1_000_000;

    /** The context of all engines that are open: Spark has one in a process, and a comparison several runs. */
    private static @Nullable JavaSparkContext shared;

    private static int open;

    private final JavaSparkContext spark;
    private final S3Options s3;
    private boolean closed;

    private SparkEngine(JavaSparkContext spark, S3Options s3) {
        this.spark = spark;
        this.s3 = s3;
    }

    /**
     * Connects with the properties that spark-submit has set; without them, Spark runs on this machine alone.
     *
     * @throws IOException if Spark does not start; the message is ready to be printed
     */
    static Engine open(S3Options s3) throws IOException {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.app.name", "pathrank")
                // Spark's own libraries have other versions than those in the jar.
                .setIfMissing("spark.executor.userClassPathFirst", "true");
        try {
            return new SparkEngine(take(conf), s3);
        } catch (RuntimeException e) {
            throw new IOException("Spark cannot start: " + e.getMessage(), e);
        }
    }

    private static synchronized JavaSparkContext take(SparkConf conf) {
        JavaSparkContext context = shared;
        if (context == null) {
            context = new JavaSparkContext(conf);
            shared = context;
        }
        open++;
        return context;
    }

    private static synchronized void giveBack(JavaSparkContext context) {
        open--;
        if (open == 0) {
            shared = null;
            context.stop();
        }
    }

    @Override
    public Reading reading(RunSettings settings, int connections, RejectLog rejects, RunListener listener) {
        return new SparkReading(spark, s3, settings, connections, rejects, listener);
    }

    @Override
    public long partBytes() {
        return PART_BYTES;
    }

    @Override
    public int partObjects() {
        return PART_OBJECTS;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            giveBack(spark);
        }
    }
}
