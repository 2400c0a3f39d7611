package dev.pathrank.run;

/** Result of one listed object: listed = read + skipped + failed. */
public sealed interface ObjectResult {
    /** Returns the object's name for messages. */
    String object();

    /**
     * An object that was read to its end.
     *
     * @param object its name
     * @param rows rows read from it, counted or not
     */
    record Read(String object, long rows) implements ObjectResult {}

    /**
     * An object that was not read.
     *
     * @param object its name
     * @param content what it holds instead of request logs; empty for another cause
     */
    record Skipped(String object, Cause cause, String content) implements ObjectResult {
        /** Why an object is not read. */
        public enum Cause {
            /** It holds something other than request logs. */
            NO_REQUESTS,
            /** The state holds its rows already. */
            COUNTED_BEFORE,
            /** It is a tally whose rows all lie outside the window of the report. */
            OUTSIDE_WINDOW
        }
    }

    /**
     * An object that could not be read completely.
     *
     * @param object its name
     * @param why what is wrong and what to do about it
     * @param rows rows before the damage, which count; 0 where none of the object counts
     * @param isLog whether it may be a request log: some of its text was read, and none of that contradicts it
     */
    record Failed(String object, String why, long rows, boolean isLog) implements ObjectResult {
        /** Returns a failure of an object that is a request log exactly if it gave rows. */
        public static Failed of(String object, String why, long rows) {
            return new Failed(object, why, rows, rows > 0);
        }
    }
}
