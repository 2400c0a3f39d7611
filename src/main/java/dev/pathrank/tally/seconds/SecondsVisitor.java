package dev.pathrank.tally.seconds;

/** A visitor of everything that is kept by the second, one endpoint and UTC day at a time. */
@FunctionalInterface
public interface SecondsVisitor {
    /**
     * Visits the seconds of an endpoint within a day.
     *
     * @param place the endpoint's index in the requested list
     * @param day its seconds; reused for the next call
     */
    void day(int place, DaySeconds day);
}
