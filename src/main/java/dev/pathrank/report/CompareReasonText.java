package dev.pathrank.report;

import dev.pathrank.compare.Cause;
import dev.pathrank.compare.ComparedEndpoint;
import dev.pathrank.compare.Metric;
import dev.pathrank.tally.DurationDistribution;
import dev.pathrank.tally.TalliedPeriods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of {@code reason} in a comparison: what changed, and what that hints at. */
public final class CompareReasonText {
    private static final int P95 = 95;
    private static final double SMALL = 0.001;
    private static final double PERCENT = 100;

    private CompareReasonText() {}

    /** Returns the reason of a row's verdict. */
    public static String of(ComparedEndpoint row) {
        TalliedPeriods.Counts before = row.counts().before();
        TalliedPeriods.Counts after = row.counts().after();
        return switch (row.verdict()) {
            case NEW -> "not called before";
            case GONE -> "not called after";
            case NOT_ENOUGH_CALLS ->
                String.format(
                        Locale.ROOT,
                        "%,d calls before and %,d after; 100 are needed in each period",
                        before.traffic().calls(),
                        after.traffic().calls());
            case ROLL_BACK -> String.join("; ", changes(row, row.findings()));
            case WATCH -> String.join("; ", changes(row, row.findings())) + "; not sure yet";
            case KEEP -> String.join("; ", changes(row, EnumSet.of(Metric.FAILURES, Metric.P95)));
        };
    }

    private static List<String> changes(ComparedEndpoint row, Collection<Metric> metrics) {
        List<String> words = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (metrics.contains(metric) && !(metric == Metric.P95 && !isTimed(row))) {
                words.add(change(metric, row.counts().before(), row.counts().after()));
            }
        }
        if (!row.causes().isEmpty()) {
            words.add("likely "
                    + row.causes().stream()
                            .sorted()
                            .map(CompareReasonText::words)
                            .collect(Collectors.joining(" or ")));
        }
        if (row.notJudged().contains(Metric.P95)) {
            words.add("p95 is not judged, as it is measured in another way");
        }
        return words;
    }

    private static boolean isTimed(ComparedEndpoint row) {
        return row.counts().before().durations().count() > 0
                && row.counts().after().durations().count() > 0;
    }

    private static String change(Metric metric, TalliedPeriods.Counts before, TalliedPeriods.Counts after) {
        return switch (metric) {
            case FAILURES -> "5xx and aborted " + shares(failures(before), failures(after));
            case ERRORS_4XX ->
                "4xx "
                        + shares(
                                share(before, before.traffic().failures().status4xx()),
                                share(after, after.traffic().failures().status4xx()));
            case P95 -> "p95 " + ms(before.durations()) + " → " + ms(after.durations()) + " ms";
        };
    }

    private static String ms(DurationDistribution durations) {
        return String.format(Locale.ROOT, "%d", durations.quantile(P95));
    }

    private static double failures(TalliedPeriods.Counts stats) {
        return share(
                stats,
                stats.traffic().failures().status5xx()
                        + stats.traffic().failures().aborted());
    }

    private static double share(TalliedPeriods.Counts stats, long calls) {
        return (double) calls / stats.traffic().calls();
    }

    /** Two shares, with as many decimals as the smaller one needs. */
    private static String shares(double before, double after) {
        boolean small = isSmall(before) || isSmall(after);
        return percent(before, small) + " → " + percent(after, small);
    }

    private static boolean isSmall(double share) {
        return share > 0 && share < SMALL;
    }

    private static String percent(double share, boolean small) {
        return share == 0 ? "none" : String.format(Locale.ROOT, small ? "%.2f %%" : "%.1f %%", PERCENT * share);
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case CONCURRENCY -> "concurrency or network interfaces (502 or 503)";
            case TIME_OUT -> "a time-out (504)";
            case ACCESS -> "a method or access rule (403)";
            case PAYLOAD -> "the size of requests (413)";
            case BURST -> "a burst (failures in a few minutes)";
            case CACHE -> "the cache key";
        };
    }
}
