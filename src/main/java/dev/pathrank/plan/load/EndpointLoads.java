package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.tally.seconds.InFlightVisitor;
import java.util.Arrays;

/**
 * What each endpoint uses by itself: calls in flight, environments with their start-up, cold starts, and how steeply
 * that rises.
 */
public final class EndpointLoads implements InFlightVisitor {
    private final EnvironmentRules rules;
    private final EnvironmentSimulation simulation;
    private final StartUps startUps;
    private final SteepestRise callRise;
    private final long[] concurrency;
    private final long[] environments;
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
        simulation = EnvironmentSimulation.compared(meanMs, rules);
        startUps = StartUps.compared(simulation, rules, endpoints, scaleUp);
        callRise = new SteepestRise(endpoints);
        concurrency = new long[endpoints];
        environments = new long[endpoints];
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
        startUps.show(place, first, seconds);
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            concurrency[place] = Math.max(concurrency[place], startUps.inFlight(i));
            environments[place] = Math.max(environments[place], startUps.needed(i));
            if (asked[place] > 0) {
                use[place].second(
                        InFlightFigure.grown(seconds.at(second, Figure.WHOLE), rules.growth()),
                        InFlightFigure.grown(seconds.at(second, Figure.PART_MS), rules.growth()));
            }
            long calls = seconds.at(second, Figure.CALLS);
            if (calls > 0) {
                callRise.second(place, first + second, InFlightFigure.grown(calls, rules.growth()));
            }
        }
    }

    /** Returns what starts up in the window that was shown last. */
    public StartUps startUps() {
        return startUps;
    }

    /** Returns the most calls in flight in a second, at the 99.9 % figure. */
    public long concurrency(int place) {
        return concurrency[place];
    }

    /** Returns the most environments that are busy at once, start-up included. */
    public long environments(int place) {
        return environments[place];
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
        return startUps.steepest(place);
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
}
