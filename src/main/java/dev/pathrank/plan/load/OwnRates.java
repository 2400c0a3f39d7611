package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;

/** The calls of each endpoint that API Gateway would refuse if it were the only one, spread evenly over each second. */
public final class OwnRates implements DayVisitor {
    private static final long THOUSANDTHS = 1000;
    private static final long NEVER = -2;

    private final long growth;
    private final boolean known;
    private final TokenBucket[] buckets;
    private final long[] last;
    private final long[] refused;

    /**
     * @param growth factor on the calls, in thousandths
     * @param rate tokens a second; {@link Long#MAX_VALUE} where it is not known
     * @param burst tokens of a full bucket
     */
    public OwnRates(int places, long growth, long rate, long burst) {
        this.growth = growth;
        this.known = rate < Long.MAX_VALUE && burst < Long.MAX_VALUE;
        this.buckets = new TokenBucket[known ? places : 0];
        this.last = new long[places];
        this.refused = new long[places];
        for (int place = 0; place < places; place++) {
            last[place] = NEVER;
            if (known) {
                buckets[place] = new TokenBucket(rate * THOUSANDTHS, burst * THOUSANDTHS, false);
            }
        }
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        if (!known) {
            return;
        }
        TokenBucket bucket = buckets[place];
        for (int i = 0; i < size; i++) {
            long second = UtcDay.firstSecond(day) + seconds[i];
            for (long quiet = last[place] + 1; quiet < second && !bucket.isFull(); quiet++) {
                bucket.second(0);
            }
            refused[place] += InFlightFigure.grown(bucket.second(calls[i] * growth), 1);
            last[place] = second;
        }
    }

    /** Returns the calls of the whole window that find no token. */
    public long refused(int place) {
        return refused[place];
    }
}
