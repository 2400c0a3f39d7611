package dev.pathrank.report;

import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of {@code rank}: the ranking as a table. */
public final class RankReport {
    private RankReport() {}

    /**
     * Writes the rows that the options keep, in the order of the ranking.
     *
     * @param ranking the whole of it, as the options only drop rows
     * @param ranges of each candidate's rank; null where they were not requested
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(
            List<RankedEndpoint> ranking,
            @Nullable Map<RankedEndpoint, RankRange> ranges,
            ReportOptions options,
            Writer out)
            throws IOException {
        options.format().write(new Table<>(RankColumns.of(options, ranges), options.shown(ranking)), out);
    }
}
