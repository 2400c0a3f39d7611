package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of the waves, and what each uses of a quota. */
class WaveCutterTest {
    private static Plan plan(PlannedTraffic traffic, QuotaTable quotas) {
        return traffic.plan(PlanOptions.of(quotas, PriceList.ofRegion("today", "us-east-1")));
    }

    private static List<Integer> sizes(Plan plan) {
        return plan.waves().stream().map(wave -> plan.of(wave).size()).toList();
    }

    @Test
    void eachWaveHasTwiceAsManyEndpointsAsTheOneBefore() {
        PlannedTraffic traffic = new PlannedTraffic();
        for (int endpoint = 0; endpoint < 12; endpoint++) {
            traffic.calls("GET /e" + endpoint, 60L * endpoint, 5, 200);
        }

        Plan plan = plan(traffic, QuotaTable.ofEra("today"));

        assertEquals(List.of(1, 2, 4, 5), sizes(plan));
        assertEquals(Phase.PILOT, plan.waves().get(0).phase());
    }

    /** Eleven endpoints have a call in flight at the same moments, and five others at moments of their own. */
    @Test
    void aWaveEndsBeforeTheEndpointThatIsTheFirstToExceedAQuota() {
        PlannedTraffic traffic = new PlannedTraffic();
        for (int endpoint = 0; endpoint < 11; endpoint++) {
            traffic.calls("GET /busy" + endpoint, 600, 1, 3000).calls("GET /busy" + endpoint, 1800, 1, 3000);
        }
        for (int endpoint = 0; endpoint < 5; endpoint++) {
            traffic.calls("GET /rare" + endpoint, 3600 + 60L * endpoint, 1, 3000);
        }

        Plan plan = plan(traffic, QuotaTable.ofFile("three.yaml", "quotas:\n  lambda-concurrency: 3\n", "us-east-1"));

        assertEquals(List.of(1, 2, 1, 8, 4), sizes(plan));
        Wave exceeding = plan.waves().get(3);
        assertEquals(List.of(Quota.CONCURRENCY), quotas(exceeding));
        assertEquals(11, exceeding.use(Quota.CONCURRENCY).orElseThrow().used());
        Wave last = plan.waves().get(4);
        assertEquals(List.of(), quotas(last), "it was exceeded before");
        assertTrue(last.additions().isEmpty(), () -> "nothing is added: " + last.additions());
    }

    private static List<Quota> quotas(Wave wave) {
        return wave.exceeded().stream().map(Wave.ExceededQuota::quota).toList();
    }
}
