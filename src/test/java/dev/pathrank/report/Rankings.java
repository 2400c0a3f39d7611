package dev.pathrank.report;

import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.SampleStats;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** A small ranking with every kind of row, and its output for tests. */
final class Rankings {
    private static final Window THREE_DAYS = new Window(1_486_684_800, 1_486_944_000);

    private Rankings() {}

    static List<RankedEndpoint> sample() {
        return of(
                SampleStats.of("GET /user/<id>", 6_000).host("www.example.com").took(60, 84, 200),
                SampleStats.of("POST /a|b\"c", 2_000).took(90, 1_200, 2_500).errors(10, 20, 3),
                SampleStats.of("=cmd /x,y", 500).took(5, 9, 20),
                SampleStats.of("GET /cached", 400).host("@sum").origin(0, 0),
                SampleStats.of("GET /export/<id>", 300).took(30_000, 40_000, 41_000),
                SampleStats.of("GET /app.js", 700).origin(70, 2),
                SampleStats.of("GET /.env", 100).errors(99, 0, 1));
    }

    static List<RankedEndpoint> of(SampleStats... endpoints) {
        List<EndpointStats> stats = Stream.of(endpoints).map(SampleStats::get).toList();
        long calls = stats.stream().mapToLong(EndpointStats::calls).sum();
        return Ranking.of(stats, RankOptions.DEFAULT, THREE_DAYS, calls);
    }

    static String written(List<RankedEndpoint> ranking, ReportOptions options) throws IOException {
        StringWriter out = new StringWriter();
        RankReport.write(ranking, null, options, out);
        return out.toString();
    }

    static <T> String written(Table<T> table, Format format) throws IOException {
        StringWriter out = new StringWriter();
        TableStyle.of(format).write(table, out);
        return out.toString();
    }
}
