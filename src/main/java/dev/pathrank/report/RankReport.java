package dev.pathrank.report;

import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of {@code rank}: the ranking as a table. */
public final class RankReport {
    private RankReport() {}

    /**
     * Writes the rows that the options keep, in the order of the ranking.
     *
     * @param ranking the whole of it, as the options only drop rows
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(List<RankedEndpoint> ranking, ReportOptions options, Writer out) throws IOException {
        write(ranking, Optional.empty(), options, out);
    }

    /**
     * As the other, with the range of each rank.
     *
     * @param ranges by candidate; empty where nobody asked for them
     */
    public static void write(
            List<RankedEndpoint> ranking,
            Optional<Map<RankedEndpoint, RankRange>> ranges,
            ReportOptions options,
            Writer out)
            throws IOException {
        options.format().write(table(ranking, ranges, options), out);
    }

    static Table<RankedEndpoint> table(
            List<RankedEndpoint> ranking, Optional<Map<RankedEndpoint, RankRange>> ranges, ReportOptions options) {
        return new Table<>(RankColumns.of(options, ranges), options.shown(ranking));
    }
}
