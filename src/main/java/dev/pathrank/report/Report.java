package dev.pathrank.report;

import dev.pathrank.rank.RankedEndpoint;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The report of {@code rank}: the ranking as a table. */
public final class Report {
    private Report() {}

    /**
     * Writes the rows that the options keep, in the order of the ranking.
     *
     * @param ranking the whole of it, as the options only drop rows
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(List<RankedEndpoint> ranking, ReportOptions options, Writer out) throws IOException {
        options.format().write(table(ranking, options), out);
    }

    static Table<RankedEndpoint> table(List<RankedEndpoint> ranking, ReportOptions options) {
        return new Table<>(RankColumns.of(options), options.shown(ranking));
    }
}
