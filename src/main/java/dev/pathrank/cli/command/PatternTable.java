package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.output.Output;
import dev.pathrank.cli.output.OutputFile;
import dev.pathrank.io.IoFailures;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.report.PatternRow;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.PatternStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The patterns of a run, each with its reason.
 *
 * @param rows every pattern
 * @param folding how they were folded
 */
record PatternTable(List<PatternRow> rows, FoldingOptions folding) {
    static PatternTable of(List<PatternStats> patterns, FoldingOptions folding) {
        return new PatternTable(
                patterns.stream().map(stats -> row(stats, folding)).toList(), folding);
    }

    private static PatternRow row(PatternStats stats, FoldingOptions folding) {
        Endpoint endpoint = stats.endpoint();
        boolean locked = !endpoint.unmatched() && folding.lock().locks(endpoint.method(), endpoint.pattern());
        return new PatternRow(stats, locked, locked ? "locked" : reason(stats, folding));
    }

    private static String reason(PatternStats stats, FoldingOptions folding) {
        Endpoint endpoint = stats.endpoint();
        if (endpoint.stated() && folding.routes().declares(endpoint.method(), endpoint.pattern())) {
            return "declared";
        }
        String reason = stats.explanation().reason();
        return stats.failuresOnly() && !endpoint.stated() ? "never succeeded; " + reason : reason;
    }

    /** Returns the figures of the patterns. */
    ReportOutcome outcome() {
        long fresh = rows.stream().filter(row -> row.stats().isNew()).count();
        String line = String.format(Locale.ROOT, "patterns: %,d", rows.size())
                + (folding.lockFile() == null ? "" : String.format(Locale.ROOT, ", including %,d new", fresh));
        return new ReportOutcome(rows.size(), 0, fresh, List.of(line), false, List.of());
    }

    /**
     * Adds the endpoints to the lock file, if there is one and patterns are learned. Leaves out what only scanners
     * called, and rows that stand for several methods.
     *
     * @throws IOException if the file cannot be written; the message is ready to be printed
     */
    void writeLock() throws IOException {
        Path file = folding.lockFile();
        LockFile before = folding.lock();
        LockFile after = before.with(found());
        if (file == null || !folding.learns() || after.text().equals(before.text())) {
            return;
        }
        try (Output output = OutputFile.of(file)) {
            output.stream().write(after.text().getBytes(StandardCharsets.UTF_8));
            output.commit();
        } catch (IOException e) {
            throw new IOException("cannot write the lock file " + file + ": " + IoFailures.reason(e), e);
        }
    }

    private List<StatedPattern> found() {
        return rows.stream()
                .map(PatternRow::stats)
                .filter(stats -> stats.endpoint().stated() || stats.isNew())
                .map(PatternStats::endpoint)
                .filter(endpoint -> endpoint.method().matches("[A-Z][A-Z-]*"))
                .map(endpoint -> new StatedPattern(endpoint.method(), endpoint.pattern()))
                .toList();
    }
}
