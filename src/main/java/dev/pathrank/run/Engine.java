package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.util.List;

/** Who reads the objects of a run. Whoever does gives the same sum, since a share is one however it was split. */
@FunctionalInterface
public interface Engine extends AutoCloseable {
    /** The threads of this process. */
    Engine LOCAL = ThreadedRun::new;

    /**
     * Prepares to read.
     *
     * @param connections how many objects are fetched ahead at the same time, in each process that reads
     */
    Reading reading(RunSettings settings, int connections, RejectLog rejects, RunListener watcher);

    /** Stored bytes that are read, where a state is kept, before it is written. */
    default long partBytes() {
        return 1L << 30;
    }

    /** As {@link #partBytes()}, objects. */
    default int partObjects() {
        return 20_000;
    }

    @Override
    default void close() {}

    /** One reading of one list of objects. */
    interface Reading extends AutoCloseable {
        /**
         * Reads {@code objects}. What is wrong with one of them is in the results and stops nothing.
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
