package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Comparison of the joint load of endpoints with exact sums over every second of every set, in fractions. */
class CoincidingLoadProperties {
    private static final PlanOptions OPTIONS =
            PlanOptions.of(QuotaTable.ofEra("2017"), PriceList.ofRegion("2017", "us-east-1"));
    private static final int DAY = 86_400;

    /** A call of one endpoint: its second, its duration. */
    private record Call(String endpoint, long second, long ms) {}

    @Property(tries = 60)
    void concurrencyOfEveryBeginningIsThatOfBruteForce(@ForAll long seed) {
        List<Call> calls = calls(new Random(seed));
        PlannedTraffic traffic = new PlannedTraffic();
        calls.forEach(call -> traffic.calls(call.endpoint, call.second, 1, call.ms));

        Plan plan = traffic.plan(OPTIONS);

        List<String> moved = new ArrayList<>();
        for (PlannedEndpoint row : plan.moving()) {
            moved.add(row.ranked().stats().method() + " " + row.ranked().stats().pattern());
            assertEquals(bruteForce(calls, moved), row.forecast().concurrencyCumulative(), () -> "of " + moved);
        }
    }

    private static List<Call> calls(Random random) {
        int endpoints = 1 + random.nextInt(6);
        List<Call> calls = new ArrayList<>();
        for (int call = 0; call < 20 + random.nextInt(400); call++) {
            int endpoint = random.nextInt(endpoints);
            // Seconds around midnight, so that days must not be mixed up.
            long second = DAY - 10L + random.nextInt(20) + (random.nextInt(8) == 0 ? DAY : 0);
            calls.add(new Call("GET /e" + endpoint, second, 1L + random.nextInt(4000) * (1L + endpoint)));
        }
        return calls;
    }

    /** In fractions of one common denominator. */
    private static long bruteForce(List<Call> calls, List<String> moved) {
        Map<String, long[]> sums = new HashMap<>();
        for (Call call : calls) {
            long[] sum = sums.computeIfAbsent(call.endpoint, key -> new long[2]);
            sum[0] += call.ms;
            sum[1]++;
        }
        BigInteger denominator = sums.values().stream()
                .map(sum -> BigInteger.valueOf(sum[1] * 1000))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        Map<Long, BigInteger> bySecond = new HashMap<>();
        for (Call call : calls) {
            if (moved.contains(call.endpoint)) {
                long[] sum = sums.get(call.endpoint);
                BigInteger mean =
                        denominator.multiply(BigInteger.valueOf(sum[0])).divide(BigInteger.valueOf(sum[1] * 1000));
                bySecond.merge(call.second, mean, BigInteger::add);
            }
        }
        BigInteger most = bySecond.values().stream().max(BigInteger::compareTo).orElse(BigInteger.ZERO);
        return most.add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator)
                .longValueExact();
    }

    @Example
    void peaksAtDifferentTimesDoNotAddUp() {
        Plan plan = new PlannedTraffic()
                .calls("GET /a", 10, 30, 1000)
                .calls("GET /b", 20, 40, 1000)
                .calls("GET /b", 10, 5, 1000)
                .plan(OPTIONS);

        QuotaUse use = PlannedTraffic.use(plan, Quota.CONCURRENCY);
        assertEquals(40L, use.used());
        assertEquals(70L, use.sumOfPeaks());
        assertEquals(PlannedTraffic.START + 20, use.peakAt());
    }

    @Example
    void theFirstSecondAboveAQuotaIsNamed() {
        Plan plan = new PlannedTraffic()
                .calls("GET /a", 10, 60, 1000)
                .calls("GET /b", 10, 40, 1000)
                .calls("GET /a", 30, 60, 1000)
                .calls("GET /b", 30, 41, 1000)
                .calls("GET /a", 50, 200, 1000)
                .plan(OPTIONS);

        QuotaUse use = PlannedTraffic.use(plan, Quota.CONCURRENCY);
        assertEquals(PlannedTraffic.START + 30, use.brokenAt());
        assertEquals(PlannedTraffic.START + 50, use.peakAt());
    }
}
