package dev.pathrank.run;

import dev.pathrank.tally.RejectSink;
import java.io.IOException;

/** Destination of rejected rows. Each thread writes a part of its own. */
public interface RejectLog {
    /** A destination that drops all rows. */
    RejectLog NONE = () -> new Part() {
        @Override
        public RejectSink of(String object) {
            return RejectSink.NONE;
        }

        @Override
        public void takeBack() {}
    };

    /** Returns a new part for one thread. */
    Part part() throws IOException;

    /** Rejected rows of one thread, in the order in which it reads. */
    interface Part {
        /** Returns where the rows of the next object go. */
        RejectSink of(String object);

        /** Removes the rows of the last object, which is not counted. */
        void takeBack() throws IOException;
    }
}
