package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.rank.DeclaredEndpoints;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The load over time is that of the waves. */
class LoadTimelineTest {
    private static PlannedTraffic traffic() {
        PlannedTraffic traffic = new PlannedTraffic();
        for (int endpoint = 0; endpoint < 12; endpoint++) {
            for (int second = 0; second < 40; second++) {
                traffic.calls("GET /e" + endpoint, 7919L * endpoint + 86_400L / 4 * second, 1 + second % 5, 400);
            }
        }
        return traffic.calls("GET /e3", 777_600, 60, 2500).calls("POST /w", 777_600, 45, 3100);
    }

    @Test
    void thePeakOfEachWaveIsTheUseOfItsQuota() {
        LoadTimeline timeline = traffic().timeline();
        Plan plan = traffic()
                .plan(
                        PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1")),
                        DeclaredEndpoints.NONE,
                        timeline);

        assertFalse(plan.waves().isEmpty());
        for (Wave wave : plan.waves()) {
            assertEquals(use(wave, Quota.CONCURRENCY), most(timeline.environments(wave.number())), "in flight");
            assertEquals(use(wave, Quota.API_RATE), most(timeline.calls(wave.number())), "calls");
        }
    }

    @Test
    void itsStretchesCoverTheWindowAndKeepPeaks() {
        LoadTimeline timeline = traffic().timeline();
        Plan plan = traffic()
                .plan(
                        PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1")),
                        DeclaredEndpoints.NONE,
                        timeline);
        long at = (PlannedTraffic.START + 777_600 - timeline.firstSecond()) / timeline.stretchSeconds();

        assertEquals(3600, timeline.stretchSeconds(), "ten days in at most 360 stretches");
        assertArrayEquals(new long[timeline.stretches()], timeline.interfaces(1), "no VPC");
        // With the two calls of GET /e0 in that second.
        assertEquals(107, timeline.calls(plan.waves().size())[(int) at]);
    }

    private static long use(Wave wave, Quota quota) {
        return wave.uses().stream()
                .filter(use -> use.quota() == quota)
                .findFirst()
                .orElseThrow()
                .usedOr(-1);
    }

    private static long most(long[] loads) {
        return Arrays.stream(loads).max().orElseThrow();
    }
}
