package dev.pathrank.run;

import dev.pathrank.tally.RejectSink;
import java.io.IOException;

/** Where rejected rows are kept for the user. Each thread writes a part of its own. */
public interface RejectLog {
    /** Keeps none. */
    RejectLog NONE = () -> new Part() {
        @Override
        public RejectSink of(String object) {
            return RejectSink.NONE;
        }

        @Override
        public void takeBack() {}
    };

    /** A part for one thread. */
    Part part() throws IOException;

    /** Rejected rows in the order in which one thread met them. */
    interface Part {
        /** Where the rows of an object that begins now go. */
        RejectSink of(String object);

        /** Forgets the rows of the object that began last: it turned out that it counts not at all. */
        void takeBack() throws IOException;
    }
}
