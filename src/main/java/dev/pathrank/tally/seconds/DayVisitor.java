package dev.pathrank.tally.seconds;

/** A visitor of the seconds of endpoints, one endpoint and UTC day at a time. */
@FunctionalInterface
public interface DayVisitor {
    /**
     * Visits the origin calls of an endpoint within a day. The arrays are reused for the next call.
     *
     * @param place the endpoint's index in the requested list
     * @param day days since 1970-01-01
     * @param seconds seconds of the day with a call, 0 to 86,399, ascending
     * @param calls origin calls of each of them, at least 1
     * @param size number of entries in use
     */
    void day(int place, long day, int[] seconds, int[] calls, int size);
}
