package dev.pathrank.tally.seconds;

/** A visitor of calls in flight: windows ascending, and within a window endpoints in their order. */
public interface InFlightVisitor {
    /**
     * Begins a window of {@link dev.pathrank.time.UtcDay#SECONDS} seconds. Windows do not overlap.
     *
     * @param firstSecond seconds since the epoch
     */
    void window(long firstSecond);

    /**
     * Visits an endpoint that has calls in flight in the window.
     *
     * @param place its index in the requested list
     * @param seconds reused for the next call
     */
    void seconds(int place, InFlight seconds);
}
