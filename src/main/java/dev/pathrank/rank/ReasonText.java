package dev.pathrank.rank;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.pattern.stated.routes.RouteFacts;
import dev.pathrank.rank.Reason.Kind;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The reasons why an endpoint has its place or none, with their words, such as {@code read-only; fast (p95 84 ms);
 * uneven load (up to 48 calls/s)}.
 *
 * <p>The bounds here choose words only; the score does not use them. Semicolons separate the words, because a CSV cell
 * with commas needs quotes and breaks under {@code column -s,}.
 */
final class ReasonText {
    private static final long MS_PER_SECOND = 1000;
    private static final long BYTES_PER_MB = 1 << 20;
    private static final long FAST_MS = 300;
    private static final long SLOW_MS = 3_000;
    private static final double CLEARLY = 0.75;
    private static final double HARDLY = 0.25;
    private static final int MANY_PLACEHOLDERS = 3;
    /** Fewer calls in one second are no burst: next to a mean of almost none, even a single call looks uneven. */
    private static final long BURST = 5;

    private final EndpointStats stats;
    private final ScoreParts parts;
    private final List<Reason> reasons = new ArrayList<>();

    private ReasonText(Candidate candidate) {
        stats = candidate.stats();
        parts = candidate.parts();
    }

    /** @param place 1 for the candidate with most origin calls; equal counts have the same place */
    static List<Reason> of(Candidate candidate, int place) {
        return new ReasonText(candidate).reasons(place);
    }

    /** Says why an endpoint is no candidate: one blocker, or all of those that ask for redesign. */
    static List<Reason> of(Set<Blocker> blockers, EndpointStats stats) {
        return blockers.stream()
                .sorted()
                .map(blocker ->
                        new Reason(blocker.needsRedesign() ? Kind.REDESIGN : Kind.NO_CANDIDATE, words(blocker, stats)))
                .toList();
    }

    private static String words(Blocker blocker, EndpointStats stats) {
        return switch (blocker) {
            case UNMATCHED -> "matches no locked pattern";
            case NEVER_SUCCEEDED -> "never succeeded: scanner or broken link";
            case STATIC_FILE -> "static file: belongs in S3";
            case PREFLIGHT -> "preflight";
            case HEALTH_CHECK -> "health check: every target answers its own";
            case HEAD_OF_GET -> "moves with its GET";
            case NEVER_CALLED -> "never called";
            case TOO_SLOW -> "p99 " + tenthsUp(stats.durations().orElseThrow().p99Ms(), MS_PER_SECOND) + " s";
            case TOO_LARGE ->
                "answers up to " + tenthsUp(stats.traffic().bytesOut().largest(), BYTES_PER_MB) + " MB";
            case REQUEST_TOO_LARGE -> stats.traits().of(RequestTrait.REQUEST_OVER_6_MB) + " requests over 6 MB";
            case CONNECTIONS ->
                "open connections (WebSocket, gRPC, event stream): "
                        + stats.traffic().connections();
        };
    }

    /** One decimal at most, rounded up: what is above a limit never reads as the limit itself. */
    private static String tenthsUp(long amount, long unit) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void add(Kind kind, String words) {
        reasons.add(new Reason(kind, words));
    }

    private List<Reason> reasons(int place) {
        if (!parts.ease().readOnly()) {
            add(Kind.CHANGES_DATA, "changes data");
        } else if (MethodSemantics.mayChangeData(stats.pattern())) {
            add(Kind.MAY_CHANGE_DATA, "may change data by its name");
        } else {
            add(Kind.READ_ONLY, "read-only");
        }
        addStated();
        addTraffic(place);
        stats.durations().map(DurationSummary::p95Ms).ifPresent(this::addSpeed);
        addLoad();
        addRisks();
        addMissing();
        return reasons;
    }

