package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what the pages of a plan say of money, limits and eras. */
class PlanPageTest {
    private static final String STORY = "docs/story/story.gz";

    @TempDir
    private Path folder;

    private final TimedLog log = new TimedLog();

    private void call(String at, String method, String path, String seconds) {
        log.call(at, method, path, "application/json", 200, seconds);
    }

    /** A call every five minutes of two days. */
    private void twoDaysOf(String path, String seconds) {
        for (int call = 0; call < 2 * 288; call++) {
            String time = String.format(Locale.ROOT, "%02d:%02d:30", call % 288 / 12, call % 12 * 5);
            call("2026-10-0" + (5 + call / 288) + "\t" + time, "GET", path, seconds);
        }
    }

    private Cli plan(String... options) throws IOException {
        return Cli.run("plan", log.to(folder.resolve("case.log")), options).exits(0);
    }

    private static String page(Object... options) {
        return Cli.run("plan", STORY, "--format", "markdown", options).exits(0).out();
    }

    /** 288 calls a day of 512 MB; in 2017 each is billed as 18 steps of 100 ms, and to the REST API. */
    @ParameterizedTest
    @CsvSource({"1.800, 0.161594", "1.801, 0.168795", "1.701, 0.161594", "0.001, 0.039169", "0.000, 0.039169"})
    void everyCallIsRoundedUpByItself(String seconds, String dollars) throws IOException {
        twoDaysOf("/a", seconds);

        Cli plan = plan("--quotas", "2017", "--no-free-tier");

        assertEquals(dollars, plan.cell("GET /a", "cost_month"));
    }

    /** A time-out is no quota that endpoints share, but calls fail by it. */
    @Test
    void noPageSaysThatNothingIsExceededWhereOneEndpointExceedsALimitAlone() throws IOException {
        twoDaysOf("/a", "0.100");
        call("2026-10-05\t12:00:30", "GET", "/a", "31.000");
        Path html = folder.resolve("page.html");
        Path log = this.log.to(folder.resolve("case.log"));

        String page = Cli.run("plan", log, "--format", "markdown").exits(0).out();
        Cli.run("plan", log, "-o", html).exits(0);
        Cli.run("plan", log, "--fail-on-breach")
                .exits(4)
                .saysOnErr("wave 1: GET /a alone exceeds time-out in seconds, slowest call: needs 31, quota 30");

        assertFalse(page.contains("No quota is first exceeded in this wave."), page);
        assertTrue(page.contains("| 1 | 1 | time-out in seconds, slowest call | "), page);
        String first = Files.readString(html);
        assertTrue(first.contains("From wave 1 on single endpoints exceed time-out"), first);
        assertFalse(first.contains("no known quota is exceeded in any wave"), first);
        assertFalse(first.contains("None in any wave"), first);
        assertFalse(first.contains("Nothing, if nothing else uses the account"), first);
    }

    /** A request for more routes would be in vain: each takes an integration. */
    @Test
    void endpointsBeyondOneApiAreDividedAndNotAskedFor() throws IOException {
        List.of("/a", "/b", "/c").forEach(path -> twoDaysOf(path, "0.010"));
        Path quotas = Files.writeString(
                folder.resolve("small.yaml"), "quotas:\n  api-gateway-routes: 2\n  api-gateway-integrations: 2\n");

        String page =
                plan("--quotas", quotas.toString(), "--format", "markdown").out();

        assertFalse(page.contains("Request: increase"), page);
        assertTrue(page.contains("divide the endpoints over several APIs, as the templates of --emit do."), page);
    }

    @Test
    void aBucketWithoutTokensRunsEmpty() throws IOException {
        for (int call = 0; call < 30; call++) {
            call("2026-10-05\t12:00:30", "GET", "/a", "0.010");
        }
        Path quotas = Files.writeString(
                folder.resolve("small.yaml"), "quotas:\n  api-gateway-rate: 10\n  api-gateway-burst: 5\n");

        String page =
                plan("--quotas", quotas.toString(), "--format", "markdown").out();

        assertTrue(page.contains("bucket of 5 tokens runs empty, so that 15 calls would be throttled, if"), page);
    }

