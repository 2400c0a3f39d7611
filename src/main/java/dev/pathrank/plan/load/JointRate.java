package dev.pathrank.plan.load;

import dev.pathrank.plan.load.JointLoads.Peaks;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The calls a second of the endpoints up to each place of a sequence, and what API Gateway's token bucket makes of
 * those that come to it: calls that find no token if they are spread evenly over each second, and if all of a second
 * come within its first 100 ms. Buckets are full at midnight.
 */
public final class JointRate implements DayVisitor {
    private static final long THOUSANDTHS = 1000;

    private final long growth;
    private final long rate;
    private final long burst;
    private final boolean[] atGateway;
    private final long[] running = new long[UtcDay.SECONDS];
    private final long[] runningAtGateway = new long[UtcDay.SECONDS];
    private final BitSet busy = new BitSet(UtcDay.SECONDS);
    private final Peaks calls;
    private final Peaks callsAtGateway;
    private final Throttled even;
    private final Throttled early;
    private long day = Long.MIN_VALUE;
    private int next;

    /**
     * @param atGateway of each place, whether its calls come to API Gateway
     * @param growth factor on the calls, in thousandths
     * @param rate tokens a second; {@link Long#MAX_VALUE} where it is not known
     * @param burst tokens of a full bucket
     */
    public JointRate(boolean[] atGateway, long growth, long rate, long burst) {
        int places = atGateway.length;
        this.atGateway = atGateway.clone();
        this.growth = growth;
        this.rate = rate;
        this.burst = burst;
        this.calls = new Peaks(places, new long[0]);
        this.callsAtGateway = new Peaks(places, new long[0]);
        this.even = new Throttled(places, burst);
        this.early = new Throttled(places, burst);
    }

    @Override
    public void day(int place, long newDay, int[] seconds, int[] counts, int size) {
        if (newDay != day) {
            endDay();
            day = newDay;
            Arrays.fill(running, 0);
            Arrays.fill(runningAtGateway, 0);
            busy.clear();
        }
        add(place, seconds, counts, size, running, calls);
        if (!atGateway[place]) {
            return;
        }
        skipTo(place);
        add(place, seconds, counts, size, runningAtGateway, callsAtGateway);
        for (int i = 0; i < size; i++) {
            int second = seconds[i];
            long grown = grown(second);
            if (rate < Long.MAX_VALUE && grown > Math.min(rate, burst) * THOUSANDTHS) {
                busy.set(second);
            }
        }
        if (!busy.isEmpty()) {
            throttle(place, false, even);
            throttle(place, true, early);
        }
        next = place + 1;
    }

    private void add(int place, int[] seconds, int[] counts, int size, long[] sums, Peaks peaks) {
        for (int i = 0; i < size; i++) {
            int second = seconds[i];
            sums[second] += counts[i];
            peaks.note(place, UtcDay.firstSecond(day) + second, InFlightFigure.grown(sums[second], growth));
        }
    }

    /** Places without calls to API Gateway in a day have those of the places before them. */
    private void skipTo(int place) {
        for (; next < place; next++) {
            if (next > 0) {
                even.copyDay(next);
                early.copyDay(next);
            }
        }
    }

    private void endDay() {
        if (day != Long.MIN_VALUE) {
            skipTo(calls.places());
            even.addDay();
            early.addDay();
        }
        next = 0;
    }

    /** Returns the calls of a second to API Gateway in thousandths, growth included. */
    private long grown(int second) {
        return runningAtGateway[second] * growth;
    }

    private void throttle(int place, boolean isEarly, Throttled result) {
        TokenBucket bucket = new TokenBucket(rate * THOUSANDTHS, burst * THOUSANDTHS, isEarly);
        long refused = 0;
        long firstAt = Long.MAX_VALUE;
        int second = busy.nextSetBit(0);
        while (second >= 0 && second < UtcDay.SECONDS) {
            long now = bucket.second(grown(second));
            if (now > 0) {
                refused += InFlightFigure.grown(now, 1);
                firstAt = Math.min(firstAt, UtcDay.firstSecond(day) + second);
            }
            second = bucket.isFull() ? busy.nextSetBit(second + 1) : second + 1;
        }
        result.note(place, refused, firstAt, bucket.lowest() / THOUSANDTHS);
    }

    /** Completes the sums. Call it once, after the last day. */
    public void finish() {
        endDay();
        day = Long.MIN_VALUE;
        calls.finish();
        callsAtGateway.finish();
    }

    /** Returns the most calls within a second. */
    public Peaks calls() {
        return calls;
    }

    /** Returns the most calls to API Gateway within a second. */
    public Peaks callsAtGateway() {
        return callsAtGateway;
    }

    /** Returns what is refused if the calls of each second are spread evenly over it. */
    public Throttled even() {
        return even;
    }

    /** Returns what is refused if the calls of each second come within its first 100 ms. */
    public Throttled early() {
        return early;
    }

    /** Calls that find no token. */
    public static final class Throttled {
        private final long[] ofDay;
        private final long[] total;
        private final long[] firstAt;
        private final long[] dayFirstAt;
        private final long[] lowest;
        private final long[] dayLowest;
        private final long burst;

        Throttled(int places, long burst) {
            this.burst = burst;
            ofDay = new long[places];
            total = new long[places];
            firstAt = filled(places, Long.MAX_VALUE);
            dayFirstAt = filled(places, Long.MAX_VALUE);
            lowest = filled(places, burst);
            dayLowest = filled(places, burst);
        }

        private static long[] filled(int size, long value) {
            long[] filled = new long[size];
            Arrays.fill(filled, value);
            return filled;
        }

        void note(int place, long refused, long at, long low) {
            ofDay[place] = refused;
            dayFirstAt[place] = at;
            dayLowest[place] = low;
        }

        void copyDay(int place) {
            note(place, ofDay[place - 1], dayFirstAt[place - 1], dayLowest[place - 1]);
        }

        void addDay() {
            for (int place = 0; place < total.length; place++) {
                total[place] += ofDay[place];
                firstAt[place] = Math.min(firstAt[place], dayFirstAt[place]);
                lowest[place] = Math.min(lowest[place], dayLowest[place]);
                note(place, 0, Long.MAX_VALUE, burst);
            }
        }

        /** Returns the calls that are refused over the whole window. */
        public long total(int place) {
            return total[place];
        }

        /** Returns the first second with one, since the epoch; {@link Long#MAX_VALUE} where there is none. */
        public long firstAt(int place) {
            return firstAt[place];
        }

        /** Returns the fewest tokens that are left in any second. */
        public long lowest(int place) {
            return lowest[place];
        }
    }
}
