package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.text.Numbers;

/**
 * A simulation of every endpoint's environments over its seconds: plain, with a ping every five minutes, and with
 * provisioned environments. The calls of a second are spread evenly over it; short and long ones each take the mean of
 * their kind in that second.
 */
final class EnvironmentSimulation {
    /** The default interval of serverless-plugin-warmup. */
    static final long PING_SECONDS = 300;

    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_A_MILLISECOND = 1_000_000L;
    private static final long THOUSANDTHS = 1000;

    private static final int PLAIN = 0;
    private static final int PINGED = 1;
    private static final int PROVISIONED = 2;

    private final EnvironmentRules rules;
    private final long[] meanMs;
    private final boolean compares;
    /** Of each endpoint: plain, and if they are compared, pinged and provisioned. */
    private final EnvironmentPool[][] pools;

    private final long[] pingFrom;
    private final long[][] carried;

    private EnvironmentSimulation(long[] meanMs, EnvironmentRules rules, boolean compares) {
        int endpoints = meanMs.length;
        this.rules = rules;
        this.compares = compares;
        this.meanMs = meanMs.clone();
        pools = new EnvironmentPool[endpoints][compares ? PROVISIONED + 1 : PLAIN + 1];
        pingFrom = new long[endpoints];
        carried = new long[2][endpoints];
        long startUp = rules.startUpMs() * NANOS_A_MILLISECOND;
        long idle = Math.multiplyExact(rules.idleSeconds(), NANOS);
        for (int place = 0; place < endpoints; place++) {
            pools[place][PLAIN] = new EnvironmentPool(startUp, idle, 0);
            if (compares) {
                pools[place][PINGED] = new EnvironmentPool(startUp, idle, 0);
                pools[place][PROVISIONED] = new EnvironmentPool(startUp, idle, rules.provisioned());
            }
        }
    }

    /**
     * Returns a simulation of the plain environments alone.
     *
     * @param meanMs mean duration of each endpoint's calls, for those that were not timed
     */
    static EnvironmentSimulation plain(long[] meanMs, EnvironmentRules rules) {
        return new EnvironmentSimulation(meanMs, rules, false);
    }

    /** Returns a simulation of all three. */
    static EnvironmentSimulation compared(long[] meanMs, EnvironmentRules rules) {
        return new EnvironmentSimulation(meanMs, rules, true);
    }

    /**
     * Adds the calls of a second.
     *
     * @param epochSecond not before that of the last call for the endpoint
     * @return the most environments that are busy at once within the second
     */
    long second(int place, long epochSecond, InFlight seconds, int second) {
        long untimed = seconds.at(second, Figure.UNTIMED);
        long shortCalls = seconds.at(second, Figure.SHORT) + untimed;
        long longCalls = seconds.at(second, Figure.LONG);
        long shortCount = shortCalls == 0 ? 0 : scaled(0, place, shortCalls);
        long longCount = longCalls == 0 ? 0 : scaled(1, place, longCalls);
        long begin = epochSecond * NANOS;
        long most = pools[place][PLAIN].busyAt(begin);
        if (shortCount + longCount == 0) {
            return most;
        }
        if (compares) {
            pingUpTo(place, epochSecond);
        }
        long shortLasts = lasts(seconds.at(second, Figure.SHORT_MS) + untimed * meanMs[place], Math.max(1, shortCalls));
        long longLasts = lasts(seconds.at(second, Figure.LONG_MS), Math.max(1, longCalls));
        for (EnvironmentPool pool : pools[place]) {
            long busiest = call(pool, begin, shortCount, shortLasts, longCount, longLasts);
            most = pool == pools[place][PLAIN] ? Math.max(most, busiest) : most;
        }
        return most;
    }

    /** Adds the calls of a second, each kind spread evenly over it, and returns the most that are busy at once. */
    private static long call(
            EnvironmentPool pool, long begin, long shortCount, long shortLasts, long longCount, long longLasts) {
        long most = 0;
        long nextShort = 0;
        long nextLong = 0;
        while (nextShort < shortCount || nextLong < longCount) {
            long shortAt = nextShort < shortCount ? begin + nextShort * NANOS / shortCount : Long.MAX_VALUE;
            long longAt = nextLong < longCount ? begin + nextLong * NANOS / longCount : Long.MAX_VALUE;
            boolean isLong = longAt < shortAt;
            pool.call(isLong ? longAt : shortAt, isLong ? longLasts : shortLasts, isLong);
            most = Math.max(most, pool.busy());
            nextShort += isLong ? 0 : 1;
            nextLong += isLong ? 1 : 0;
        }
        return most;
    }

    /** Returns how long each of some calls takes. Lambda ends a function however long the origin took. */
    private long lasts(long sumMs, long calls) {
        return Math.min(sumMs * NANOS_A_MILLISECOND / calls, rules.longestSeconds() * NANOS);
    }

    /** Returns calls with growth; what is less than a call is carried to the next second. */
    private long scaled(int kind, int place, long calls) {
        long scaled = calls * rules.growth() + carried[kind][place];
        carried[kind][place] = scaled % THOUSANDTHS;
        return scaled / THOUSANDTHS;
    }

    /**
     * Adds the pings up to a second. Pings longer ago than an environment stays idle are left out: they change nothing.
     */
    private void pingUpTo(int place, long second) {
        long reach = rules.idleSeconds() + rules.longestSeconds() + 2 * PING_SECONDS;
        long from = Math.max(pingFrom[place], second - reach);
        for (long ping = Numbers.ceilDiv(from, PING_SECONDS) * PING_SECONDS; ping <= second; ping += PING_SECONDS) {
            pools[place][PINGED].ping(ping * NANOS);
        }
        pingFrom[place] = second + 1;
    }

    /** Returns the cold starts of an endpoint; only where all three are compared. */
    ColdStartForecast forecast(int place) {
        EnvironmentPool plain = pools[place][PLAIN];
        EnvironmentPool provisioned = pools[place][PROVISIONED];
        return new ColdStartForecast(
                plain.calls(),
                plain.cold(),
                plain.mostHeld(),
                pools[place][PINGED].cold(),
                provisioned.cold(),
                provisioned.spilled());
    }
}
