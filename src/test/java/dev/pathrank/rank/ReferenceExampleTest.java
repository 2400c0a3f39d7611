package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.tally.EndpointStats;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Seven made-up endpoints over 30 days, with {@code POST /login} sensitive: the order that docs/score.md is meant to
 * give.
 *
 * <p>The quantiles are chosen so that each mean is plausible: a password hash always takes the same time, an order
 * waits for a payment provider now and then, and a PDF depends on its size. Five in a hundred orders fail with a 5xx,
 * which is what keeps the order behind the sign-in.
 */
class ReferenceExampleTest {
    private static final Window THIRTY_DAYS = new Window(0, 30 * 86_400);

    private static final List<EndpointStats> ENDPOINTS = List.of(
            endpoint("GET /region", 640_000, 4).took(28, 45, 90).get(),
            endpoint("GET /catalog/<slug>", 6_200_000, 30).took(95, 160, 400).get(),
            endpoint("GET /user/<id>", 41_000_000, 95).took(60, 200, 500).get(),
            endpoint("GET /report/<id>/pdf", 52_000, 9)
                    .took(4_500, 14_000, 20_000)
                    .get(),
            endpoint("POST /login", 2_400_000, 35).took(240, 340, 500).get(),
            endpoint("POST /order", 3_100_000, 40)
                    .took(100, 2_500, 4_000)
                    .errors(0, 155_000, 0)
                    .get(),
            endpoint("GET /export/<id>", 3_000, 1).took(45_000, 70_000, 90_000).get());

    @ParameterizedTest(name = "{0}: {1} | {2} | {3} | {4} | {5} | {6}")
    @CsvSource({
        "BALANCED, /region, /catalog/<slug>, /user/<id>, /report/<id>/pdf, /login, /order",
        "CAREFUL, /region, /catalog/<slug>, /report/<id>/pdf, /user/<id>, /login, /order",
        "TRAFFIC_FIRST, /user/<id>, /catalog/<slug>, /region, /login, /order, /report/<id>/pdf",
    })
    void ranksAsTheReferenceDoes(
            Preset preset, String first, String second, String third, String fourth, String fifth, String sixth) {
        List<RankedEndpoint> ranking = rank(preset);
        assertEquals(
                List.of(first, second, third, fourth, fifth, sixth),
                ranking.stream()
                        .filter(RankedEndpoint::isCandidate)
                        .map(row -> row.stats().pattern())
                        .toList());
        RankedEndpoint last = ranking.get(6);
        assertEquals("/export/<id>", last.stats().pattern());
        assertEquals("needs redesign: p99 90 s", last.reason());
    }

    private static List<RankedEndpoint> rank(Preset preset) {
        long calls = ENDPOINTS.stream().mapToLong(EndpointStats::calls).sum();
        return Ranking.of(
                ENDPOINTS,
                DeclaredEndpoints.NONE,
                new RankOptions(Order.SCORE, preset),
                THIRTY_DAYS,
                calls,
                stats -> stats.pattern().equals("/login") ? 1 : 0);
    }

    private static SampleStats endpoint(String name, long calls, long peak) {
        return SampleStats.of(name, calls).origin(calls, peak);
    }
}
