package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/** The calls in flight and environments of the endpoints that were added up so far, in each second of a window. */
final class RunningLoad {
    private static final long MS = 1000;
    private static final int SUMS = 4;
    private static final int WHOLE = 0;
    private static final int PART_MS = 1;
    private static final int PARTS = 2;
    private static final int STARTING_UP = 3;

    private final long growth;
    private final boolean weighs;
    /** The four sums of each second side by side, since they are needed together. */
    private final long[] sums = new long[UtcDay.SECONDS * SUMS];

    private final long[] busyMs;
    private final long[] megabyteMs;

    /**
     * @param growth factor on the calls, in thousandths
     * @param weighs whether the memory of what is busy is added up too
     */
    RunningLoad(long growth, boolean weighs) {
        this.growth = growth;
        this.weighs = weighs;
        busyMs = new long[weighs ? UtcDay.SECONDS : 0];
        megabyteMs = new long[weighs ? UtcDay.SECONDS : 0];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(busyMs, 0);
        Arrays.fill(megabyteMs, 0);
    }

    /** Adds an endpoint's window, which was shown to {@code startUps} before. */
    void add(InFlight seconds, StartUps startUps, long memoryMb) {
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            long covering = seconds.at(second, Figure.WHOLE);
            long ms = seconds.at(second, Figure.PART_MS);
            int at = second * SUMS;
            sums[at + WHOLE] += covering;
            sums[at + PART_MS] += ms;
            sums[at + PARTS] += seconds.at(second, Figure.PARTS);
            sums[at + STARTING_UP] += startUps.startingUp(i);
            weigh(second, MS * (covering + startUps.startingUp(i)) + ms, memoryMb);
        }
    }

    private void weigh(int second, long ms, long memoryMb) {
        if (weighs) {
            busyMs[second] += ms;
            megabyteMs[second] += ms * memoryMb;
        }
    }

    /** Returns a number that the environments of a second do not exceed, and which is quick to compute. */
    long atMost(int second) {
        int at = second * SUMS;
        return InFlightFigure.grown(sums[at + WHOLE] + sums[at + PARTS], growth) + 1 + sums[at + STARTING_UP];
    }

    /** Returns the environments that are busy at once in a second, start-up included. */
    long environments(int second) {
        int at = second * SUMS;
        return InFlightFigure.of(sums[at + WHOLE], sums[at + PART_MS], sums[at + PARTS], growth)
                + sums[at + STARTING_UP];
    }

    /**
     * Returns the network interfaces that the environments of a second need.
     *
     * @param sharedByMb megabytes of running functions that share one
     */
    long interfaces(int second, long environments, long sharedByMb) {
        if (busyMs[second] == 0) {
            return 0;
        }
        double megabytes = (double) environments * megabyteMs[second] / busyMs[second];
        return (long) StrictMath.ceil(megabytes / sharedByMb - 1e-9);
    }

    /** Returns the most environments of a second that the given interfaces serve. */
    long environmentsWith(int second, long interfaces, long sharedByMb) {
        return megabyteMs[second] == 0
                ? Long.MAX_VALUE
                : (long) ((double) interfaces * sharedByMb * busyMs[second] / megabyteMs[second] + 1e-9);
    }
}
