package dev.pathrank.plan.load;

/**
 * API Gateway's throttle: a bucket that holds as many tokens as the burst and gains the rate each second; each call
 * takes one, and a call that finds none is refused. Reckoned by sums of a second, which is right within a call a second
 * for a burst of some tokens; AWS's is thousands.
 */
final class TokenBucket {
    private static final long PART = 10;

    private final long rate;
    private final long burst;
    private final boolean early;
    private long fill;
    private long lowest;

    /**
     * @param rate tokens a second, in any unit that {@code burst} and calls have too
     * @param early whether all calls of a second come within its first 100 ms; else they are spread evenly over it
     */
    TokenBucket(long rate, long burst, boolean early) {
        this.rate = rate;
        this.burst = burst;
        this.early = early;
        this.fill = burst;
        this.lowest = burst;
    }

    boolean isFull() {
        return fill == burst;
    }

    /** Returns the calls of a second that find a token at once, whatever came before, if the bucket is full. */
    long harmless() {
        return early ? Math.min(rate, burst + rate / PART) : rate;
    }

    /** Adds the calls of the next second, and returns how many of them are refused. */
    long second(long calls) {
        long before = early ? rate / PART : rate;
        long left = fill + before - calls;
        long refused = Math.max(0, -left);
        long low = Math.min(burst, Math.max(0, left));
        lowest = Math.min(lowest, low);
        fill = early ? Math.min(burst, low + rate - before) : low;
        return refused;
    }

    /** Returns the fewest tokens that were left in any second. */
    long lowest() {
        return lowest;
    }
}
