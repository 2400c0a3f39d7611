package dev.pathrank.run;

import dev.pathrank.source.s3.S3Options;
import java.io.IOException;

/** Provider of an engine, found on the class path as a {@link java.util.ServiceLoader service}. */
public interface EngineProvider {
    /** Returns the value of {@code --engine}. */
    String name();

    /**
     * Connects to the engine.
     *
     * @param s3 how its processes reach S3
     * @throws IOException if it is not available; the message is ready to be printed
     */
    Engine open(S3Options s3) throws IOException;
}
