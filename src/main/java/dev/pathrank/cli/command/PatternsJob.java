package dev.pathrank.cli.command;

import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.cli.output.Output;
import dev.pathrank.cli.output.OutputFile;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.io.IoFailures;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.report.Format;
import dev.pathrank.report.PatternReport;
import dev.pathrank.report.PatternRow;
import dev.pathrank.source.LogSource;
import dev.pathrank.tally.PatternStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The job of {@code patterns}: what was learned is told with its reasons, and goes into the lock file. */
final class PatternsJob extends ReadJob {
    private final FoldingOptions folding;
    private final Format format;
    private final boolean hasLock;
    private final Optional<Path> lock;

    /**
     * @param hasLock whether patterns were reviewed, so that others are new
     * @param lock the file that takes what is new; empty where none does
     */
    PatternsJob(
            ReadRequest request,
            Format format,
            boolean hasLock,
            Optional<Path> lock,
            List<LogSource> sources,
            Streams streams) {
        super(request, sources, streams);
        this.folding = request.folding();
        this.format = format;
        this.hasLock = hasLock;
        this.lock = lock;
    }

    @Override
    Reported report(RunResult outcome, Duration elapsed, Outputs outputs) throws IOException {
        List<PatternRow> rows = outcome.sum().tally().patterns(folding.byHost()).stream()
                .map(this::row)
                .toList();
        outputs.writeReport(
                writer -> PatternReport.write(rows, format, folding.byHost(), folding.placeholder(), writer));
        if (lock.isPresent()) {
            writeLock(lock.get(), rows);
        }
        long fresh = rows.stream().filter(row -> row.stats().isNew()).count();
        String line = String.format(Locale.ROOT, "patterns: %,d", rows.size())
                + (hasLock ? String.format(Locale.ROOT, ", of them %,d new", fresh) : "");
        return new Reported(outcome.account(rows.size(), 0, List.of(line), elapsed), fresh);
    }

    private PatternRow row(PatternStats stats) {
        boolean locked = !stats.endpoint().unmatched()
                && folding.lock()
                        .locks(stats.endpoint().method(), stats.endpoint().pattern());
        return new PatternRow(stats, locked, reason(stats, locked));
    }

    private String reason(PatternStats stats, boolean locked) {
        if (locked) {
            return "locked";
        }
        if (stats.endpoint().stated()
                && folding.routes()
                        .declares(stats.endpoint().method(), stats.endpoint().pattern())) {
            return "declared";
        }
        String reason = stats.explanation().reason();
        return stats.failuresOnly() && !stats.endpoint().stated() ? "never answered with success; " + reason : reason;
    }

    /** Every endpoint goes there, but neither what only scanners called nor what stands for methods that were not kept apart. */
    private void writeLock(Path file, List<PatternRow> rows) throws IOException {
        List<StatedPattern> found = rows.stream()
                .map(PatternRow::stats)
                .filter(stats -> (stats.endpoint().stated() || stats.isNew())
                        && stats.endpoint().method().matches("[A-Z][A-Z-]*"))
                .map(stats -> new StatedPattern(
                        stats.endpoint().method(), stats.endpoint().pattern()))
                .toList();
        LockFile before = folding.lock();
        LockFile after = before.with(found);
        if (after.text().equals(before.text())) {
            return;
        }
        try (Output output = OutputFile.of(file)) {
            output.stream().write(after.text().getBytes(StandardCharsets.UTF_8));
            output.commit();
        } catch (IOException e) {
            throw new IOException("cannot write the lock file " + file + ": " + IoFailures.reason(e), e);
        }
    }
}
