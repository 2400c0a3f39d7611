package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.seconds.CountedCalls;
import dev.pathrank.tally.seconds.CountedCalls.Call;
import dev.pathrank.tally.seconds.InFlightReader;
import java.util.ArrayList;
import java.util.List;
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
            calls.add(new Call(random.nextInt(endpoints), end, random.nextInt(random.nextBoolean() ? 900 : 30_000)));
        }
        int[] places = IntStream.range(0, endpoints).toArray();
        JointLoads joint = joint(new CountedCalls().add(calls, true), places);

        for (int last = 0; last < endpoints; last++) {
            int upTo = last;
            List<Call> asOne = calls.stream()
                    .filter(call -> call.endpoint() <= upTo)
                    .map(call -> new Call(0, call.endMs(), call.durationMs()))
                    .toList();
            if (!asOne.isEmpty()) {
                EndpointLoads one = alone(new CountedCalls().add(asOne, true), new int[] {0});
                long extra = joint.environments().most(last) - one.concurrency(0);
                // What an even spread needs beyond the figure is added for each endpoint by itself.
                assertTrue(extra >= 0, "less than the calls in flight");
                assertTrue(extra <= 3 + upTo, () -> extra + " more up to " + upTo);
            }
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
        JointLoads joint = joint(calls, new int[] {0, 1});

        assertEquals(30, joint.environments().most(0));
        assertEquals(40, joint.environments().most(1));
        assertEquals(START + 80, joint.environments().mostAt(1));
        assertEquals(START + 80, joint.environments().firstAbove(0, 1));
    }

    private static EndpointLoads alone(CountedCalls calls, int[] places) {
        EndpointLoads loads =
                new EndpointLoads(new long[places.length], new int[places.length], AT_ONCE, Long.MAX_VALUE);
        read(calls, places, new InFlightReader(places.length, loads));
        return loads;
    }

    private static JointLoads joint(CountedCalls calls, int[] places) {
        StartUps startUps = StartUps.of(new long[places.length], AT_ONCE, Long.MAX_VALUE);
        JointLoads joint = new JointLoads(startUps, AT_ONCE, new long[places.length], 0, new long[] {35}, new long[0]);
        read(calls, places, new InFlightReader(places.length, new ShownStartUps(startUps, List.of(joint))));
        joint.finish();
        return joint;
    }

    private static void read(CountedCalls calls, int[] places, InFlightReader reader) {
        calls.read(places, reader);
        reader.finish();
    }
}