    @Test
    void threeMinutesAreNoDay() {
        String page = page();

        assertTrue(page.contains(" UTC (3 minutes), with the quotas of "), page);
        assertTrue(page.contains(
                " a month when everything has moved, if calls came day and night as in these 3 minutes."));
        assertTrue(page.contains("**The logs are 3 minutes long, and a month is 14,400 times that**"));
        String report = report(STORY);
        assertTrue(report.contains("minutes from the first call to the last"));
        assertTrue(report.contains("The logs are 3 minutes long, and a month is 14,400 times that"));
    }

    private String report(Object... words) {
        Path file = folder.resolve("report.html");
        Cli.run("report", "-o", file, words).exits(0);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void causesOfFailingCallsAreAddedUpInWords() {
        String page = page("--quotas", "2017", "--memory", "1536", "--vpc", "--subnets", "10.0.1.0/26");

        assertTrue(
                page.contains(
                        ": concurrency, network interfaces and subnet addresses are lacking for the same calls, so"
                                + " only the largest of them counts in each second"),
                page);
    }

    /** What did not exist early in 2017 may be named where the page says that it tells how things are done today. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "function URL",
                "HTTP API",
                "Managed Instances",
                "ALB",
                "load balancer",
                "provisioned",
                "SnapStart"
            })
    void nothingIsProposedThatDidNotExist(String later) {
        String page = page("--quotas", "2017", "--vpc");

        assertTrue(page.contains("nothing is proposed as a target that did not exist then"));
        assertFalse(page.substring(page.indexOf("\n## Wave 1")).contains(later), later);
    }

    @Test
    void cloudFrontWaitsNoLongerForAFunctionUrl() throws IOException {
        twoDaysOf("/files/a%252Fb", "0.100");
        call("2026-10-05\t12:00:01", "GET", "/files/a%252Fb", "45.000");

        Cli plan = plan();
        assertEquals("function URL", plan.column("target").get(0));
        assertEquals("1", plan.column("failing_calls").get(0));
        assertEquals("time-out", plan.column("failing_cause").get(0));
        assertTrue(plan.out().contains("slow ms 45000; "), plan::toString);

        Path patient = Files.writeString(folder.resolve("patient.yaml"), "rules:\n  origin-timeout-s: 60\n");
        Cli waits = plan("--quotas", patient.toString());
        assertEquals("0", waits.column("failing_calls").get(0));
        assertFalse(waits.out().contains("slow ms"), waits::toString);
    }

    @Test
    void theSwitchHasItsPrice() throws IOException {
        twoDaysOf("/a", "0.100");
        String row = "| CloudFront Function of the switch and reads of its store, at most | ";

        assertTrue(plan("--format", "markdown").out().contains(row + "$0.00 |"), "within the free amounts");
        Cli grown = plan("--format", "markdown", "--growth", "1000", "--no-free-tier");
        // 8.64 million calls, each with at most four reads: 0.864 + 1.0368
        assertTrue(grown.out().contains(row + "$1.90 |"), grown::toString);
        assertFalse(plan("--format", "markdown", "--switch", "behaviours").out().contains(row));
    }

    @Test
    void aTableThatIsCutSaysSo() throws IOException {
        for (int endpoint = 0; endpoint < 54; endpoint++) {
            String path = "/area" + (char) ('a' + endpoint % 26) + "/thing" + (char) ('a' + endpoint / 26);
            call(String.format(Locale.ROOT, "2026-10-05\t10:00:%02d", endpoint), "GET", path, "0.100");
        }

        plan("--format", "markdown", "--no-learn")
                .printsLine("The first 50 of 54 endpoints in the order of the waves; `--format xlsx` lists all\\.");
    }

    /** The first wave has the slow endpoint; the last row of the quotas must still know of it. */
    @Test
    void theLimitsOfSingleEndpointsAreThoseOfAllThatMoved() throws IOException {
        twoDaysOf("/slow", "20.000");
        twoDaysOf("/quick", "0.100");
        Path waves = Files.writeString(folder.resolve("waves.txt"), "1 GET /slow\n2 GET /quick\n");

        String page = plan("--format", "markdown", "--waves", waves.toString()).out();

        assertTrue(
                page.substring(page.indexOf("\n## Wave 2"))
                        .contains("| time-out in seconds, slowest call, one endpoint | 20 | 30 |"),
                page);
    }
}
