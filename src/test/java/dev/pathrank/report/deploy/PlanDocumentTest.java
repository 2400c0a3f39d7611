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
        return notes(format, traffic).leftOut();
    }

    private DocumentNotes notes(PlanEmitFormat format, PlannedTraffic traffic) throws IOException {
        return PlanDocument.write(
                traffic.plan(TODAY),
                new PlanDocument.Request(format, Integer.MAX_VALUE, ReportOptions.DEFAULT, null),
                document);
    }

    @ParameterizedTest
    @EnumSource(value = PlanEmitFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOUDFRONT_FUNCTION")
    void everyFormHoldsAWordAndAVariable(PlanEmitFormat format) throws IOException {
        assertEquals(List.of(), leftOut(format, calls("GET /region", "GET /user/<id>")));
        assertTrue(document.toString().contains("/region"), document::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /at/<lat>,<lon>  | function URL; a path parameter of API Gateway must be a whole segment
            GET /a/<path+>/b     | function URL; a path parameter of several segments must come last
            GET /a~b             | function URL; API Gateway allows no ~ in a path
            POST /me/$count      | ALB; API Gateway allows no $ in a path; its price is not included in the cost
            """)
    void apiGatewayLeavesOutWhatIsNoRouteOfIts(String endpoint, String reason) throws IOException {
        List<String> said = leftOut(PlanEmitFormat.APIGATEWAY, calls("GET /region", endpoint));

        assertEquals(List.of(endpoint + ": its target is " + reason), said);
        assertTrue(document.toString().contains("/region"), "the others are written");
        assertFalse(
                document.toString().contains(endpoint.split("/")[1].split("[/<]")[0] + "\"" + ": {"), "this is not");
    }

    @Test
    void whatNoApiCanHaveARouteForGetsAFunctionUrl() throws IOException {
        assertEquals(List.of(), leftOut(PlanEmitFormat.SAM, calls("GET /a~b")));
        assertTrue(document.toString().contains("FunctionUrlConfig"), document::toString);
    }

    @Test
    void moreBehavioursThanADistributionMayHaveAreSaid() throws IOException {
        PlannedTraffic many = new PlannedTraffic();
        for (int number = 0; number < 80; number++) {
            many.calls("GET /page-" + number, 5, 10, 50);
        }

        DocumentNotes notes = notes(PlanEmitFormat.CLOUDFRONT, many);

        assertTrue(notes.warnings().contains("80 behaviours exceed the quota of 75"), notes::toString);
    }
}
