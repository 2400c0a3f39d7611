package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.text.Numbers;
import dev.pathrank.time.UtcDay;

/**
 * The environments that each endpoint needs by itself in the seconds of the window that was shown last: those of its
 * calls in flight, and those that start up besides. Of earlier windows only what is still busy or idle is kept, so that
 * memory does not grow with the logs; who needs a window again shows all of them again.
 */
public final class StartUps {
    private final EnvironmentRules rules;
    private final EnvironmentSimulation simulation;
    private final SteepestRise rise;
    private final long scaleUp;
    private final long[] inFlight = new long[UtcDay.SECONDS];
    private final long[] needed = new long[UtcDay.SECONDS];
    private final long[] tooSteep = new long[UtcDay.SECONDS];

    private StartUps(EnvironmentSimulation simulation, EnvironmentRules rules, int endpoints, long scaleUp) {
        this.rules = rules;
        this.simulation = simulation;
        this.rise = new SteepestRise(endpoints);
        this.scaleUp = scaleUp;
    }

    /**
     * @param meanMs mean duration of each endpoint's calls, for those that were not timed
     * @param scaleUp environments that a function may gain within ten seconds; {@link Long#MAX_VALUE} for any number
     */
    public static StartUps of(long[] meanMs, EnvironmentRules rules, long scaleUp) {
        return new StartUps(EnvironmentSimulation.plain(meanMs, rules), rules, meanMs.length, scaleUp);
    }

    /** Returns the same, which also compares with environments that are kept warm. */
    static StartUps compared(EnvironmentSimulation simulation, EnvironmentRules rules, int endpoints, long scaleUp) {
        return new StartUps(simulation, rules, endpoints, scaleUp);
    }

    /**
     * Works out the seconds of an endpoint's window.
     *
     * @param first second of the window, since the epoch; windows ascend
     */
    void show(int place, long first, InFlight seconds) {
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            long at = first + second;
            inFlight[i] = InFlightFigure.of(seconds, second, rules.growth());
            needed[i] = Math.max(inFlight[i], simulation.second(place, at, seconds, second));
            long steep = rise.second(place, at, needed[i]);
            tooSteep[i] = steep > scaleUp ? refused(seconds.at(second, Figure.CALLS), steep - scaleUp, needed[i]) : 0;
        }
    }

    private long refused(long calls, long tooMany, long all) {
        long arriving = InFlightFigure.grown(calls, rules.growth());
        return Math.min(arriving, Numbers.ceilDiv(arriving * tooMany, all));
    }

    /** Returns the calls in flight in the second of an index of what was shown last, at the 99.9 % figure. */
    long inFlight(int index) {
        return inFlight[index];
    }

    /** Returns the environments that are busy then, start-up included. */
    long needed(int index) {
        return needed[index];
    }

    /** Returns by how many environments those that start up exceed the calls in flight. */
    long startingUp(int index) {
        return needed[index] - inFlight[index];
    }

    /** Returns the calls that would be refused because environments cannot be added fast enough. */
    long tooSteep(int index) {
        return tooSteep[index];
    }

    /** Returns the steepest rise of environments within ten seconds in all windows so far. */
    EndpointLoads.Rise steepest(int place) {
        return new EndpointLoads.Rise(rise.most(place), rise.mostAt(place));
    }
}
