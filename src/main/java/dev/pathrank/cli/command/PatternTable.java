package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.output.Output;
import dev.pathrank.cli.output.OutputFile;
import dev.pathrank.io.IoFailures;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.PatternRow;
import dev.pathrank.report.RunSummary.NewEndpoint;
import dev.pathrank.report.RunSummary.ReportRows;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.PatternStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        boolean locked =
                !endpoint.unmatched() && folding.lock().patterns().locks(endpoint.method(), endpoint.pattern());
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
        List<NewEndpoint> fresh = rows.stream()
                .map(PatternRow::stats)
                .filter(PatternStats::isNew)
                .map(stats -> new NewEndpoint(
                        stats.endpoint(), stats.calls(), Instant.ofEpochSecond(stats.firstSeen()), example(stats)))
                .toList();
        Set<String> patterns =
                rows.stream().map(row -> row.stats().endpoint().pattern()).collect(Collectors.toSet());
        String line = String.format(Locale.ROOT, "patterns: %,d", rows.size())
                + (folding.lock().file() == null
                        ? ""
                        : String.format(Locale.ROOT, ", including %,d new", fresh.size()));
        return new ReportOutcome(
                new ReportRows(Map.of(EndpointKind.ENDPOINT, (long) rows.size()), 0, null),
                fresh,
                List.of(line),
                patterns,
                List.of(),
                List.of());
    }

    private static String example(PatternStats stats) {
        return stats.examples().isEmpty() ? "" : stats.examples().get(0);
    }

    /**
     * Adds the endpoints to the lock file, if there is one and patterns are learned. Leaves out what only scanners
     * called, and rows that stand for several methods.
     *
     * @param remarks whether each new line ends in its calls, its first call and an example
     * @throws IOException if the file cannot be written; the message is ready to be printed
     */
    void writeLock(boolean remarks) throws IOException {
        Path file = folding.lock().file();
        LockFile before = folding.lock().patterns();
        LockFile after = before.with(found(remarks));
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

    /** Returns the patterns to lock, each with its remark, which may be empty. */
    private Map<StatedPattern, String> found(boolean remarks) {
        Map<StatedPattern, String> found = new LinkedHashMap<>();
        rows.stream()
                .map(PatternRow::stats)
                .filter(stats -> stats.endpoint().stated() || stats.isNew())
                .filter(stats -> stats.endpoint().method().matches("[A-Z][A-Z-]*"))
                .forEach(stats -> found.putIfAbsent(
                        new StatedPattern(
                                stats.endpoint().method(), stats.endpoint().pattern()),
                        remarks ? remark(stats) : ""));
        return found;
    }

    private static String remark(PatternStats stats) {
        return String.format(
                Locale.ROOT,
                "calls %d, first seen %s, example %s",
                stats.calls(),
                Instant.ofEpochSecond(stats.firstSeen()),
                example(stats));
    }
}
