package dev.pathrank.plan;

/**
 * A resource that calls use while they run, as a whole number for each call.
 *
 * <p>Times are whole nanoseconds, rounded down, so that sums are exact: calls that add up to a whole number of
 * concurrent runs give that number, not a little more. Rounding loses less than a billionth of a run for each call.
 */
enum LoadType {
    /** Concurrent runs, in billionths: nanoseconds of a call within a second. */
    CONCURRENCY(1_000_000_000L),
    /** Calls within a second. */
    RATE(1),
    /** Network interfaces of functions in a VPC, in billionths. */
    INTERFACES(1_000_000_000L);

    private final long unit;

    LoadType(long unit) {
        this.unit = unit;
    }

    /** Returns the load that makes one unit. */
    long unit() {
        return unit;
    }
}
