package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlightVisitor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The largest load that endpoints cause in one second: for the first endpoint of a sequence, for the first two, and so
 * on.
 *
 * <p>Within a window the seconds of the first endpoint are added up, then those of the second on top, and so on. As
 * sums only grow along the sequence, the largest sum of the first k endpoints is reached by the last of them that is in
 * flight in that second; so it is the running maximum of the sums found when each endpoint was added.
 */
public final class JointLoads implements InFlightVisitor {
    private final StartUps startUps;
    private final long[] memoryMb;
    private final long sharedByMb;
    private final RunningLoad running;
    private final Peaks environments;
    private final Peaks interfaces;
    private long first;

    /**
     * @param startUps to which each window of an endpoint is shown before this
     * @param memoryMb of each endpoint's function
     * @param sharedByMb megabytes of running functions that share one network interface; 0 where interfaces do not grow
     * @param environmentBounds numbers of environments for which to find the first second above them
     * @param interfaceBounds the same for interfaces
     */
    public JointLoads(
            StartUps startUps,
            EnvironmentRules rules,
            long[] memoryMb,
            long sharedByMb,
            long[] environmentBounds,
            long[] interfaceBounds) {
        this.startUps = startUps;
        this.memoryMb = memoryMb.clone();
        this.sharedByMb = sharedByMb;
        this.running = new RunningLoad(rules.growth(), sharedByMb > 0);
        this.environments = new Peaks(memoryMb.length, environmentBounds);
        this.interfaces = new Peaks(memoryMb.length, interfaceBounds);
    }

    @Override
    public void window(long firstSecond) {
        first = firstSecond;
        running.clear();
    }

    @Override
    public void seconds(int place, InFlight seconds) {
        running.add(seconds, startUps, memoryMb[place]);
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            if (environments.mayChange(place, running.atMost(second))) {
                environments.note(place, first + second, running.environments(second));
            }
            if (sharedByMb > 0) {
                long needed = running.interfaces(second, running.environments(second), sharedByMb);
                interfaces.note(place, first + second, needed);
            }
        }
    }

    /** Completes the loads. Call it once, after the last window. */
    public void finish() {
        environments.finish();
        interfaces.finish();
    }

    /** Returns the environments that are busy at once. */
    public Peaks environments() {
        return environments;
    }

    /** Returns the network interfaces of functions in a VPC, where they grow with the environments. */
    public Peaks interfaces() {
        return interfaces;
    }

    /** The largest amount of the endpoints up to each place, and when bounds were first exceeded. */
    public static final class Peaks {
        private static final long NEVER = Long.MAX_VALUE;

        private final long[] bounds;
        private final long[] most;
        private final long[] mostAt;
        private final long[][] firstAbove;

        Peaks(int places, long[] bounds) {
            this.bounds = bounds.clone();
            most = new long[places];
            mostAt = new long[places];
            firstAbove = new long[bounds.length][places];
            Arrays.stream(firstAbove).forEach(seconds -> Arrays.fill(seconds, NEVER));
        }

        /** Returns whether an amount of at most {@code amount} may be more than was noted. */
        boolean mayChange(int place, long amount) {
            if (amount > most[place]) {
                return true;
            }
            for (int bound = 0; bound < bounds.length; bound++) {
                if (amount > bounds[bound] && firstAbove[bound][place] == NEVER) {
                    return true;
                }
            }
            return false;
        }

        void note(int place, long second, long amount) {
            if (amount > most[place]) {
                most[place] = amount;
                mostAt[place] = second;
            }
            for (int bound = 0; bound < bounds.length; bound++) {
                if (amount > bounds[bound] && second < firstAbove[bound][place]) {
                    firstAbove[bound][place] = second;
                }
            }
        }

        void finish() {
            for (int place = 1; place < most.length; place++) {
                boolean before = most[place - 1] > most[place]
                        || most[place - 1] == most[place] && mostAt[place - 1] < mostAt[place];
                if (before) {
                    most[place] = most[place - 1];
                    mostAt[place] = mostAt[place - 1];
                }
                for (long[] bound : firstAbove) {
                    bound[place] = Math.min(bound[place], bound[place - 1]);
                }
            }
        }

        int places() {
            return most.length;
        }

        /** Returns the most within one second. */
        public long most(int place) {
            return most[place];
        }

        /** Returns when that was first, in seconds since the epoch; null where it is 0. */
        public @Nullable Long mostAt(int place) {
            return most[place] == 0 ? null : mostAt[place];
        }

        /** Returns when the bound of that number was first exceeded; null where it never was. */
        public @Nullable Long firstAbove(int bound, int place) {
            long second = firstAbove[bound][place];
            return second == NEVER ? null : second;
        }
    }
}
