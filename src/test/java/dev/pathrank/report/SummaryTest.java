package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.log.RejectReason;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.RunSummary.NewEndpoint;
import dev.pathrank.report.RunSummary.ObjectCounts;
import dev.pathrank.report.RunSummary.ReportRows;
import dev.pathrank.report.RunSummary.RowCounts;
import dev.pathrank.tally.Endpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Instant FIRST = Instant.parse("2017-02-01T00:00:00.999Z");
    private static final Instant LAST = Instant.parse("2017-02-21T23:59:59Z");

    @Test
    void writesTheAccountOfARun() throws IOException {
        RunSummary run = new RunSummary(
                new RunSummary.Total(
                        new ObjectCounts(12, 9, 2, 1),
                        new RowCounts(1000, 980, 13, 7),
                        Map.of(RejectReason.CUT, 2L, RejectReason.NO_PATH, 5L, RejectReason.BAD_JSON, 0L)),
                new RunSummary.Window(FIRST, LAST),
                new ReportRows(Map.of(EndpointKind.ENDPOINT, 40L, EndpointKind.ASSET, 6L), 25, 3L),
                false,
                List.of(new RunSummary.Hours(
                        Instant.parse("2017-02-03T04:00:00Z"), Instant.parse("2017-02-03T06:00:00Z"))),
                List.of(new NewEndpoint(new Endpoint("", "GET", "/user/<id>", 1, false, false), 3, FIRST, "/user/42")),
                List.of("wave 2 exceeds Lambda concurrency"),
                new RunSummary.Total(
                        new ObjectCounts(30, 28, 1, 1),
                        new RowCounts(5000, 4990, 0, 10),
                        Map.of(RejectReason.CUT, 10L)));
        assertEquals("""
                {
                  "objects": {
                    "listed": 12,
                    "read": 9,
                    "skipped": 2,
                    "failed": 1
                  },
                  "rows": {
                    "read": 1000,
                    "counted": 980,
                    "filtered": 13,
                    "rejected": 7
                  },
                  "rejected_by": {
                    "no-path": 5,
                    "cut": 2
                  },
                  "first_seen": "2017-02-01T00:00:00Z",
                  "last_seen": "2017-02-21T23:59:59Z",
                  "endpoints": 40,
                  "candidates": 25,
                  "assets": 6,
                  "calls_over_900_s": 3,
                  "complete": false,
                  "missing_hours": [ [ "2017-02-03T04:00:00Z", "2017-02-03T06:00:00Z" ] ],
                  "new_endpoints": [ {
                    "method": "GET",
                    "pattern": "/user/<id>",
                    "calls": 3,
                    "first_seen": "2017-02-01T00:00:00Z",
                    "example": "/user/42"
                  } ],
                  "crossed": [ "wave 2 exceeds Lambda concurrency" ],
                  "reported": {
                    "objects": {
                      "listed": 30,
                      "read": 28,
                      "skipped": 1,
                      "failed": 1
                    },
                    "rows": {
                      "read": 5000,
                      "counted": 4990,
                      "filtered": 0,
                      "rejected": 10
                    },
                    "rejected_by": {
                      "cut": 10
                    }
                  }
                }
                """, written(run));
    }

    @Test
    void aRunThatCountedNothingHasNoTime() throws IOException {
        RunSummary run = new RunSummary(
                new RunSummary.Total(new ObjectCounts(1, 1, 0, 0), new RowCounts(0, 0, 0, 0), Map.of()),
                null,
                new ReportRows(Map.of(), 0, null),
                true,
                null,
                null,
                List.of(),
                null);
        String written = written(run);
        assertEquals(written, written(run));
        assertEquals(
                "\"rejected_by\": { }, \"first_seen\": null, \"last_seen\": null, \"endpoints\": 0,",
                written.replaceAll("\\s+", " ").replaceAll(".*(\"rejected_by.*\"endpoints\": 0,).*", "$1"));
    }

    @Test
    void refusesSumsThatDoNotAddUp() {
        assertThrows(IllegalArgumentException.class, () -> new ObjectCounts(3, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RowCounts(3, 1, 1, 0));
        ObjectCounts objects = new ObjectCounts(1, 1, 0, 0);
        RowCounts rows = new RowCounts(3, 1, 1, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunSummary(
                        new RunSummary.Total(objects, rows, Map.of()),
                        new RunSummary.Window(FIRST, LAST),
                        new ReportRows(Map.of(), 0, null),
                        true,
                        null,
                        null,
                        List.of(),
                        null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunSummary(
                        new RunSummary.Total(objects, rows, Map.of(RejectReason.CUT, 1L)),
                        new RunSummary.Window(FIRST, LAST),
                        new ReportRows(Map.of(EndpointKind.ENDPOINT, 1L), 2, null),
                        true,
                        null,
                        null,
                        List.of(),
                        null));
    }

    private static String written(RunSummary run) throws IOException {
        StringWriter out = new StringWriter();
        RunSummaryJson.write(run, List.of(), out);
        return out.toString();
    }
}
