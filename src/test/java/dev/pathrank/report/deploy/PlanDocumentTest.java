package dev.pathrank.report.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedTraffic;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that endpoints that a document cannot express are left out and named with the reason. */
class PlanDocumentTest {
    private static final PlanOptions TODAY =
            PlanOptions.of(QuotaTable.ofEra("today"), PriceList.ofRegion("today", "us-east-1"));

    private final StringWriter document = new StringWriter();

    private static PlannedTraffic calls(String... endpoints) {
        PlannedTraffic traffic = new PlannedTraffic();
        for (String endpoint : endpoints) {
            traffic.calls(endpoint, 5, 10, 50);
        }
        return traffic;
    }

    private List<String> leftOut(PlanEmitFormat format, PlannedTraffic traffic) throws IOException {
        return PlanDocument.write(traffic.plan(TODAY), format, Integer.MAX_VALUE, ReportOptions.DEFAULT, document);
    }

    @ParameterizedTest
    @EnumSource(PlanEmitFormat.class)
    void everyFormHoldsAWordAndAVariable(PlanEmitFormat format) throws IOException {
        assertEquals(List.of(), leftOut(format, calls("GET /region", "GET /user/<id>")));
        assertTrue(document.toString().contains("/region"), document::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /at/<lat>,<lon>  | a path parameter of API Gateway must be a whole segment, unlike <lat>,<lon>
            GET /a/<path+>/b     | a path parameter of several segments must come last
            GET /a~b             | API Gateway allows letters, digits and _-.,: in a path, unlike a~b
            PROPFIND /a          | API Gateway does not support the method PROPFIND
            """)
    void apiGatewayLeavesOutWhatIsNoRouteOfIts(String endpoint, String reason) throws IOException {
        List<String> said = leftOut(PlanEmitFormat.APIGATEWAY, calls("GET /region", endpoint));

        assertEquals(List.of(endpoint + ": " + reason), said);
        assertTrue(document.toString().contains("/region"), "the others are written");
        assertFalse(
                document.toString().contains(endpoint.split("/")[1].split("[/<]")[0] + "\"" + ": {"), "this is not");
    }

    @Test
    void aFunctionWithoutARouteIsSaidToHaveNoEvent() throws IOException {
        assertEquals(
                List.of("GET /a~b: API Gateway allows letters, digits and _-.,: in a path, unlike a~b; its "
                        + "function has no event"),
                leftOut(PlanEmitFormat.SAM, calls("GET /a~b")));
    }

    @Test
    void moreBehavioursThanADistributionMayHaveAreSaidInTheDocument() throws IOException {
        PlannedTraffic many = new PlannedTraffic();
        for (int number = 0; number < 80; number++) {
            many.calls("GET /page-" + number, 5, 10, 50);
        }

        leftOut(PlanEmitFormat.CLOUDFRONT, many);

        assertTrue(document.toString().contains("80 behaviours exceed the quota of 75"), document::toString);
    }
}
