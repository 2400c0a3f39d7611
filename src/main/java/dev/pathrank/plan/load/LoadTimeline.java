package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.tally.seconds.InFlightVisitor;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The largest load in each stretch of the window once the endpoints up to a wave have moved, for each wave: what a
 * chart over time shows. Peaks are kept, however long a stretch is.
 */
public final class LoadTimeline implements InFlightVisitor {
    private static final int MOST_STRETCHES = 360;
    /** Up to this many endpoints, the loads of each beginning of the sequence are kept: 9 MB. */
    private static final int MOST_KEPT = 1000;

    private static final long[] LENGTHS = {
        1, 5, 15, 60, 300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, UtcDay.SECONDS, 7L * UtcDay.SECONDS
    };

    private final long firstSecond;
    private final long stretch;
    private final int stretches;
    private int[] waveOf = {};
    private long[] memoryMb = {};
    private boolean[] atGateway = {};
    private long sharedByMb;
    private @Nullable StartUps startUps;
    private @Nullable RunningLoad running;
    private long growth;
    private long[][] environments = {};
    private long[][] interfaces = {};
    private long[][] calls = {};
    private final long[] callsOfSecond = new long[UtcDay.SECONDS];
    private long first;

    /**
     * @param firstSecond of the window, since the epoch
     * @param lastSecond of the window
     */
    public LoadTimeline(long firstSecond, long lastSecond) {
        long seconds = lastSecond - firstSecond + 1;
        stretch = Arrays.stream(LENGTHS)
                .filter(length -> seconds / length <= MOST_STRETCHES)
                .findFirst()
                .orElse((seconds + MOST_STRETCHES - 1) / MOST_STRETCHES);
        this.firstSecond = Math.floorDiv(firstSecond, stretch) * stretch;
        this.stretches = (int) Math.floorDiv(lastSecond - this.firstSecond, stretch) + 1;
    }

    /**
     * Begins with a sequence of endpoints, before any window is shown.
     *
     * @param ofWindow to which each window of an endpoint is shown before this
     * @param waveOf the wave of each, from 0, ascending
     * @param memoryMb of each one's function
     * @param atGateway of each one, whether its calls come to API Gateway
     * @param sharedByMb megabytes of running functions that share one network interface; 0 where interfaces do not grow
     */
    public void begin(
            StartUps ofWindow,
            EnvironmentRules rules,
            int[] waveOf,
            long[] memoryMb,
            boolean[] atGateway,
            long sharedByMb) {
        this.atGateway = atGateway.clone();
        this.startUps = ofWindow;
        this.waveOf = waveOf.clone();
        this.memoryMb = memoryMb.clone();
        this.sharedByMb = sharedByMb;
        this.growth = rules.growth();
        this.running = new RunningLoad(growth, sharedByMb > 0);
        int waves = waveOf.length == 0 ? 0 : waveOf[waveOf.length - 1] + 1;
        environments = new long[waves][stretches];
        interfaces = new long[waves][stretches];
        calls = new long[waves][stretches];
    }

    @Override
    public void window(long firstOfWindow) {
        first = firstOfWindow;
        Objects.requireNonNull(running, "not begun").clear();
        Arrays.fill(callsOfSecond, 0);
    }

    @Override
    public void seconds(int place, InFlight seconds) {
        RunningLoad all = Objects.requireNonNull(running, "not begun");
        all.add(seconds, Objects.requireNonNull(startUps, "not begun"), memoryMb[place]);
        int wave = waveOf[place];
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            int at = stretchOf(first + second);
            callsOfSecond[second] += atGateway[place] ? seconds.at(second, Figure.CALLS) : 0;
            calls[wave][at] = Math.max(calls[wave][at], InFlightFigure.grown(callsOfSecond[second], growth));
            if (sharedByMb > 0) {
                long busy = all.environments(second);
                environments[wave][at] = Math.max(environments[wave][at], busy);
                interfaces[wave][at] = Math.max(interfaces[wave][at], all.interfaces(second, busy, sharedByMb));
            } else if (all.atMost(second) > environments[wave][at]) {
                environments[wave][at] = Math.max(environments[wave][at], all.environments(second));
            }
        }
    }

    /** Returns the stretch of a second; calls that began before the first counted one belong to the first stretch. */
    private int stretchOf(long second) {
        return (int) Math.max(0, Math.min(stretches - 1, Math.floorDiv(second - firstSecond, stretch)));
    }

    /** Completes the loads. Call it once, after the last window. */
    public void finish() {
        for (long[][] loads : new long[][][] {environments, interfaces, calls}) {
            for (int wave = 1; wave < loads.length; wave++) {
                for (int at = 0; at < stretches; at++) {
                    loads[wave][at] = Math.max(loads[wave][at], loads[wave - 1][at]);
                }
            }
        }
    }

    /** Returns whether so few endpoints can be shown as if each were a wave, before the waves are known. */
    public static boolean fits(int endpoints) {
        return endpoints <= MOST_KEPT;
    }

    /**
     * Keeps the loads of the real waves, where each endpoint was shown as a wave of its own.
     *
     * @param lastOfWave the place of each wave's last endpoint, ascending
     */
    public void keep(int[] lastOfWave) {
        environments = rows(environments, lastOfWave);
        interfaces = rows(interfaces, lastOfWave);
        calls = rows(calls, lastOfWave);
    }

    private static long[][] rows(long[][] all, int[] some) {
        return Arrays.stream(some).mapToObj(row -> all[row]).toArray(long[][]::new);
    }

    /** Returns the first second of the first stretch, since the epoch. */
    public long firstSecond() {
        return firstSecond;
    }

    /** Returns the length of a stretch in seconds. */
    public long stretchSeconds() {
        return stretch;
    }

    /** Returns how many stretches there are. */
    public int stretches() {
        return stretches;
    }

    /** Returns the most environments that are busy at once, by stretch, up to a wave from 1. */
    public long[] environments(int wave) {
        return environments[wave - 1].clone();
    }

    /** Returns the most network interfaces by stretch, up to a wave from 1; all 0 where they do not grow. */
    public long[] interfaces(int wave) {
        return interfaces[wave - 1].clone();
    }

    /**
     * Returns the most origin calls to API Gateway within a second by stretch, up to a wave from 1, growth included.
     */
    public long[] calls(int wave) {
        return calls[wave - 1].clone();
    }
}
