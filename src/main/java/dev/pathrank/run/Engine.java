package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.util.List;

/**
 * Reads the log objects of a run. Every engine returns the same result, because partial results merge in any order. One
 * engine may read several times, also for several runs at once.
 */
@FunctionalInterface
public interface Engine extends AutoCloseable {
    /** The threads of this process. */
    Engine LOCAL = ThreadedRun::of;

    /**
     * Prepares to read.
     *
     * @param settings how objects are read and counted
     * @param connections how many objects are fetched ahead at the same time, in each process that reads
     * @param rejects where rejected rows go
     * @param listener receives bytes and objects read
     */
    Reading reading(RunSettings settings, int connections, RejectLog rejects, RunListener listener);

    /** Returns the stored bytes that are read before a state is written, so that little is lost on interruption. */
    default long partBytes() {
        return 1L << 30;
    }

    /** Returns the number of objects that are read before a state is written. */
    default int partObjects() {
        return 20_000;
    }

    @Override
    default void close() {}

    /** One reading of one list of objects. Used once. */
    interface Reading extends AutoCloseable {
        /**
         * Reads {@code objects}. A failure of one of them is in the results and stops nothing.
         *
         * @return the sum of all; closed with this
         * @throws IOException if the run itself cannot go on
         * @throws InterruptedException if this was stopped or its thread interrupted
         */
        PartialAggregate read(List<LogObject> objects) throws IOException, InterruptedException;

        /** Stops whatever still runs. May be called from another thread, and twice. */
        void stop();

        @Override
        void close();
    }
}
