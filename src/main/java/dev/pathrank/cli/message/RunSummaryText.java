package dev.pathrank.cli.message;

import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.RejectReason;
import dev.pathrank.report.RunSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sum that a run ends with: where every object and every row went.
 *
 * @param summary the figures that {@code --summary} has too
 * @param oddRows rows longer or shorter than their header
 * @param rowsByEvidence rows by what told who reached the backend
 * @param estimate what the counts are scaled by; empty where they are exact
 * @param report what the report holds, a line each
 * @param storedBytes bytes received
 * @param textBytes bytes of log text in them
 * @param elapsed how long it took
 */
public record RunSummaryText(
        RunSummary summary,
        long oddRows,
        Map<OriginEvidence, Long> rowsByEvidence,
        Optional<Estimate> estimate,
        List<String> report,
        long storedBytes,
        long textBytes,
        Duration elapsed) {
    private static final double MEGABYTE = 1e6;

    /** The account in words, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(objects("objects", summary.read().objects()));
        lines.add(rows("rows", summary.read().rows(), summary.read().rejectedBy())
                + (oddRows == 0 || summary.reported() != null ? "" : odd()));
        RunSummary.Total reported = summary.reported();
        if (reported != null) {
            lines.add(objects("reported objects", reported.objects()));
            lines.add(rows("reported rows", reported.rows(), reported.rejectedBy()) + (oddRows == 0 ? "" : odd()));
        }
        estimate.map(Estimate::line).ifPresent(lines::add);
        lines.add(window());
        if (!rowsByEvidence.isEmpty()) {
            lines.add(originRule());
        }
        lines.addAll(report);
        lines.add(speed());
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

    private String odd() {
        return format("; %,d odd: longer or shorter than their header", oddRows);
    }

    private String window() {
        if (summary.firstSeen() == null) {
            return "window: no row counted";
        }
        return "window: " + summary.firstSeen() + " to " + summary.lastSeen();
    }

    private String originRule() {
        boolean single = rowsByEvidence.size() < 2;
        return "origin calls: told "
                + rowsByEvidence.entrySet().stream()
                        .map(each -> (single ? "" : format("in %,d rows ", each.getValue())) + rule(each.getKey()))
                        .collect(Collectors.joining("; "));
    }

    private static String rule(OriginEvidence evidence) {
        return switch (evidence) {
            case NONE -> "by nothing";
            case EVERY_ROW -> "by nothing (the logs have no result type), so every row counts as one";
            case RESULT_TYPE -> "by result type alone, so every Error counts as one";
            case DETAILED -> "by result type and detailed result type";
        };
    }

    private String speed() {
        double seconds = Math.max(elapsed.toMillis(), 1) / 1e3;
        return format(
                "time: %.1f s for %.1f MB stored, %.1f MB of log text: %.1f MB/s",
                seconds, storedBytes / MEGABYTE, textBytes / MEGABYTE, textBytes / MEGABYTE / seconds);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
