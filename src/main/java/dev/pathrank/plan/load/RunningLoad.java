package dev.pathrank.plan.load;

import dev.pathrank.plan.load.EndpointLoads.SecondAmounts;
import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/** The calls in flight and environments of the endpoints that were added up so far, in each second of a window. */
final class RunningLoad {
    private static final long MS = 1000;

    private final long growth;
    private final boolean weighs;
    private final long[] whole = new long[UtcDay.SECONDS];
    private final long[] partMs = new long[UtcDay.SECONDS];
    private final long[] parts = new long[UtcDay.SECONDS];
    private final long[] startingUp = new long[UtcDay.SECONDS];
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
        Arrays.fill(whole, 0);
        Arrays.fill(partMs, 0);
        Arrays.fill(parts, 0);
        Arrays.fill(startingUp, 0);
        Arrays.fill(busyMs, 0);
        Arrays.fill(megabyteMs, 0);
    }

    /** Adds an endpoint's window that begins at {@code first}. */
    void add(InFlight seconds, long first, SecondAmounts more, long memoryMb) {
        more.inWindow(first, (second, amount) -> {
            startingUp[second] += amount;
            weigh(second, MS * amount, memoryMb);
        });
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            long covering = seconds.at(second, Figure.WHOLE);
            long ms = seconds.at(second, Figure.PART_MS);
            whole[second] += covering;
            partMs[second] += ms;
            parts[second] += seconds.at(second, Figure.PARTS);
            weigh(second, MS * covering + ms, memoryMb);
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
        return InFlightFigure.grown(whole[second] + parts[second], growth) + 1 + startingUp[second];
    }

    /** Returns the environments that are busy at once in a second, start-up included. */
    long environments(int second) {
        return InFlightFigure.of(whole[second], partMs[second], parts[second], growth) + startingUp[second];
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
