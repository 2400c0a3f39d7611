package dev.pathrank.tally.seconds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.seconds.CountedCalls.Call;
import dev.pathrank.tally.seconds.InFlight.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Comparison of the calls in flight with brute force over every millisecond of every call. */
class InFlightProperties {
    /** 2026-10-05T23:00:00Z: an hour before midnight, so that most traffic crosses it. */
    private static final long START = 1_791_241_200;

    private static final int[] LONGEST_MS = {20, 900, 1_100, 3_000, 70_000, 900_000};

    @Property(tries = 60)
    void withMillisecondsTheMeanIsExact(@ForAll long seed) {
        List<Call> calls = calls(seed);
        Map<Long, long[]> bruteForce = busyMs(calls);

        Map<Long, long[]> found = found(new CountedCalls().add(calls, true));

        for (long second : union(bruteForce, found)) {
            long[] none = new long[2];
            assertEquals(bruteForce.getOrDefault(second, none)[0], found.getOrDefault(second, none)[0], "at " + second);
            assertTrue(
                    found.getOrDefault(second, none)[1] >= bruteForce.getOrDefault(second, none)[1],
                    "fewer calls touch it than do: " + second);
        }
    }

    @Property(tries = 60)
    void withoutMillisecondsNoBusyTimeIsLost(@ForAll long seed) {
        List<Call> calls = calls(seed);

        Map<Long, long[]> found = found(new CountedCalls().add(calls, false));

        assertEquals(
                calls.stream().mapToLong(Call::durationMs).sum(),
                found.values().stream().mapToLong(each -> each[0]).sum());
    }

    /**
     * Without milliseconds the ends within a second are not known. For independent calls the mean is then right on the
     * mean, and nearly always within 5 % and two calls; no estimate from whole seconds can do better.
     */
    @Property(tries = 8, seed = "20170212")
    void withoutMillisecondsTheMeanOfBusySecondsIsNearlyAlwaysWithinFivePercent(@ForAll long seed) {
        Random random = new Random(seed);
        int mean = 60 + random.nextInt(400);
        int longest = LONGEST_MS[random.nextInt(5)];
        List<Call> calls = new ArrayList<>();
        double at = 0;
        while (at < 400_000) {
            int ms = 1 + random.nextInt(longest);
            at += -Math.log(1 - random.nextDouble()) * longest / 2 / mean;
            calls.add(new Call(0, START * 1000 + (long) at + ms, ms));
        }
        Map<Long, long[]> bruteForce = busyMs(calls);

        Map<Long, long[]> found = found(new CountedCalls().add(calls, false));

        double seconds = 0;
        double within = 0;
        double error = 0;
        for (Map.Entry<Long, long[]> each : bruteForce.entrySet()) {
            double expected = each.getValue()[0] / 1000.0;
            boolean steady = each.getKey() > START + 90 && each.getKey() < START + 390;
            if (steady && expected >= 50) {
                double off = found.get(each.getKey())[0] / 1000.0 - expected;
                seconds++;
                within += Math.abs(off) <= expected * 0.05 + 2 ? 1 : 0;
                error += off / expected;
            }
        }
        assertTrue(within >= 0.9 * seconds, within + " of " + seconds);
        assertEquals(0, error / seconds, 0.005, "on the mean");
    }

    @Property(tries = 30)
    void neitherOrderNorBuffersChangeAnything(@ForAll long seed, @ForAll boolean withMs) {
        List<Call> calls = calls(seed);
        List<Call> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, new Random(seed));
        try (CountedCalls spilled = new CountedCalls(7, 100)) {
            assertEquals(text(new CountedCalls().add(calls, withMs)), text(spilled.add(shuffled, withMs)));
        }
    }

    @Example
    void aHundredCallsOfTwentySecondsThatEndTogetherAreAHundred() {
        CountedCalls calls = new CountedCalls();
        for (int i = 0; i < 100; i++) {
            calls.add(0, START, -1, 20_000);
        }
        Map<Long, long[]> found = found(calls);
        for (long second = START - 19; second < START; second++) {
            assertEquals(100_000, found.get(second)[0]);
        }
        assertEquals(List.of(50_000L, 50_000L), List.of(found.get(START)[0], found.get(START - 20)[0]));
    }

    @Example
    void aCallThatWasNotTimedIsNotInFlight() {
        CountedCalls calls = new CountedCalls();
        calls.add(0, START, -1, -1);
        assertEquals(
                0, found(calls).values().stream().mapToLong(each -> each[0]).sum());
    }

    @Example
    void aCallOfADayCountsAsFifteenMinutes() {
        for (int endMs : new int[] {-1, 0, 17, 999}) {
            CountedCalls calls = new CountedCalls();
            calls.add(0, START, endMs, 86_400_000);
            assertEquals(
                    900_000,
                    found(calls).values().stream().mapToLong(each -> each[0]).sum());
        }
    }

    private static List<Call> calls(long seed) {
        Random random = new Random(seed);
        List<Call> calls = new ArrayList<>();
        int longest = LONGEST_MS[random.nextInt(LONGEST_MS.length)];
        int days = 1 + random.nextInt(4);
        for (int i = 0; i < 300; i++) {
            long end = START * 1000
                    + 3_600_000
                    + random.nextInt(4_000)
                    - 2_000
                    + (random.nextInt(4) == 0 ? 86_400_000L * random.nextInt(days) : 0)
                    + (random.nextInt(3) == 0 ? random.nextInt(2_000_000) : 0);
            calls.add(new Call(random.nextInt(4), end, random.nextInt(longest + 1)));
        }
        return calls;
    }

    /** For each second the busy milliseconds, and the calls that touch it. */
    private static Map<Long, long[]> busyMs(List<Call> calls) {
        Map<Long, long[]> busy = new TreeMap<>();
        for (Call call : calls) {
            long from = call.endMs() - call.durationMs();
            for (long second = Math.floorDiv(from, 1000L); second * 1000 < call.endMs(); second++) {
                long[] sums = busy.computeIfAbsent(second, key -> new long[2]);
                sums[0] += Math.min(call.endMs(), (second + 1) * 1000) - Math.max(from, second * 1000);
                sums[1]++;
            }
        }
        return busy;
    }

    private static Map<Long, long[]> found(CountedCalls calls) {
        Map<Long, long[]> found = new TreeMap<>();
        calls.inFlight((at, seconds, second) -> {
            long[] sums = found.computeIfAbsent(at, key -> new long[2]);
            long whole = seconds.at(second, Figure.WHOLE);
            sums[0] += 1000 * whole + seconds.at(second, Figure.PART_MS);
            sums[1] += whole + seconds.at(second, Figure.PARTS);
        });
        return found;
    }

    private static String text(CountedCalls calls) {
        StringBuilder text = new StringBuilder();
        found(calls)
                .forEach((second, sums) -> text.append(second)
                        .append(' ')
                        .append(sums[0])
                        .append(' ')
                        .append(sums[1])
                        .append('\n'));
        return text.toString();
    }

    private static List<Long> union(Map<Long, long[]> one, Map<Long, long[]> other) {
        List<Long> all = new ArrayList<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
