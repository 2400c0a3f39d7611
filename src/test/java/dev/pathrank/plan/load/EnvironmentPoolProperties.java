package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison of the cold-start simulation with one that keeps all environments in a list, and with theory. */
class EnvironmentPoolProperties {
    private static final long NANOS = 1_000_000_000L;

    @Property(tries = 200)
    void countsWhatBruteForceCounts(@ForAll long seed) {
        Random random = new Random(seed);
        long startUp = random.nextInt(3) * 700_000_000L;
        long idle = (1 + random.nextInt(60)) * NANOS;
        int provisioned = random.nextInt(3);
        EnvironmentPool simulation = new EnvironmentPool(startUp, idle, provisioned);
        BruteForce bruteForce = new BruteForce(startUp, idle, provisioned);

        for (var second : seconds(random).entrySet()) {
            for (long call = 0; call < second.getValue(); call++) {
                long at = second.getKey() * NANOS + call * NANOS / second.getValue();
                boolean isLong = random.nextInt(4) == 0;
                // Steps of a tenth of a second, so that an environment is often exactly as old as it may become.
                long lasts = (isLong ? random.nextInt(90) : random.nextInt(4)) * NANOS / 10;
                simulation.call(at, lasts, isLong);
                bruteForce.call(at, lasts);
                assertEquals(bruteForce.busy(at), simulation.busyAt(at));
            }
        }

        assertEquals(bruteForce.cold, simulation.cold());
        assertEquals(bruteForce.spilled, simulation.spilled());
        assertEquals(bruteForce.mostHeld, simulation.mostHeld());
    }

    private static SortedMap<Long, Long> seconds(Random random) {
        SortedMap<Long, Long> seconds = new TreeMap<>();
        long second = 0;
        for (int i = 0; i < 120; i++) {
            second += 1 + (random.nextInt(5) == 0 ? random.nextInt(90) : random.nextInt(3));
            seconds.put(second, 1L + (random.nextInt(6) == 0 ? random.nextInt(30) : random.nextInt(3)));
        }
        return seconds;
    }

    /** Looks at every environment for every call. */
    private static final class BruteForce {
        private final long startUp;
        private final long idle;
        private final List<long[]> environments = new ArrayList<>();
        private final long[] provisionedFreeAt;
        private long cold;
        private long spilled;
        private long mostHeld;

        BruteForce(long startUp, long idle, int provisioned) {
            this.startUp = startUp;
            this.idle = idle;
            this.provisionedFreeAt = new long[provisioned];
        }

        private long busy(long at) {
            return environments.stream().filter(each -> each[0] > at).count();
        }

        private void call(long at, long lasts) {
            for (int i = 0; i < provisionedFreeAt.length; i++) {
                if (provisionedFreeAt[i] <= at) {
                    provisionedFreeAt[i] = at + lasts;
                    return;
                }
            }
            spilled++;
            environments.removeIf(environment -> environment[0] + idle < at);
            long[] taken = null;
            for (long[] environment : environments) {
                if (environment[0] <= at && (taken == null || environment[0] > taken[0])) {
                    taken = environment;
                }
            }
            boolean isCold = taken == null;
            if (isCold) {
                cold++;
                taken = new long[1];
                environments.add(taken);
                mostHeld = Math.max(mostHeld, environments.size());
            }
            taken[0] = at + lasts + (isCold ? startUp : 0);
        }
    }

    /** Independent calls at a rate of λ find no environment that was used within T with a probability of e^(−λT). */
    @Example
    void theShareOfColdStartsOfIndependentCallsIsThatOfTheory() {
        Random random = new Random(7);
        long idleSeconds = 600;
        for (double perSecond : new double[] {1.0 / 60, 1.0 / 300, 1.0 / 600, 1.0 / 3600}) {
            EnvironmentPool simulation = new EnvironmentPool(0, idleSeconds * NANOS, 0);
            double at = 0;
            int calls = 40_000;
            // Whole seconds, as in a log; at these rates two calls hardly ever share one.
            SortedMap<Long, Long> seconds = new TreeMap<>();
            for (int call = 0; call < calls; call++) {
                at += -Math.log(1 - random.nextDouble()) / perSecond;
                seconds.merge((long) at, 1L, Long::sum);
            }
            seconds.forEach((second, count) -> second(simulation, second, count, 0));

            double expected = Math.exp(-perSecond * idleSeconds);
            double error = Math.sqrt(expected * (1 - expected) / calls);
            double found = (double) simulation.cold() / simulation.calls();
            assertTrue(
                    Math.abs(found - expected) < 4 * error + 1.0 / calls + perSecond * expected,
                    () -> "rate " + perSecond + ": " + found + " instead of " + expected);
        }
    }

    @Example
    void aPingKeepsOneEnvironmentWarmAndNoMore() {
        EnvironmentPool pinged = new EnvironmentPool(0, 300 * NANOS, 0);
        for (long second = 0; second <= 3600; second += 300) {
            pinged.ping(second * NANOS);
        }
        second(pinged, 3700, 1, NANOS);
        second(pinged, 3800, 3, NANOS);

        assertEquals(2, pinged.cold());
        assertEquals(3, pinged.mostHeld());
    }

    /** 1,200 calls a second of 254 ms: 305 in flight, and more environments the longer they take to start. */
    @ParameterizedTest
    @CsvSource({"0, 305", "140, 473", "235, 587", "1000, 1505"})
    void aPushNeedsEnvironmentsForItsStartUp(long startUpMs, long environments) {
        EnvironmentPool pool = new EnvironmentPool(startUpMs * 1_000_000, 600 * NANOS, 0);
        long most = 0;
        for (long call = 0; call < 6_000; call++) {
            pool.call(call * NANOS / 1_200, 254_000_000, false);
            most = Math.max(most, pool.busy());
        }
        assertEquals(environments, most);
    }

    private static void second(EnvironmentPool pool, long second, long count, long lasts) {
        for (long call = 0; call < count; call++) {
            pool.call(second * NANOS + call * NANOS / count, lasts, false);
        }
    }
}
