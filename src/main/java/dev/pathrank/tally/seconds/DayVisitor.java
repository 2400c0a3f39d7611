package dev.pathrank.tally.seconds;

/** What takes the seconds of endpoints, one endpoint and UTC day at a time. */
@FunctionalInterface
public interface DayVisitor {
    /**
     * The origin calls of an endpoint within a day. The arrays are used again for the next one.
     *
     * @param place the endpoint's index in the list that was asked for
     * @param day days since 1970-01-01
     * @param seconds those with a call, 0 to 86,399, ascending
     * @param calls origin calls of each of them, at least 1
     * @param size how many of the arrays' entries count
     */
    void day(int place, long day, int[] seconds, int[] calls, int size);
}
