package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.plan.load.RefusalCause;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.report.plan.RequestText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The load of API Gateway is that of what moves to its APIs, not of function URLs and load balancers. */
class GatewayLoadTest {
    /** More calls in one second than the rate and the burst of API Gateway, and than 10 for each environment. */
    private static final int PUSH = 30_000;

    private static final PlanOptions TODAY =
            PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1"));

    private static WaveLoad lastOf(Plan plan) {
        return plan.loads().get(plan.loads().size() - 1);
    }

    private static boolean throttled(Plan plan) {
        return lastOf(plan).refusals().causes().stream().anyMatch(each -> each.cause() == RefusalCause.RATE);
    }

    @Test
    void callsOfFunctionUrlsTakeNoTokenOfApiGateway() {
        PlannedTraffic traffic = new PlannedTraffic().calls("GET /a~b", 5, PUSH, 50);
        LoadTimeline timeline = traffic.timeline();

        Plan plan = traffic.plan(TODAY, DeclaredEndpoints.NONE, timeline);

        QuotaUse rate = PlannedTraffic.use(plan, Quota.API_RATE);
        assertEquals(0, rate.usedOr(-1));
        assertFalse(rate.exceeded());
        assertEquals(PUSH, PlannedTraffic.use(plan, Quota.CONCURRENCY_BY_RATE).usedOr(-1), "they are Lambda's");
        assertFalse(throttled(plan));
        assertEquals(new WaveLoad.Throttling(0, 5000, 0, 5000), lastOf(plan).throttling());
        assertEquals(0, Arrays.stream(timeline.calls(1)).max().orElseThrow());
        List<QuotaRequest> requests = QuotaRequest.of(plan);
        assertFalse(requests.isEmpty());
        for (QuotaRequest request : requests) {
            List<String> answers = new RequestText(plan).answers(request);
            assertTrue(!answers.toString().contains("API Gateway"), answers::toString);
            assertTrue(answers.contains("2. Peak request rate: 30,000 a second"), answers::toString);
            assertTrue(
                    answers.contains("6. Source of the invocations: function URLs behind CloudFront"),
                    answers::toString);
        }
    }

    @Test
    void anApiHasTheLoadOfItsOwnEndpointsWhateverMovesBeforeThem() {
        PlannedTraffic api = new PlannedTraffic().calls("GET /b", 5, PUSH, 50).calls("GET /c", 7, 100, 50);
        PlannedTraffic both = new PlannedTraffic()
                .calls("GET /a~b", 5, PUSH, 50)
                .calls("GET /b", 5, PUSH, 50)
                .calls("GET /c", 7, 100, 50)
                .calls("POST /d~e", 7, PUSH, 50);

        Plan alone = api.plan(TODAY);
        Plan together = both.plan(TODAY);

        assertEquals(PUSH, PlannedTraffic.use(together, Quota.API_RATE).usedOr(-1));
        assertTrue(throttled(together));
        assertEquals(lastOf(alone).throttling(), lastOf(together).throttling());
        assertTrue(lastOf(alone).throttling().refusedEvenly() > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /b   | API Gateway
            POST /b  | API Gateway
            GET /a~b | function URLs
            POST /a~b | an Application Load Balancer
            """)
    void aRequestNamesWhatCallsTheFunctions(String endpoint, String source) {
        Plan plan = new PlannedTraffic().calls(endpoint, 5, PUSH, 50).plan(TODAY);

        List<String> answers =
                new RequestText(plan).answers(QuotaRequest.of(plan).get(0));

        assertTrue(
                answers.contains("6. Source of the invocations: " + source + " behind CloudFront"), answers::toString);
    }
}
