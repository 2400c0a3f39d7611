package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.seconds.CountedCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Comparison of the 99.9 % figure with the calls that truly overlap at random instants. */
class InFlightFigureProperties {
    private static final long START = 1_791_158_400;
    private static final double[] MEANS = {0.1, 1, 7, 50, 300, 1000};
    private static final int[] DURATIONS_MS = {1, 20, 250, 900, 1_800, 9_000, 60_000};
    private static final int INSTANTS = 20_000;

    @Property(tries = 25, seed = "20170212")
    void liesAboveTheOverlapAtNearlyEveryInstant(@ForAll long seed) {
        Random random = new Random(seed);
        int ms = DURATIONS_MS[random.nextInt(DURATIONS_MS.length)];
        // So many calls and seconds as fit the memory of a test.
        double mean = Math.min(100.0 * ms, MEANS[random.nextInt(MEANS.length)]);
        long spanMs = Math.min(3_600_000, Math.max(5_000, (long) (400_000 / mean * ms)));
        List<long[]> calls = new ArrayList<>();
        double at = 0;
        while (at < spanMs + ms) {
            at += -Math.log(1 - random.nextDouble()) * ms / mean;
            calls.add(new long[] {(long) at, (long) at + ms});
        }
        CountedCalls counted = new CountedCalls();
        calls.forEach(
                call -> counted.add(0, START + call[1] / 1000, (int) (call[1] % 1000), (int) (call[1] - call[0])));
        Map<Long, Long> figures = figures(counted);
        int[] overlap = new int[(int) spanMs + 2 * ms + 2];
        for (long[] call : calls) {
            if (call[1] < overlap.length) {
                overlap[(int) call[0]]++;
                overlap[(int) call[1]]--;
            }
        }
        for (int i = 1; i < overlap.length; i++) {
            overlap[i] += overlap[i - 1];
        }
        int below = 0;
        for (int i = 0; i < INSTANTS; i++) {
            // The seconds in which the traffic begins are not stationary.
            int instant = ms + 1000 + random.nextInt((int) spanMs - 2000);
            below += overlap[instant] > figures.getOrDefault(START + instant / 1000L, 0L) ? 1 : 0;
        }
        assertTrue(below <= INSTANTS * 2 / 1000, below + " of " + INSTANTS + " at mean " + mean + ", " + ms + " ms");
    }

    private static Map<Long, Long> figures(CountedCalls counted) {
        Map<Long, Long> figures = new HashMap<>();
        counted.inFlight((at, seconds, second) -> figures.put(at, InFlightFigure.of(seconds, second, 1000)));
        return figures;
    }

    @Example
    void shortCallsBesideLongOnes() {
        CountedCalls counted = new CountedCalls();
        for (long second = START; second < START + 60; second++) {
            for (int call = 0; call < 2_000; call++) {
                counted.add(0, second, -1, 10);
            }
            counted.add(0, second, -1, 20_000);
        }
        long most = figures(counted).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);

        assertTrue(Math.abs(most - 55) <= 1, () -> "figure " + most);
    }

    @Example
    void theQuantileIsThatOfTheTables() {
        assertEquals(0, PoissonQuantile.of(0));
        assertEquals(0, PoissonQuantile.of(1));
        assertEquals(1, PoissonQuantile.of(2));
        assertEquals(5, PoissonQuantile.of(1_000));
        assertEquals(21, PoissonQuantile.of(10_000));
        assertEquals(73, PoissonQuantile.of(50_000));
        assertEquals(132, PoissonQuantile.of(100_000));
        // Exact up to 200, an expansion above: no step where they meet.
        assertEquals(245, PoissonQuantile.of(200_000));
        assertEquals(245, PoissonQuantile.of(200_001));
        assertEquals(1_099, PoissonQuantile.of(1_000_000));
        assertEquals(2_305, PoissonQuantile.of(2_160_000));
    }

    /** Growth makes no call smaller: what is left of a call after the factor is a call. */
    @Example
    void amountsGrowToTheNextWholeOne() {
        assertEquals(7, InFlightFigure.grown(7, 1000));
        assertEquals(8, InFlightFigure.grown(7, 1001));
        assertEquals(14, InFlightFigure.grown(7, 2000));
        assertEquals(2, InFlightFigure.of(1, 0, 0, 1001));
        assertEquals(0, InFlightFigure.of(0, 0, 0, 1001));
    }
}
