package dev.pathrank.run;

/** What became of one listed object: listed = read + skipped + failed. */
public sealed interface ObjectResult {
    /** The object's name as it is printed. */
    String object();

    /** @param rows rows read from it, counted or not */
    record Read(String object, long rows) implements ObjectResult {}

    /** @param what what it is instead of request logs */
    record Skipped(String object, String what) implements ObjectResult {}

    /**
     * @param why what is wrong and what to do about it
     * @param rows rows before the damage, which are part of the sum; 0 where the object counts not at all
     * @param isLog whether some of its text came and nothing in it speaks against a request log, be it without a whole row
     */
    record Failed(String object, String why, long rows, boolean isLog) implements ObjectResult {
        /** Returns a failure of an object that is a request log exactly if it gave rows. */
        public static Failed of(String object, String why, long rows) {
            return new Failed(object, why, rows, rows > 0);
        }
    }
}
