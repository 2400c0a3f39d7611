package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.rank.SampleStats;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked values of the reference on AWS limits and prices, section 7: "Worked check values". */
class CheckValuesTest {
    private static final PlanOptions OF_2017 =
            atOnce(PlanOptions.of(QuotaTable.ofEra("2017"), PriceList.ofRegion("2017", "us-east-1")));
    private static final PlanOptions TODAY =
            atOnce(PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1")));

    /** The mean is 50; at 99.9 % of instants no more than 73 are in flight. */
    @Test
    void twoHundredCallsOfAQuarterSecondRunFiftyAtATimeOnTheMean() {
        PlannedTraffic traffic = steady(200, 250);

        assertUse(73, 100, traffic.plan(OF_2017), Quota.CONCURRENCY);
        assertUse(73, 1000, traffic.plan(TODAY), Quota.CONCURRENCY);
        assertFalse(traffic.plan(OF_2017).exceedsQuota());
    }

    @Test
    void twelveHundredShortCallsEmptyTheBucketOf2017AndTakeATenthOfTheRequestsToday() {
        PlannedTraffic traffic = steady(1200, 50);

        Plan then = traffic.plan(OF_2017);
        assertUse(1200, 1000, then, Quota.API_RATE);
        assertTrue(PlannedTraffic.use(then, Quota.API_RATE).exceeded());
        assertTrue(
                PlannedTraffic.use(then, Quota.CONCURRENCY_BY_RATE).used() == null, "nobody knows that rule of 2017");
        Plan now = traffic.plan(TODAY);
        assertUse(85, 1000, now, Quota.CONCURRENCY);
        assertUse(1200, 10_000, now, Quota.CONCURRENCY_BY_RATE);
        assertUse(1200, 10_000, now, Quota.API_RATE);
        assertFalse(PlannedTraffic.use(now, Quota.API_RATE).exceeded());
    }

    @Test
    void aSecondAboveTheRateDoesNotExceedIt() {
        Plan then = new PlannedTraffic().calls("GET /a", 5, 1226, 50).plan(OF_2017);

        assertUse(1226, 1000, then, Quota.API_RATE);
        assertFalse(PlannedTraffic.use(then, Quota.API_RATE).exceeded());
        assertUse(226, 2000, then, Quota.API_BURST);
    }

    private static PlannedTraffic steady(int calls, long ms) {
        PlannedTraffic traffic = new PlannedTraffic();
        for (int second = 0; second < 60; second++) {
            traffic.calls("GET /a", second, calls, ms);
        }
        return traffic;
    }

    @Test
    void aHundredRunsOfOneGigabyteTakeSixtySevenInterfaces() {
        PlannedTraffic traffic = new PlannedTraffic().calls("GET /a", 5, 100, 1000);

        assertUse(67, 350, traffic.plan(inVpc(OF_2017, 1024)), Quota.INTERFACES);
        QuotaTable endOf2017 =
                QuotaTable.ofFile("end.yaml", "base: 2017\nrules:\n  interface-shared-by-mb: 3072\n", "us-east-1");
        assertUse(34, 350, traffic.plan(inVpc(with(OF_2017, endOf2017), 1024)), Quota.INTERFACES);
        assertUse(1, 500, traffic.plan(inVpc(TODAY, 1024)), Quota.INTERFACES);
    }

    @Test
    void aHundredRunsOfOneAndAHalfGigabytesDoNotFitASmallSubnet() {
        PlannedTraffic traffic = new PlannedTraffic().calls("GET /a", 5, 100, 1000);

        QuotaUse then = PlannedTraffic.use(traffic.plan(inVpc(OF_2017, 1536)), Quota.ADDRESSES);
        assertEquals(List.of(100L, 59L), List.of(then.used(), then.limit()));
        assertTrue(then.exceeded());
        assertFalse(PlannedTraffic.use(traffic.plan(inVpc(TODAY, 1536)), Quota.ADDRESSES)
                .exceeded());
    }

    @Test
    void aMillionRequestsOfHalfAGigabyte() {
        Cost then = bill(OF_2017, 1_000_000, 120);
        Cost now = bill(TODAY, 1_000_000, 120);

        assertEquals(0, new BigDecimal("1.867").compareTo(then.lambdaCost(OF_2017.prices(), false)));
        assertEquals(
                new BigDecimal("1.20"), now.lambdaCost(TODAY.prices(), false).setScale(2, RoundingMode.HALF_UP));
        assertEquals(0, now.lambdaCost(TODAY.prices(), true).signum(), "within the free tier");
    }

    @Test
    void aThousandMillionRequestsToTheRestApi() {
        Cost bill = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(1_000_000_000), BigDecimal.ZERO);

        assertEquals(
                0,
                new BigDecimal("3500")
                        .compareTo(bill.gatewayCost(OF_2017.prices()).orElseThrow()));
        assertEquals(
                0,
                new BigDecimal("3033.10")
                        .compareTo(bill.gatewayCost(TODAY.prices()).orElseThrow()));
    }

    @Test
    void addressesOfSubnets() {
        assertEquals(
                List.of(11L, 27L, 59L, 123L, 251L, 507L, 1019L, 2043L, 4091L, 65_531L),
                Stream.of(28, 27, 26, 25, 24, 23, 22, 21, 20, 16)
                        .map(bits -> Subnet.of("10.0.0.0/" + bits).addresses())
                        .toList());
    }

    private static PlanOptions atOnce(PlanOptions options) {
        return new PlanOptions(
                options.account(),
                options.functions(),
                new PlanOptions.Environments(options.environments().idleSeconds(), 0, 1, "nodejs22", false),
                options.growth(),
                options.headroom(),
                options.waves(),
                options.currentMonthlyCost());
    }

    private static Cost bill(PlanOptions options, long requests, long ms) {
        CostModel billing = new CostModel(options, new Window(0, Cost.DAYS * 86_400L - 1));
        EndpointStats stats =
                SampleStats.of("GET /a", requests).took(ms, ms, ms).get();
        return billing.ofMonth(stats, Target.FUNCTION_URL, requests, 0, 512);
    }

    private static void assertUse(long used, long limit, Plan plan, Quota quota) {
        QuotaUse use = PlannedTraffic.use(plan, quota);
        assertEquals(List.of(used, limit), List.of(use.used(), use.limit()), quota.label());
    }

    private static PlanOptions inVpc(PlanOptions options, long memory) {
        return copy(options, options.quotas(), memory, true, List.of(Subnet.of("10.0.1.0/26")));
    }

    private static PlanOptions with(PlanOptions options, QuotaTable quotas) {
        return copy(options, quotas, options.memoryMb(), options.vpc(), options.subnets());
    }

    private static PlanOptions copy(
            PlanOptions from, QuotaTable quotas, long memory, boolean vpc, List<Subnet> subnets) {
        return new PlanOptions(
                new PlanOptions.Account(quotas, from.prices(), from.freeTier()),
                new PlanOptions.Functions(memory, vpc, subnets),
                from.environments(),
                from.growth(),
                from.headroom(),
                from.waves(),
                from.currentMonthlyCost());
    }
}
