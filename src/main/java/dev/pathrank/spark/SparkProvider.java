package dev.pathrank.spark;

import dev.pathrank.run.Engine;
import dev.pathrank.run.EngineProvider;
import dev.pathrank.source.s3.S3Options;
import java.io.IOException;

/** Provider of Spark, which needs it on the class path only when it is opened. */
public final class SparkProvider implements EngineProvider {
    static final String NAME = "spark";

    private static final String CONTEXT = "org.apache.spark.api.java.JavaSparkContext";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine open(S3Options s3) throws IOException {
        try {
            Class.forName(CONTEXT, false, SparkProvider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "--engine spark needs Apache Spark, which is not on the class path; run scripts/pathrank-spark,"
                            + " or submit the jar with spark-submit (docs/cluster.md)",
                    e);
        }
        return SparkEngine.open(s3);
    }
}