    private void addStated() {
        Double ease = parts.ease().stated();
        if (ease != null) {
            add(
                    Kind.DECLARED,
                    "declared complexity " + Math.round((1 - ease) * RouteFacts.MOST_COMPLEX) + " of "
                            + RouteFacts.MOST_COMPLEX);
        }
    }

    private void addTraffic(int place) {
        Ratio spared = new Ratio(stats.calls() - stats.originCalls(), stats.calls());
        if (stats.originCalls() == 0) {
            boolean failed = stats.traffic().failures().status5xx() == stats.calls();
            add(
                    Kind.NOT_AT_ORIGIN,
                    failed ? "no call reached the origin" : "served by CloudFront only (cache or redirect)");
            return;
        }
        add(Kind.PLACE, ordinal(place) + " in origin calls");
        if (spared.asDouble() >= CLEARLY) {
            add(Kind.NOT_AT_ORIGIN, percent(spared) + " from the cache or redirected");
        }
    }

    private void addSpeed(long p95) {
        String figure = "p95 " + time(p95);
        if (p95 <= FAST_MS) {
            add(Kind.FAST, "fast (" + figure + ")");
        } else if (p95 >= SLOW_MS) {
            add(Kind.SLOW, "slow (" + figure + ")");
        } else {
            add(Kind.MIDDLING, figure);
        }
    }

    private void addLoad() {
        Double uneven = parts.fit().uneven();
        if (uneven != null && uneven >= CLEARLY && stats.peak().originCalls() >= BURST) {
            add(Kind.UNEVEN_LOAD, "uneven load (up to " + stats.peak().originCalls() + " calls/s)");
        } else if (uneven != null && uneven <= HARDLY) {
            add(Kind.STEADY_LOAD, "steady load");
        }
        Double predictable = parts.ease().predictable();
        if (predictable != null && predictable <= HARDLY) {
            add(Kind.DURATIONS_VARY, "durations vary widely");
        }
    }

    private void addRisks() {
        if (parts.risk().sensitive() > 0) {
            add(Kind.SENSITIVE, "sensitive");
        }
        if (parts.risk().share() >= 1) {
            add(Kind.LARGE_SHARE, "a fifth of all calls or more");
        }
        if (parts.ease().placeholders() >= MANY_PLACEHOLDERS) {
            add(Kind.MANY_PLACEHOLDERS, parts.ease().placeholders() + " placeholders");
        }
        if (Blocker.viewersLeft(stats)) {
            add(
                    Kind.VIEWERS_LEFT,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d viewers left before the answer, which explains the p99 of %s",
                            stats.traffic().failures().aborted(),
                            stats.calls(),
                            time(stats.durations().orElseThrow().p99Ms())));
        }
        if (parts.risk().errors() >= HARDLY) {
            add(
                    Kind.SERVER_ERRORS,
                    percent(new Ratio(stats.traffic().failures().status5xx(), stats.calls())) + " server errors");
        }
    }

    /** Names the terms of the score that had no data, as the contract asks. */
    private void addMissing() {
        List<String> unknown = new ArrayList<>();
        if (parts.fit().uneven() == null) {
            unknown.add("load");
        }
        if (parts.fit().brief() == null) {
            unknown.add("duration");
        }
        if (!unknown.isEmpty()) {
            add(Kind.UNKNOWN, String.join(" and ", unknown) + " unknown (assumed " + ScoreParts.NEUTRAL + ")");
        }
    }

    /** Returns whole milliseconds below a second, else seconds with at most one decimal. */
    private static String time(long ms) {
        return ms < 1000 ? ms + " ms" : tenths(BigDecimal.valueOf(ms, 3)) + " s";
    }

    private static String percent(Ratio ratio) {
        BigDecimal percent = BigDecimal.valueOf(ratio.part())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(ratio.whole()), 3, RoundingMode.DOWN);
        return tenths(percent) + " %";
    }

    private static String tenths(BigDecimal figure) {
        return figure.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String ordinal(int place) {
        boolean teen = place % 100 / 10 == 1;
        return place
                + switch (teen ? 0 : place % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
