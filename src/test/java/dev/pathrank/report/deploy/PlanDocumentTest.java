package dev.pathrank.report.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of documents of what has moved. */
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

    private DocumentNotes notes(PlanEmitFormat format, PlannedTraffic traffic) throws IOException {
        return PlanDocument.write(
                traffic.plan(TODAY),
                new PlanDocument.Request(format, Integer.MAX_VALUE, ReportOptions.DEFAULT, null),
                document);
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanEmitFormat.class,
            names = {"OPENAPI", "CLOUDFRONT"})
    void everyFormHoldsAWordAndAVariable(PlanEmitFormat format) throws IOException {
        assertEquals(
                List.of(), notes(format, calls("GET /region", "GET /user/<id>")).leftOut());
        assertTrue(document.toString().contains("/region"), document::toString);
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
