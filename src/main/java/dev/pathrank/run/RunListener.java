package dev.pathrank.run;

/** Who wants to know how a run goes on. Called from several threads. */
public interface RunListener {
    /** Does not care. */
    RunListener NONE = new RunListener() {};

    /** Stored bytes have been processed. */
    default void processed(long bytes) {}

    /** An object is done with. */
    default void done(ObjectResult result) {}
}
