package dev.pathrank.run;

/**
 * Observer of a run. {@link #processed}, {@link #throttled} and {@link #done} are called from several threads, the
 * others from the thread that runs.
 */
public interface RunListener {
    /** A listener that ignores everything. */
    RunListener NONE = new RunListener() {};

    /** A source could not be listed; {@code why} is ready to be printed. */
    default void sourceFailed(String why) {}

    /** A source was listed and holds no log object. */
    default void sourceEmpty(RunNotice.EmptySource source) {}

    /** Reading begins. */
    default void reading(Listing listing) {}

    /** {@code bytes} more stored bytes were processed. */
    default void processed(long bytes) {}

    /** S3 answers that requests come too often, so that one is repeated after a pause. */
    default void throttled() {}

    /** An object is finished. */
    default void done(ObjectResult result) {}

    /** Reading has ended, whether it succeeded or not. */
    default void ended() {}

    /** Everything is counted. */
    default void counted(RunResult result) {}
}
