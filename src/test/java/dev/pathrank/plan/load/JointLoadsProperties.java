package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.tally.seconds.CountedCalls;
import dev.pathrank.tally.seconds.CountedCalls.Call;
import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlightReader;
import dev.pathrank.tally.seconds.InFlightVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Comparison of the load of every beginning of a sequence with that of the same calls as if of one endpoint. */
class JointLoadsProperties {
    /** 2026-10-05T23:59:00Z, so that days must not be mixed up. */
    private static final long START = 1_791_244_740;

    private static final EnvironmentRules AT_ONCE = new EnvironmentRules(0, 600, 900, 1, 1000);

    @Property(tries = 40)
    void theFirstEndpointsTogetherAreAsOneEndpoint(@ForAll long seed) {
        Random random = new Random(seed);
        int endpoints = 1 + random.nextInt(5);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long end = START * 1000 + random.nextInt(130_000) + (random.nextInt(8) == 0 ? 86_400_000 : 0);
            // Most calls have times of their own, so that the first endpoints peak when the last is idle.
            int endpoint = random.nextInt(8) == 0 ? random.nextInt(endpoints) : (int) (end / 20_000 % endpoints);
            calls.add(new Call(endpoint, end, random.nextInt(random.nextBoolean() ? 900 : 30_000)));
        }
        int[] places = IntStream.range(0, endpoints).toArray();
        StartingUp startingUp = new StartingUp(endpoints);
        JointLoads joint = joint(new CountedCalls().add(calls, true), places, startingUp);

        for (int last = 0; last < endpoints; last++) {
            int upTo = last;
            List<Call> asOne = calls.stream()
                    .filter(call -> call.endpoint() <= upTo)
                    .map(call -> new Call(0, call.endMs(), call.durationMs()))
                    .toList();
            Map<Long, Long> starting = startingUp.upTo(last);
            long[] most = {0};
            new CountedCalls()
                    .add(asOne, true)
                    .inFlight((at, seconds, second) -> most[0] = Math.max(
                            most[0],
                            InFlightFigure.of(seconds, second, AT_ONCE.growth()) + starting.getOrDefault(at, 0L)));
            assertEquals(most[0], joint.environments().most(last), () -> "the endpoints up to " + upTo);
        }
    }

    /** The environments that start up in each second, which every endpoint needs by itself. */
    private static final class StartingUp implements InFlightVisitor {
        private final StartUps startUps;
        private final List<Map<Long, Long>> each = new ArrayList<>();
        private long first;

        StartingUp(int endpoints) {
            startUps = StartUps.of(new long[endpoints], AT_ONCE, Long.MAX_VALUE);
            IntStream.range(0, endpoints).forEach(place -> each.add(new HashMap<>()));
        }

        @Override
        public void window(long firstSecond) {
            first = firstSecond;
        }

        @Override
        public void seconds(int place, InFlight seconds) {
            for (int i = 0; i < seconds.size(); i++) {
                each.get(place).put(first + seconds.second(i), startUps.startingUp(i));
            }
        }

        Map<Long, Long> upTo(int last) {
            Map<Long, Long> sums = new HashMap<>();
            each.subList(0, last + 1)
                    .forEach(one -> one.forEach((second, number) -> sums.merge(second, number, Long::sum)));
            return sums;
        }
    }

    @Example
    void peaksAtDifferentTimesDoNotAddUp() {
        CountedCalls calls = new CountedCalls();
        for (int i = 0; i < 30; i++) {
            calls.add(0, START, -1, 20_000);
        }
        for (int i = 0; i < 40; i++) {
            calls.add(1, START + 100, -1, 20_000);
        }
        JointLoads joint = joint(calls, new int[] {0, 1}, new StartingUp(2));

        assertEquals(30, joint.environments().most(0));
        assertEquals(40, joint.environments().most(1));
        assertEquals(START + 80, joint.environments().mostAt(1));
        assertEquals(START + 80, joint.environments().firstAbove(0, 1));
    }

    private static JointLoads joint(CountedCalls calls, int[] places, StartingUp startingUp) {
        StartUps startUps = startingUp.startUps;
        JointLoads joint = new JointLoads(startUps, AT_ONCE, new long[places.length], 0, new long[] {35}, new long[0]);
        InFlightReader reader =
                new InFlightReader(places.length, new ShownStartUps(startUps, List.of(startingUp, joint)));
        calls.read(places, reader);
        reader.finish();
        joint.finish();
        return joint;
    }
}
