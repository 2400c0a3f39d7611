package dev.pathrank.cli.message;

import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.RejectReason;
import dev.pathrank.report.RunSummary;
import dev.pathrank.report.TableStyle;
import dev.pathrank.run.ObjectCounts;
import dev.pathrank.run.ReportTotals;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.LogHours;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summary that a run ends with: where every object and every row went, as figures and in words. */
public final class RunSummaryText {
    private static final double MEGABYTE = 1e6;

    private final RunResult result;
    private final ReportOutcome outcome;
    private final RunSummary summary;

    private RunSummaryText(RunResult result, ReportOutcome outcome, boolean namesNew) {
        this.result = result;
        this.outcome = outcome;
        this.summary = summary(result, outcome, namesNew);
    }

    /**
     * Returns the summary of a run and of the report that was made of it.
     *
     * @param namesNew whether the figures name the new endpoints
     */
    public static RunSummaryText of(RunResult result, ReportOutcome outcome, boolean namesNew) {
        return new RunSummaryText(result, outcome, namesNew);
    }

    /** Returns the figures, which {@code --summary} writes. */
    public RunSummary figures() {
        return summary;
    }

    private static RunSummary.@Nullable Window window(Tally tally) {
        return tally.calls() == 0
                ? null
                : new RunSummary.Window(
                        Instant.ofEpochSecond(tally.firstSeen()), Instant.ofEpochSecond(tally.lastSeen()));
    }

    private static RunSummary summary(RunResult result, ReportOutcome outcome, boolean namesNew) {
        return new RunSummary(
                new RunSummary.Total(
                        counts(result.objects()),
                        counts(result.rows()),
                        result.rows().rejectedBy()),
                window(result.tally()),
                outcome.reportRows(),
                result.isComplete(),
                result.hours().map(RunSummaryText::missing).orElse(null),
                namesNew ? outcome.newEndpoints() : null,
                outcome.crossings(),
                result.totals().map(RunSummaryText::total).orElse(null));
    }

    private static List<RunSummary.Hours> missing(LogHours hours) {
        return hours.missingHours().stream()
                .map(range -> new RunSummary.Hours(range.from(), range.to()))
                .toList();
    }

    private static RunSummary.Total total(ReportTotals totals) {
        return new RunSummary.Total(
                counts(totals.counts()), counts(totals.rows()), totals.rows().rejectedBy());
    }

    private static RunSummary.ObjectCounts counts(ObjectCounts objects) {
        return new RunSummary.ObjectCounts(objects.listed(), objects.read(), objects.skipped(), objects.failed());
    }

    private static RunSummary.RowCounts counts(RowCounts rows) {
        return new RunSummary.RowCounts(rows.read(), rows.counted(), rows.filtered(), rows.rejected());
    }

    /**
     * Returns the summary in words, a line each.
     *
     * @param elapsed from the start of the command to the end of counting
     * @param zone in which instants are shown
     */
    public List<String> lines(Duration elapsed, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        RunSummary.Total reported = summary.reported();
        lines.add(objects("objects", summary.read().objects()));
        lines.add(
                rows("rows", summary.read().rows(), summary.read().rejectedBy()) + (reported == null ? oddRows() : ""));
        if (reported != null) {
            lines.add(objects("reported objects", reported.objects()));
            lines.add(rows("reported rows", reported.rows(), reported.rejectedBy()) + oddRows());
        }
        long sampled = result.sampledRows();
        if (sampled > 0 && result.samplingRate() < 100) {
            lines.add(estimate(sampled));
        }
        lines.add(windowLine(zone));
        if (!result.reportedRows().rowsByEvidence().isEmpty()) {
            lines.add(originRule(result.reportedRows().rowsByEvidence()));
        }
        lines.addAll(outcome.lines());
        lines.add(speed(elapsed));
        return lines;
    }

    private static String objects(String what, RunSummary.ObjectCounts objects) {
        return format(
                "%s: %,d listed = %,d read + %,d skipped + %,d failed",
                what, objects.listed(), objects.read(), objects.skipped(), objects.failed());
    }

    private static String rows(String what, RunSummary.RowCounts rows, Map<RejectReason, Long> rejectedBy) {
        String reasons = rejectedBy.entrySet().stream()
                .map(each -> format("%s %,d", each.getKey().word(), each.getValue()))
                .collect(Collectors.joining(", "));
        return format(
                        "%s: %,d read = %,d counted + %,d filtered + %,d rejected",
                        what, rows.read(), rows.counted(), rows.filtered(), rows.rejected())
                + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    private String oddRows() {
        long odd = result.reportedRows().odd();
        return odd == 0 ? "" : format("; %,d odd (more or fewer fields than the header)", odd);
    }

    private String estimate(long sampled) {
        return format(
                "calls: %,d estimated, because %,d rows of real-time logs are a sample of %d %% of their requests:"
                        + " calls, errors, bytes, durations and peaks are scaled up, clients are not",
                result.tally().calls(), sampled, result.samplingRate());
    }

    private String windowLine(ZoneId zone) {
        RunSummary.Window window = summary.window();
        if (window == null) {
            return "window: no rows counted";
        }
        return "window: " + TableStyle.instant(window.firstSeen(), zone) + " to "
                + TableStyle.instant(window.lastSeen(), zone);
    }

    private static String originRule(Map<OriginEvidence, Long> rowsByEvidence) {
        boolean single = rowsByEvidence.size() < 2;
        return "origin calls: "
                + rowsByEvidence.entrySet().stream()
                        .map(each -> (single ? "all rows" : format("%,d rows", each.getValue())) + rule(each.getKey()))
                        .collect(Collectors.joining("; "));
    }

    private static String rule(OriginEvidence evidence) {
        return switch (evidence) {
            case NONE, EVERY_ROW -> " have no result type, so each of them counts as an origin call";
            case RESULT_TYPE -> " have a result type only, so each of their Errors counts as an origin call";
            case DETAILED -> " have a result type and a detailed result type";
        };
    }

    private String speed(Duration elapsed) {
        double seconds = Math.max(elapsed.toMillis(), 1) / 1e3;
        return format(
                "time: %.1f s for %.1f MB stored: %.1f MB/s; %.1f MB of log text",
                seconds,
                result.storedBytes() / MEGABYTE,
                result.storedBytes() / MEGABYTE / seconds,
                result.textBytes() / MEGABYTE);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
