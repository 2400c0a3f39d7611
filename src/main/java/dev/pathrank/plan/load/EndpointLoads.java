package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.tally.seconds.InFlightVisitor;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/**
 * What each endpoint uses by itself: calls in flight, environments with their start-up, cold starts, and how steeply
 * that rises.
 */
public final class EndpointLoads implements InFlightVisitor {
    private final EnvironmentRules rules;
    private final EnvironmentSimulation simulation;
    private final SteepestRise environmentRise;
    private final SteepestRise callRise;
    private final long scaleUp;
    private final long[] concurrency;
    private final long[] environments;
    private final SecondAmounts[] startingUp;
    private final SecondAmounts[] tooSteep;
    private final int[] asked;
    private final EnvironmentUse[] use;
    private long first;

    /**
     * @param meanMs mean duration of each endpoint's calls, for those that were not timed
     * @param asked of how many environments of each endpoint {@link #busySeconds} tells
     * @param scaleUp environments that a function may gain within ten seconds; {@link Long#MAX_VALUE} for any number
     */
    public EndpointLoads(long[] meanMs, int[] asked, EnvironmentRules rules, long scaleUp) {
        int endpoints = meanMs.length;
        this.rules = rules;
        this.scaleUp = scaleUp;
        simulation = new EnvironmentSimulation(meanMs, rules);
        environmentRise = new SteepestRise(endpoints);
        callRise = new SteepestRise(endpoints);
        concurrency = new long[endpoints];
        environments = new long[endpoints];
        startingUp = new SecondAmounts[endpoints];
        tooSteep = new SecondAmounts[endpoints];
        Arrays.setAll(startingUp, each -> new SecondAmounts());
        Arrays.setAll(tooSteep, each -> new SecondAmounts());
        this.asked = asked.clone();
        use = new EnvironmentUse[endpoints];
        Arrays.setAll(use, each -> new EnvironmentUse(asked[each]));
    }

    @Override
    public void window(long firstSecond) {
        first = firstSecond;
    }

    @Override
    public void seconds(int place, InFlight seconds) {
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            long at = first + second;
            long inFlight = InFlightFigure.of(seconds, second, rules.growth());
            long busy = simulation.second(place, at, seconds, second);
            concurrency[place] = Math.max(concurrency[place], inFlight);
            if (asked[place] > 0) {
                use[place].second(
                        InFlightFigure.grown(seconds.at(second, Figure.WHOLE), rules.growth()),
                        InFlightFigure.grown(seconds.at(second, Figure.PART_MS), rules.growth()));
            }
            long needed = Math.max(inFlight, busy);
            environments[place] = Math.max(environments[place], needed);
            if (busy > inFlight) {
                startingUp[place].add(at, busy - inFlight);
            }
            long rise = environmentRise.second(place, at, needed);
            long calls = seconds.at(second, Figure.CALLS);
            if (rise > scaleUp && calls > 0) {
                long arriving = InFlightFigure.grown(calls, rules.growth());
                tooSteep[place].add(at, Math.min(arriving, ceilDiv(arriving * (rise - scaleUp), needed)));
            }
            if (calls > 0) {
                callRise.second(place, at, InFlightFigure.grown(calls, rules.growth()));
            }
        }
    }

    private static long ceilDiv(long amount, long by) {
        return Math.floorDiv(amount + by - 1, by);
    }

    /** Returns the most calls in flight in a second, at the 99.9 % figure. */
    public long concurrency(int place) {
        return concurrency[place];
    }

    /** Returns the most environments that are busy at once, start-up included. */
    public long environments(int place) {
        return environments[place];
    }

    /** Returns the seconds in which environments that start up exceed the calls in flight, and by how many. */
    SecondAmounts startingUp(int place) {
        return startingUp[place];
    }

    /** Returns the calls that would be refused because environments cannot be added fast enough. */
    SecondAmounts tooSteep(int place) {
        return tooSteep[place];
    }

    /** Returns for how many seconds each of the environments that were asked about is busy, the busiest first. */
    public double[] busySeconds(int place) {
        return use[place].seconds();
    }

    /** Returns the cold starts. */
    public ColdStartForecast coldStarts(int place) {
        return simulation.forecast(place);
    }

    /** Returns the steepest rise of environments within ten seconds. */
    public Rise environmentRise(int place) {
        return new Rise(environmentRise.most(place), environmentRise.mostAt(place));
    }

    /** Returns the steepest rise of calls a second within ten seconds. */
    public Rise callRise(int place) {
        return new Rise(callRise.most(place), callRise.mostAt(place));
    }

    /**
     * The largest rise of a load within ten seconds.
     *
     * @param at the first second that it reaches, since the epoch; meaningless where {@code most} is 0
     */
    public record Rise(long most, long at) {}

    /** Amounts at a few seconds, ascending. */
    static final class SecondAmounts {
        private long[] values = new long[4];
        private int size;

        void add(long second, long amount) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = second;
            values[size++] = amount;
        }

        /** Calls a visitor for the amounts of a window that begins at a second. */
        void inWindow(long first, AmountVisitor visitor) {
            int low = 0;
            int high = size / 2;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[2 * middle] < first) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = 2 * low; i < size && values[i] < first + UtcDay.SECONDS; i += 2) {
                visitor.amount((int) (values[i] - first), values[i + 1]);
            }
        }
    }

    /** A visitor of amounts by the second of a window. */
    interface AmountVisitor {
        void amount(int second, long amount);
    }
}
