package dev.pathrank.run;

/** Who wants to know how a run goes on. Called from several threads. */
public interface RunWatcher {
    /** Does not care. */
    RunWatcher NONE = new RunWatcher() {};

    /** Stored bytes have been processed. */
    default void processed(long bytes) {}

    /** An object is done with. */
    default void done(ObjectResult result) {}
}
