package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.tally.EndpointStats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EligibilityTest {
    private static final long SIX_MB = 6L << 20;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/spec/standing.txt", delimiter = '|')
    void tellsFilesAndMethodsApart(String endpoint, String kind, String obstacle) {
        assertEligibility(kind, obstacle, SampleStats.of(endpoint, 10));
    }

    @Test
    void whatMatchesNoLockedPatternIsUnmatchedHoweverItEnded() {
        assertEligibility(
                "unmatched",
                "matches no locked pattern",
                SampleStats.of("GET /<path+>", 4).unmatched().errors(4, 0, 0));
    }

    @Test
    void gatesAboveTheLimitAndNotAtIt() {
        assertEligibility("endpoint", null, SampleStats.of("GET /a", 10).took(1, 2, 29_000));
        assertEligibility(
                "endpoint",
                "needs redesign: p99 29.1 s",
                SampleStats.of("GET /a", 10).took(1, 2, 29_001));
        assertEligibility(
                "endpoint",
                "needs redesign: p99 41 s",
                SampleStats.of("GET /a", 10).took(1, 2, 41_000));
        assertEligibility("endpoint", null, SampleStats.of("GET /a", 10).largest(SIX_MB));
        assertEligibility(
                "endpoint",
                "needs redesign: answers up to 6.1 MB",
                SampleStats.of("GET /a", 10).largest(SIX_MB + 1));
        assertEligibility(
                "endpoint",
                "needs redesign: open connections (WebSocket, gRPC, event stream): 1",
                SampleStats.of("GET /a", 10).connections(1));
    }

    @Test
    void aHundredthOfLargeRequestsNeedsRedesignAndFewerDoNot() {
        assertEligibility(
                "endpoint",
                "needs redesign: 3 requests over 6 MB",
                SampleStats.of("POST /a", 300).trait(RequestTrait.REQUEST_OVER_6_MB, 3));
        assertEligibility("endpoint", null, SampleStats.of("POST /a", 301).trait(RequestTrait.REQUEST_OVER_6_MB, 3));
    }

    @Test
    void whatIsStaticInAllCallsThatWereNotRefusedIsAFile() {
        SampleStats media = SampleStats.of("GET /<file>", 10).errors(2, 0, 0);
        assertEligibility("asset", "static file: belongs in S3", media.trait(RequestTrait.STATIC_FILE, 8));
        assertEligibility("endpoint", null, media.trait(RequestTrait.STATIC_FILE, 7));
    }

    @Test
    void viewersWhoLeftAreNoRedesign() {
        assertEligibility(
                "endpoint",
                null,
                SampleStats.of("GET /a", 4_621).errors(0, 0, 60).took(80, 300, 30_000));
        assertEligibility(
                "endpoint",
                "needs redesign: p99 30 s",
                SampleStats.of("GET /a", 4_621).errors(0, 0, 40).took(80, 300, 30_000));
        assertEligibility(
                "endpoint",
                "needs redesign: p99 30 s",
                SampleStats.of("GET /a", 4_621).errors(0, 0, 60).took(80, 2_901, 30_000));
        assertEligibility(
                "endpoint",
                null,
                SampleStats.of("GET /a", 4_600).errors(0, 0, 46).took(80, 2_900, 30_000));
        assertEligibility(
                "endpoint",
                "needs redesign: p99 30 s",
                SampleStats.of("GET /a", 4_600).errors(0, 0, 45).took(80, 2_900, 30_000));
    }

    @Test
    void aHeadWithoutAGetIsACandidate() {
        assertTrue(Eligibility.of(SampleStats.of("HEAD /a", 3).get(), false).isCandidate());
    }

    @Test
    void healthChecksHaveShortAnswers() {
        assertEligibility(
                "endpoint",
                "health check: every target answers its own",
                SampleStats.of("GET /health", 9).largest(1_024));
        assertEligibility("endpoint", null, SampleStats.of("GET /health", 9).largest(1_025));
        assertEligibility("endpoint", null, SampleStats.of("POST /health", 9).largest(100));
        assertEligibility(
                "endpoint",
                "health check: every target answers its own",
                SampleStats.of("GET /api/status", 9).largest(100));
        assertEligibility(
                "endpoint", null, SampleStats.of("GET /order/<id>/status", 9).largest(100));
    }

    @Test
    void namesEveryGate() {
        assertEligibility(
                "endpoint",
                "needs redesign: p99 60 s; answers up to 12 MB; open connections (WebSocket, gRPC, event stream): 10",
                SampleStats.of("GET /a", 10)
                        .took(1, 2, 60_000)
                        .largest(2 * SIX_MB)
                        .connections(10));
    }

    @Test
    void callsNoiseWhatOnlyFailsOnTheViewersSide() {
        String noise = "never succeeded: scanner or broken link";
        assertEligibility(
                "noise", noise, SampleStats.of("GET /wp-login.php", 10).errors(10, 0, 0));
        assertEligibility(
                "noise", noise, SampleStats.of("GET /wp-login.php", 10).errors(7, 0, 3));
        assertEligibility("noise", noise, SampleStats.of("GET /missing.png", 10).errors(10, 0, 0));
        assertEligibility("noise", noise, SampleStats.of("OPTIONS /x", 10).errors(10, 0, 0));
    }

    @Test
    void keepsAnEndpointThatAnsweredOrIsGuardedOrStated() {
        assertEligibility("endpoint", null, SampleStats.of("GET /a", 10).errors(9, 0, 0));
        assertEligibility("endpoint", null, SampleStats.of("GET /a", 10).errors(9, 1, 0));
        assertEligibility(
                "endpoint",
                null,
                SampleStats.of("POST /login", 10).errors(10, 0, 0).refusedWrites(1));
        assertEligibility(
                "endpoint", null, SampleStats.of("GET /a", 10).errors(10, 0, 0).stated());
    }

    @Test
    void ranksWhatTheCacheServesAlone() {
        assertEligibility("endpoint", null, SampleStats.of("GET /a", 10).origin(0, 0));
    }

    private static void assertEligibility(String kind, @Nullable String reason, SampleStats stats) {
        EndpointStats endpoint = stats.get();
        Eligibility eligibility = Eligibility.of(endpoint, true);
        assertEquals(kind, eligibility.kind().word());
        assertEquals(reason == null, eligibility.isCandidate());
        if (reason != null) {
            assertEquals(reason, Reason.sentence(ReasonText.of(eligibility.blockers(), endpoint)));
        }
    }
}
