package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StandingTest {
    private static final long SIX_MB = 6L << 20;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/spec/standing.txt", delimiter = '|')
    void tellsFilesAndMethodsApart(String endpoint, String kind, String obstacle) {
        assertStanding(kind, obstacle, Stats.of(endpoint, 10));
    }

    @Test
    void whatMatchesNoLockedPatternIsUnmatchedHoweverItEnded() {
        assertStanding(
                "unmatched",
                "matches no locked pattern",
                Stats.of("GET /<path+>", 4).unmatched().errors(4, 0, 0));
    }

    @Test
    void gatesAboveTheLimitAndNotAtIt() {
        assertStanding("endpoint", null, Stats.of("GET /a", 10).took(1, 2, 29_000));
        assertStanding(
                "endpoint", "needs redesign: p99 29.1 s", Stats.of("GET /a", 10).took(1, 2, 29_001));
        assertStanding(
                "endpoint", "needs redesign: p99 41 s", Stats.of("GET /a", 10).took(1, 2, 41_000));
        assertStanding("endpoint", null, Stats.of("GET /a", 10).largest(SIX_MB));
        assertStanding(
                "endpoint",
                "needs redesign: answers up to 6.1 MB",
                Stats.of("GET /a", 10).largest(SIX_MB + 1));
        assertStanding(
                "endpoint",
                "needs redesign: open connections (WebSocket, gRPC): 1",
                Stats.of("GET /a", 10).connections(1));
    }

    @Test
    void namesEveryGate() {
        assertStanding(
                "endpoint",
                "needs redesign: p99 60 s; answers up to 12 MB; open connections (WebSocket, gRPC): 10",
                Stats.of("GET /a", 10).took(1, 2, 60_000).largest(2 * SIX_MB).connections(10));
    }

    @Test
    void callsNoiseWhatOnlyFailsOnTheViewersSide() {
        String noise = "never answered with success: scanner or broken link";
        assertStanding("noise", noise, Stats.of("GET /wp-login.php", 10).errors(10, 0, 0));
        assertStanding("noise", noise, Stats.of("GET /wp-login.php", 10).errors(7, 0, 3));
        assertStanding("noise", noise, Stats.of("GET /missing.png", 10).errors(10, 0, 0));
        assertStanding("noise", noise, Stats.of("OPTIONS /x", 10).errors(10, 0, 0));
    }

    @Test
    void keepsAnEndpointThatAnsweredOrIsGuardedOrStated() {
        assertStanding("endpoint", null, Stats.of("GET /a", 10).errors(9, 0, 0));
        assertStanding("endpoint", null, Stats.of("GET /a", 10).errors(9, 1, 0));
        assertStanding(
                "endpoint", null, Stats.of("POST /login", 10).errors(10, 0, 0).refusedWrites(1));
        assertStanding("endpoint", null, Stats.of("GET /a", 10).errors(10, 0, 0).stated());
    }

    @Test
    void ranksWhatTheCacheServesAlone() {
        assertStanding("endpoint", null, Stats.of("GET /a", 10).backend(0, 0));
    }

    private static void assertStanding(String kind, String obstacle, Stats stats) {
        Standing standing = Standing.of(stats.get());
        assertEquals(kind, standing.kind().word());
        assertEquals(Optional.ofNullable(obstacle), standing.obstacle());
    }
}
