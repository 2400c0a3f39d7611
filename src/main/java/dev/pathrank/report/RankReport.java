package dev.pathrank.report;

import dev.pathrank.rank.EndpointKind;
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
     * Returns the names of all columns.
     *
     * @param stability whether the ranges of ranks are among them
     */
    public static List<String> columns(ReportOptions options, boolean stability) {
        return RankColumns.of(options, stability ? Map.of() : null).stream()
                .map(Column::name)
                .toList();
    }

    public static Tone tone(RankedEndpoint row) {
        if (row.isCandidate()) {
            return Tone.PLAIN;
        }
        return row.kind() == EndpointKind.ENDPOINT ? Tone.ATTENTION : Tone.FAINT;
    }

    /**
     * Returns the whole table of the rows that the options keep.
     *
     * @param ranges of each candidate's rank; null where they were not requested
     */
    public static Table<RankedEndpoint> table(
            List<RankedEndpoint> ranking, @Nullable Map<RankedEndpoint, RankRange> ranges, ReportOptions options) {
        return new Table<>(RankColumns.of(options, ranges), options.shown(ranking), RankReport::tone);
    }

    /**
     * Returns the table of the eight columns that are read first, of the rows that the options keep.
     *
     * @param ranges of each candidate's rank; null where they were not requested: then the score has their place
     */
    public static Table<RankedEndpoint> brief(
            List<RankedEndpoint> ranking, @Nullable Map<RankedEndpoint, RankRange> ranges, ReportOptions options) {
        return new Table<>(RankColumns.brief(options, ranges), options.shown(ranking), RankReport::tone);
    }

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
        boolean narrow =
                options.format() == Format.MARKDOWN && options.style().columns().isEmpty();
        List<Column<RankedEndpoint>> columns = narrow
                ? RankColumns.brief(options, ranges)
                : options.style().fits() ? RankColumns.fitted(options) : RankColumns.of(options, ranges);
        options.style().write(new Table<>(columns, options.shown(ranking), RankReport::tone), out);
    }
}
