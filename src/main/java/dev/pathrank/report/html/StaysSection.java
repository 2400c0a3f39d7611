package dev.pathrank.report.html;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.Blocker;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.StaysView.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What does not move, by cause, with what to do about it. */
final class StaysSection {
    private static final int NAMED = 25;

    private StaysSection() {}

    /** A cause, in the order of the page. */
    private enum Why {
        REDESIGN(
                "needs a redesign first",
                "Too slow, too large, or open for too long: Lambda cannot run these as they are. Move the long part"
                        + " into a queue or a job, large answers and uploads to S3, or leave them where they are."),
        NEVER("never moves, as the routes file says", "Nothing to do."),
        CACHED(
                "is served from the cache only",
                "No call reached the origin in these logs. It stays as it is; check how long CloudFront keeps it."),
        NO_TARGET("has nowhere to move to", "No target takes it as it is: its reason says why. It stays where it is."),
        UNUSED(
                "is declared and was never called",
                "Retire it instead of moving it, after a look at the code: a month of logs misses the jobs of a"
                        + " quarter."),
        COMPANION("moves with its path", "HEAD follows its GET, and OPTIONS (preflight) follows its path."),
        HEALTH("is a health check", "Every target answers its own."),
        ASSET("is a static file", "Serve it from S3 behind CloudFront."),
        UNMATCHED("matches no locked pattern", "Review what is new, and add it to the lock file."),
        NOISE("never succeeded", "Scanners and broken links: nothing to move."),
        OTHER("does not move", "");

        private final String words;
        private final String advice;

        Why(String words, String advice) {
            this.words = words;
            this.advice = advice;
        }
    }

    /** Returns the section; null where every row moves, or there is none. */
    static @Nullable StaysView of(WholeReport report, PageText text) {
        Map<Why, List<List<Cell>>> rows = new EnumMap<>(Why.class);
        if (report.plan() != null) {
            report.plan().plan().rows().stream()
                    .filter(row -> !row.moves())
                    .forEach(row -> add(rows, why(row), row.ranked(), row.reason(), text));
        } else if (report.order() != null) {
            report.order().rows().stream()
                    .filter(row -> !row.isCandidate())
                    .forEach(row -> add(rows, why(row), row, row.reason(), text));
        }
        if (rows.isEmpty()) {
            return null;
        }
        List<Cause> causes = new ArrayList<>();
        rows.forEach((why, all) -> causes.add(cause(why, all, text)));
        return new StaysView(causes);
    }

    private static Cause cause(Why why, List<List<Cell>> all, PageText text) {
        List<List<Cell>> shown = all.subList(0, Math.min(NAMED, all.size()));
        String caption = shown.size() == all.size()
                ? PageText.sentence(why.words)
                : PageText.sentence(why.words) + ": the first " + NAMED + " of " + text.number(all.size());
        return new Cause(
                text.number(all.size()) + ": " + why.words,
                why.advice,
                PageTable.of(caption, List.of("endpoint", ">calls", ">origin calls", "reason"), shown),
                why == Why.REDESIGN || why == Why.NEVER);
    }

    private static void add(
            Map<Why, List<List<Cell>>> rows, Why why, RankedEndpoint row, String reason, PageText text) {
        rows.computeIfAbsent(why, key -> new ArrayList<>())
                .add(List.of(
                        Cell.of(text.name(row)),
                        Cell.of(text.number(row.stats().calls())),
                        Cell.of(text.number(row.stats().originCalls())),
                        Cell.of(text.shown(reason))));
    }

    private static Why why(PlannedEndpoint row) {
        return switch (row.disposition()) {
            case NEVER_MOVES -> Why.NEVER;
            case NO_TARGET -> Why.NO_TARGET;
            case SERVED_FROM_CACHE -> Why.CACHED;
            case NO_CANDIDATE, RETIRES, MOVES -> why(row.ranked());
        };
    }

    private static Why why(RankedEndpoint row) {
        if (row.needsRedesign()) {
            return Why.REDESIGN;
        }
        if (row.blockers().contains(Blocker.HEALTH_CHECK)) {
            return Why.HEALTH;
        }
        if (row.blockers().contains(Blocker.PREFLIGHT) || row.blockers().contains(Blocker.HEAD_OF_GET)) {
            return Why.COMPANION;
        }
        return switch (row.kind()) {
            case ASSET -> Why.ASSET;
            case NOISE -> Why.NOISE;
            case UNUSED -> Why.UNUSED;
            case UNMATCHED -> Why.UNMATCHED;
            case ENDPOINT -> Why.OTHER;
        };
    }
}
