package dev.pathrank.run;

import dev.pathrank.source.s3.S3Options;
import java.io.IOException;

/** An engine that is found on the class path as a {@link java.util.ServiceLoader service}. */
public interface EngineProvider {
    /** What the user calls it. */
    String name();

    /**
     * Connects to it.
     *
     * @param s3 how its processes reach S3
     * @throws IOException if it is not there; the message is ready to be printed
     */
    Engine open(S3Options s3) throws IOException;
}
