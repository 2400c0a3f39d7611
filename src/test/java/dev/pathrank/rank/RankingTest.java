package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {
    private static final Window DAY = new Window(0, 86_400);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CALLS, /calls /origin /peak /slow /untimed",
        "ORIGIN_CALLS, /origin /calls /peak /slow /untimed",
        "P95, /slow /peak /calls /origin /untimed",
        "PEAK, /peak /calls /origin /slow /untimed",
    })
    void ordersByTheLargestFigureAndMissingOnesLast(Order order, String patterns) {
        List<EndpointStats> endpoints = stats(
                SampleStats.of("GET /calls", 900).origin(500, 9).took(10, 20, 30),
                SampleStats.of("GET /origin", 800).origin(800, 8).took(10, 15, 30),
                SampleStats.of("GET /peak", 700).origin(400, 99).took(10, 40, 60),
                SampleStats.of("GET /slow", 600).origin(300, 7).took(10, 5_000, 9_000),
                SampleStats.of("GET /untimed", 500).origin(200, 6));
        assertEquals(List.of(patterns.split(" ")), patterns(rank(endpoints, new RankOptions(order, Preset.BALANCED))));
    }

    @Test
    void ordersByTheRoundedScoreSoThatCallsDecideBetweenEqualOnes() {
        // The scores differ in the fifth digit only: the slower one has more calls and goes first.
        List<RankedEndpoint> ranking = rank(stats(
                SampleStats.of("GET /a", 100_000).origin(50_000, 1000).took(10, 1000, 1000),
                SampleStats.of("GET /b", 100_001).origin(50_000, 1000).took(10, 1001, 1001)));
        assertEquals(ranking.get(0).score(), ranking.get(1).score());
        assertEquals(List.of("/b", "/a"), patterns(ranking));
    }

    @Test
    void breaksTiesByCallsMethodPatternAndHostInUtf8() {
        List<EndpointStats> endpoints = stats(
                SampleStats.of("PUT /a", 5),
                SampleStats.of("GET /b", 5).host("b"),
                SampleStats.of("GET /b", 5).host("a"),
                SampleStats.of("GET /\uFF5E", 5),
                SampleStats.of("GET /\uD83D\uDE00", 5),
                SampleStats.of("PUT /z", 6));
        List<RankedEndpoint> ranking = rank(endpoints, new RankOptions(Order.PEAK, Preset.BALANCED));
        // UTF-16 would put the emoji before the full-width tilde.
        assertEquals(
                List.of("PUT /z ", "GET /b a", "GET /b b", "GET /\uFF5E ", "GET /\uD83D\uDE00 ", "PUT /a "),
                ranking.stream()
                        .map(RankedEndpoint::stats)
                        .map(stats -> stats.method() + " " + stats.pattern() + " " + stats.host())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void doesNotDependOnTheOrderOfArrival(Order order) {
        List<EndpointStats> endpoints = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            endpoints.add(SampleStats.of("GET /" + number, 2 + number % 7)
                    .origin(number % 3, 1)
                    .errors(number % 2, 0, 0)
                    .get());
        }
        RankOptions options = new RankOptions(order, Preset.CAREFUL);
        List<RankedEndpoint> ranking = rank(endpoints, options);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(endpoints, new Random(seed));
            assertEquals(ranking, rank(endpoints, options));
        }
    }

    @Test
    void putsTheRestAfterTheCandidatesByCalls() {
        List<RankedEndpoint> ranking = rank(stats(
                SampleStats.of("GET /app.js", 500),
                SampleStats.of("OPTIONS /a", 900),
                SampleStats.of("GET /.env", 700).errors(700, 0, 0),
                SampleStats.of("GET /a", 1),
                SampleStats.of("GET /slow", 600).took(1, 1, 50_000)));
        assertEquals(List.of("/a", "/a", "/.env", "/slow", "/app.js"), patterns(ranking));
        assertEquals(1, ranking.get(0).rank().getAsInt());
        for (RankedEndpoint row : ranking.subList(1, 5)) {
            assertTrue(
                    row.rank().isEmpty() && row.score().isEmpty() && row.parts().isEmpty());
        }
    }

    @Test
    void measuresAgainstCandidatesOnly() {
        List<RankedEndpoint> ranking = rank(stats(
                SampleStats.of("GET /a", 10).took(1, 1, 1),
                SampleStats.of("GET /slow", 1_000_000).took(1, 1, 50_000)));
        assertEquals(1, ranking.get(0).parts().orElseThrow().value());
    }

    @Test
    void saysThePlaceInOriginCallsWhichEqualOnesShare() {
        List<RankedEndpoint> ranking = rank(
                stats(
                        SampleStats.of("GET /a", 50).origin(40, 1),
                        SampleStats.of("GET /b", 50).origin(30, 1),
                        SampleStats.of("GET /c", 50).origin(30, 1),
                        SampleStats.of("GET /d", 50).origin(20, 1),
                        SampleStats.of("GET /e", 90).origin(90, 1).took(1, 1, 50_000)),
                new RankOptions(Order.ORIGIN_CALLS, Preset.BALANCED));
        List<String> places = List.of("1st", "2nd", "2nd", "4th");
        for (int row = 0; row < places.size(); row++) {
            String reason = ranking.get(row).reason();
            assertTrue(reason.contains(places.get(row) + " in origin calls"), reason);
        }
    }

    @Test
    void sumsSharesAsIntegersUpToOne() {
        List<RankedEndpoint> ranking =
                rank(stats(SampleStats.of("GET /a", 1), SampleStats.of("GET /b", 1), SampleStats.of("GET /c", 1)));
        assertEquals("0.333333", ranking.get(0).share().decimal().toPlainString());
        assertEquals(
                List.of("0.333333", "0.666667", "1.000000"),
                ranking.stream()
                        .map(row -> row.cumulativeShare().decimal().toPlainString())
                        .toList());
    }

    @Test
    void keepsTheHitRatioAtSixDecimals() {
        List<RankedEndpoint> ranking = rank(stats(SampleStats.of("GET /a", 3).origin(1, 1)));
        assertEquals(
                "0.666667", ranking.get(0).hitRatio().orElseThrow().decimal().toPlainString());
    }

    @Test
    void refusesEndpointsThatDoNotAddUpToTheCountedRows() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Ranking.of(stats(SampleStats.of("GET /a", 3)), RankOptions.DEFAULT, DAY, 4));
    }

    @Test
    void ranksNothingOutOfNothing() {
        assertEquals(List.of(), Ranking.of(List.of(), RankOptions.DEFAULT, new Window(0, 0), 0));
    }

    private static List<EndpointStats> stats(SampleStats... endpoints) {
        return Stream.of(endpoints).map(SampleStats::get).toList();
    }

    private static List<RankedEndpoint> rank(List<EndpointStats> endpoints) {
        return rank(endpoints, RankOptions.DEFAULT);
    }

    private static List<RankedEndpoint> rank(List<EndpointStats> endpoints, RankOptions options) {
        long calls = endpoints.stream().mapToLong(EndpointStats::calls).sum();
        return Ranking.of(endpoints, options, DAY, calls);
    }

    private static List<String> patterns(List<RankedEndpoint> ranking) {
        return ranking.stream().map(row -> row.stats().pattern()).toList();
    }
}
