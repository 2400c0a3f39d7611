package dev.pathrank.plan;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;

/**
 * A simulation of every endpoint's cold starts over its seconds: plain, with a ping every five minutes, and with
 * provisioned environments.
 */
final class ColdStartSimulation implements DayVisitor {
    /** The default interval of serverless-plugin-warmup. */
    static final long PING_SECONDS = 300;

    private static final long NANOS = 1_000_000_000L;
    private static final long THOUSANDTHS = 1000;

    private final EnvironmentPool[] plain;
    private final EnvironmentPool[] pinged;
    private final EnvironmentPool[] provisioned;
    private final long[] pingFrom;
    private final long[] carried;
    private final long growth;
    private final long[] reachSeconds;

    /**
     * @param lastsNanos how long a call of each endpoint lasts
     * @param growth factor on the calls, in thousandths
     */
    ColdStartSimulation(long[] lastsNanos, PlanOptions options, long growth) {
        int endpoints = lastsNanos.length;
        this.growth = growth;
        plain = new EnvironmentPool[endpoints];
        pinged = new EnvironmentPool[endpoints];
        provisioned = new EnvironmentPool[endpoints];
        pingFrom = new long[endpoints];
        carried = new long[endpoints];
        reachSeconds = new long[endpoints];
        long idle = Math.multiplyExact(options.environments().idleSeconds(), NANOS);
        for (int place = 0; place < endpoints; place++) {
            // Lambda ends a function at its longest duration, however long the origin took.
            long lasts = Math.min(lastsNanos[place], options.quotas().functionMaxSeconds() * NANOS);
            plain[place] = new EnvironmentPool(lasts, idle, 0);
            pinged[place] = new EnvironmentPool(lasts, idle, 0);
            provisioned[place] =
                    new EnvironmentPool(lasts, idle, options.environments().provisioned());
            reachSeconds[place] = options.environments().idleSeconds() + lasts / NANOS + 2 * PING_SECONDS;
        }
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        for (int i = 0; i < size; i++) {
            long second = UtcDay.firstSecond(day) + seconds[i];
            long scaled = calls[i] * growth + carried[place];
            carried[place] = scaled % THOUSANDTHS;
            long count = scaled / THOUSANDTHS;
            if (count > 0) {
                plain[place].second(second, count);
                provisioned[place].second(second, count);
                pingUpTo(place, second);
                pinged[place].second(second, count);
            }
        }
    }

    /**
     * Adds the pings up to a second. Pings longer ago than an environment stays idle are left out: they change nothing.
     */
    private void pingUpTo(int place, long second) {
        long from = Math.max(pingFrom[place], second - reachSeconds[place]);
        for (long ping = Math.floorDiv(from + PING_SECONDS - 1, PING_SECONDS) * PING_SECONDS;
                ping <= second;
                ping += PING_SECONDS) {
            pinged[place].ping(ping * NANOS);
        }
        pingFrom[place] = second + 1;
    }

    ColdStartForecast forecast(int place) {
        return new ColdStartForecast(
                plain[place].calls(),
                plain[place].cold(),
                plain[place].mostHeld(),
                pinged[place].cold(),
                provisioned[place].cold(),
                provisioned[place].spilled());
    }
}
