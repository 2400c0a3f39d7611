package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the plan on logs that people were misled by: long calls, uploads, a daily push, a nightly job. */
class PlanCasesTest {
    @TempDir
    private Path folder;

    private final TimedLog log = new TimedLog();

    private Cli plan(String... options) throws IOException {
        return Cli.run("plan", log.to(folder.resolve("case.log")), options);
    }

    @Test
    void longCallsOverlapAndDoNotMultiply() throws IOException {
        for (int call = 0; call < 100; call++) {
            log.call("2026-10-05\t02:00:00", "GET", "/export/all", "-", 200, "20.000");
        }
        for (int minute = 0; minute < 60; minute++) {
            log.call(
                    String.format(Locale.ROOT, "2026-10-05\t03:%02d:00", minute),
                    "GET",
                    "/report/daily",
                    "-",
                    200,
                    "25.000");
        }

        Cli plan = plan().exits(0);

        assertEquals("100", plan.cell("GET /export/all", "concurrency"));
        assertEquals("100", plan.cell("GET /export/all", "environments"));
        assertEquals("1", plan.cell("GET /report/daily", "concurrency"));
        assertEquals("1", plan.cell("GET /report/daily", "environments"));
    }

    @Test
    void uploadsThatNoFunctionAcceptsAreRedesigned() throws IOException {
        for (int call = 0; call < 60; call++) {
            String at = String.format(Locale.ROOT, "2026-10-05\t02:%02d:00", call);
            log.call(at, "POST", "/media/photos", "-", call % 2 == 0 ? 7_797_346 : 5_935_152, "1.200");
            log.call(at, "POST", "/media/notes", "-", 6_291_456, "0.100");
        }

        Cli plan = plan().exits(0);

        assertEquals("stays", plan.cell("POST /media/photos", "target"));
        assertEquals(
                "30 requests over 6 MB: upload to S3 with a presigned URL instead",
                plan.cell("POST /media/photos", "target_reason"));
        assertEquals("needs redesign: 30 requests over 6 MB", plan.cell("POST /media/photos", "reason"));
        assertEquals("HTTP API", plan.cell("POST /media/notes", "target"), "6,291,456 bytes are allowed");
    }

    @Test
    void whatComesBackEveryDayIsToldAndAJobBelongsOnAScheduler() throws IOException {
        for (int day = 1; day <= 14; day++) {
            String date = String.format(Locale.ROOT, "2026-10-%02d\t", day);
            for (int hour = 0; hour < 24; hour++) {
                log.call(date + String.format(Locale.ROOT, "%02d:00:00", hour), "GET", "/feed", "-", 200, "0.050");
            }
            for (int reader = 0; reader < 120; reader++) {
                log.call(
                        date + String.format(Locale.ROOT, "16:00:%02d", reader / 30),
                        "GET",
                        "/inbox/" + reader,
                        "-",
                        200,
                        "0.050");
            }
            log.call(date + "02:30:00", "POST", "/jobs/settle", "-", 200, "9.000");
        }

        Cli plan = plan().exits(0);

        assertEquals("daily 16:00", plan.cell("GET /inbox/<id>", "recurs"));
        assertEquals("daily 02:30", plan.cell("POST /jobs/settle", "recurs"));
        assertEquals("", plan.cell("GET /feed", "recurs"));
        assertTrue(
                plan.cell("POST /jobs/settle", "reason")
                        .contains("a job (daily 02:30 UTC): start it with a scheduler instead of a call"),
                plan::toString);
    }

    @Test
    void callsThatTakeTooLongFailByTheirTarget() throws IOException {
        for (int call = 0; call < 600; call++) {
            String at = String.format(Locale.ROOT, "2026-10-05\t%02d:%02d:00", 2 + call / 60, call % 60);
            log.call(at, "GET", "/slow", "-", 200, call < 2 ? "30.001" : call < 5 ? "30.000" : "0.100");
        }

        Cli plan = plan().exits(0);

        assertEquals("2", plan.cell("GET /slow", "failing_calls"));
        assertEquals("1", plan.cell("GET /slow", "failing_peak"));
        assertEquals("time-out", plan.cell("GET /slow", "failing_cause"));
        Cli page = plan("--format", "markdown").exits(0);
        assertTrue(!page.out().contains("every quota that is known holds"), page::toString);
        page.printsLine(".*Single endpoints exceed: time-out in seconds, slowest call from wave 1\\..*");
    }

    /** A call that grows to a little more than one is not two. */
    @Test
    void growthIsRoundedForAllCallsThatFailTogether() throws IOException {
        for (int call = 0; call < 600; call++) {
            String at = String.format(Locale.ROOT, "2026-10-05\t%02d:00:%02d", 2 + call / 60, call % 60);
            log.call(at, "GET", "/slow", "-", 200, call < 5 ? "30.001" : "0.100");
        }

        Cli plan = plan("--growth", "1.2").exits(0);

        assertEquals("6", plan.cell("GET /slow", "failing_calls"));
        assertEquals("6", plan.cell("GET /slow", "failing_peak"));
    }

    @Test
    void anEventStreamIsAConnection() throws IOException {
        for (int call = 0; call < 30; call++) {
            log.call(
                    "2026-10-05\t02:00:" + (10 + call),
                    "GET",
                    "/events",
                    "text/event-stream;charset=utf-8",
                    200,
                    "1.000");
        }

        Cli plan = plan().exits(0);

        assertEquals("stays", plan.cell("GET /events", "target"));
        assertEquals("connections 30", plan.cell("GET /events", "hazards"));
        assertEquals("", plan.cell("GET /events", "concurrency"));
    }
}
