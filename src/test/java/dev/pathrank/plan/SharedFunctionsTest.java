package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Functions that answer for several methods, and instances that run several functions. */
class SharedFunctionsTest {
    private static final PlanOptions TODAY =
            PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1"));
    private static final int MINUTES = 1440;

    /** A SAM function with an API event expands to a function, a role and a permission. */
    @Test
    void headSharesTheFunctionOfGetAndPreflightsNeedNone() {
        Plan plan = new PlannedTraffic()
                .calls("GET /a", 1, 300, 50)
                .calls("HEAD /a", 2, 200, 50)
                .calls("OPTIONS /a", 3, 200, 50)
                .calls("POST /a", 4, 300, 50)
                .calls("GET /b", 5, 300, 50)
                .plan(TODAY);

        assertEquals(5, plan.moving().size());
        assertEquals(3 * 3, PlannedTraffic.use(plan, Quota.TEMPLATE).used());
        assertEquals(4, PlannedTraffic.use(plan, Quota.ROUTES).used(), "CORS answers OPTIONS without a route");
    }

    @Test
    void headAloneHasItsOwnFunction() {
        Plan plan = new PlannedTraffic()
                .calls("HEAD /a", 1, 300, 50)
                .calls("GET /b", 5, 300, 50)
                .plan(TODAY);

        long functions = plan.moving().size();
        assertEquals(3 * functions, PlannedTraffic.use(plan, Quota.TEMPLATE).used());
    }

    /**
     * Sixty calls of 5 s a minute keep five environments of 1 GB busy: 12,960,000 GB-seconds a month cost $216.00.
     * Three instances of $0.0816 and 15 % cost $202.69 in 720 hours; the requests cost the same on both.
     */
    @Test
    void steadyLoadMayRunOnManagedInstances() {
        Plan plan = everyMinute("GET /a", 60, 60).plan(withMemory(1024));

        PlannedEndpoint row = plan.moving().get(0);
        assertEquals(Target.HTTP_API, row.target().target());
        assertEquals(
                "within its limits and cheaper than the REST API; steady load: on Managed Instances it may cost up to"
                        + " $14 a month less",
                row.target().reason());
        assertNotNull(plan.cost().managedInstances());
    }

    @Test
    void loadThatDoublesWithinFiveMinutesMayNot() {
        Plan plan = everyMinute("GET /a", 60, 121).plan(withMemory(1024));

        PlannedEndpoint row = plan.moving().get(0);
        assertFalse(row.target().reason().contains("Managed Instances"), row.target()::reason);
        assertEquals(0, plan.managedInstancesCost(row).stream().count());
        assertNull(plan.cost().managedInstances());
    }

    /** Each function has three environments of a vCPU: ten functions need 30 vCPUs, which are 15 instances. */
    @Test
    void eachFunctionNeedsThreeEnvironmentsOfTheFleet() {
        PlannedTraffic traffic = everyMinute("GET /a", 60, 60);
        for (int other = 0; other < 9; other++) {
            for (int minute = 0; minute < MINUTES; minute++) {
                traffic.calls("GET /other" + other, 60L * minute, 1, 50);
            }
        }
        traffic.calls("HEAD /a", 7, 1, 50);

        Plan plan = traffic.plan(withMemory(1024));

        // 15 x 0.0816 x 1.15 x 720 h, and 69 calls a minute at $0.20 and $1.00 a million.
        BigDecimal fleet = Objects.requireNonNull(plan.cost().managedInstances());
        assertEquals("1017.05", fleet.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    private static PlanOptions withMemory(long memoryMb) {
        return new PlanOptions(
                TODAY.account(),
                new PlanOptions.Functions(memoryMb, false, TODAY.subnets()),
                TODAY.environments(),
                TODAY.growth(),
                TODAY.headroom(),
                TODAY.waves(),
                TODAY.currentMonthlyCost());
    }

    /** A day of calls of 5 s, the same in every minute but one. */
    private static PlannedTraffic everyMinute(String endpoint, int calls, int once) {
        PlannedTraffic traffic = new PlannedTraffic();
        for (int minute = 0; minute < MINUTES; minute++) {
            traffic.calls(endpoint, 60L * minute, minute == 700 ? once : calls, 5000);
        }
        traffic.calls(endpoint, 86_399, 1, 5000);
        return traffic;
    }
}
