package dev.pathrank.plan;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.rank.Blocker;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.Optional;

/**
 * The target of an endpoint.
 *
 * @param reason in a few words
 */
public record TargetChoice(Target target, String reason) {
    private static final long LAMBDA_BYTES = 6L << 20;
    /** The most bytes that a function streams through its URL (AWS Lambda developer guide, 2026). */
    private static final long STREAMED_BYTES = 200L << 20;
    /** An endpoint counts as a redirect if at least this percentage of its origin calls are redirects. */
    private static final int REDIRECTS = 95;
    /**
     * Tiny answers: so short and fast that hardly any data can be behind them. Our choice; no source draws the line.
     */
    private static final long TINY_BYTES = 1024;

    private static final long TINY_MS = 20;
    /** A trait decides the target if at least this percentage of the calls have it; fewer may come from a scanner. */
    private static final int OFTEN = 1;

    /** Chooses by comparing the logs with the limits of each target. */
    static TargetChoice of(RankedEndpoint row, QuotaTable quotas) {
        EndpointStats stats = row.stats();
        boolean nothing = row.kind() == EndpointKind.NOISE
                || row.kind() == EndpointKind.UNUSED
                || row.kind() == EndpointKind.UNMATCHED
                || row.blockers().contains(Blocker.HEALTH_CHECK);
        if (nothing) {
            return new TargetChoice(Target.NONE, "");
        }
        if (row.kind() == EndpointKind.ASSET) {
            return new TargetChoice(Target.S3, "static file");
        }
        if (stats.traffic().connections() > 0) {
            return new TargetChoice(Target.STAYS, "keeps connections open");
        }
        if (row.needsRedesign()) {
            return redesigned(row, quotas);
        }
        return edge(stats, quotas).or(() -> encoded(stats, quotas)).orElseGet(() -> gateway(quotas));
    }

    private static TargetChoice gateway(QuotaTable quotas) {
        return quotas.hasHttpApi()
                ? new TargetChoice(Target.HTTP_API, "within its limits and cheaper than the REST API")
                : new TargetChoice(Target.REST_API, "the only API Gateway type at that time");
    }

    /** Chooses for an endpoint that needs redesign: one with large answers only still has a target. */
    private static TargetChoice redesigned(RankedEndpoint row, QuotaTable quotas) {
        EndpointStats stats = row.stats();
        if (row.blockers().contains(Blocker.REQUEST_TOO_LARGE)) {
            return new TargetChoice(
                    Target.STAYS,
                    stats.traits().of(RequestTrait.REQUEST_OVER_6_MB)
                            + " requests over 6 MB: upload to S3 with a presigned URL instead");
        }
        boolean large =
                row.blockers().contains(Blocker.TOO_LARGE) && !row.blockers().contains(Blocker.TOO_SLOW);
        if (large
                && stats.method().equals("GET")
                && stats.traffic().bytesOut().total() / stats.calls() > LAMBDA_BYTES) {
            return new TargetChoice(
                    Target.S3,
                    "large downloads of " + megabytes(stats.traffic().bytesOut().total() / stats.calls()) + " each");
        }
        if (large && quotas.hasFunctionUrl() && stats.traffic().bytesOut().largest() <= STREAMED_BYTES) {
            return new TargetChoice(
                    Target.FUNCTION_URL,
                    "streams up to 200 MB; the largest answer has "
                            + megabytes(stats.traffic().bytesOut().largest())
                            + "; API Gateway allows 6 MB; change the code to stream");
        }
        return new TargetChoice(Target.STAYS, row.reason());
    }

    private static Optional<TargetChoice> edge(EndpointStats stats, QuotaTable quotas) {
        if (!quotas.hasEdgeFunctions() || !MethodSemantics.isRead(stats.method()) || stats.originCalls() == 0) {
            return Optional.empty();
        }
        long redirects = stats.traits().of(RequestTrait.REDIRECT);
        if (redirects * 100 >= stats.originCalls() * REDIRECTS) {
            return Optional.of(new TargetChoice(
                    Target.EDGE_FUNCTION, "redirects: " + redirects + " of " + stats.originCalls() + " origin calls"));
        }
        Optional<Long> slowest = stats.durations().map(DurationSummary::p99Ms);
        boolean tiny = stats.traffic().bytesOut().largest() > 0
                && stats.traffic().bytesOut().largest() <= TINY_BYTES
                && stats.endpoint().placeholders() == 0;
        return slowest.filter(ms -> tiny && ms <= TINY_MS)
                .map(ms -> new TargetChoice(
                        Target.EDGE_FUNCTION,
                        "tiny answers of up to " + stats.traffic().bytesOut().largest() + " bytes within " + ms
                                + " ms: suitable if they need no data"));
    }

    /**
     * Chooses for encoded paths: the HTTP API decodes them; the REST API does not, but spoils queries and has no
     * variable within a segment.
     */
    private static Optional<TargetChoice> encoded(EndpointStats stats, QuotaTable quotas) {
        if (!quotas.hasHttpApi() || !often(stats, RequestTrait.ENCODED_PATH)) {
            return Optional.empty();
        }
        boolean notRest = often(stats, RequestTrait.SEMICOLON_IN_QUERY)
                || often(stats, RequestTrait.RAW_BRACE_IN_QUERY)
                || HazardDetector.placeholderInSegment(stats.pattern());
        if (!notRest) {
            return Optional.of(
                    new TargetChoice(Target.REST_API, "keeps encoded paths unchanged; the HTTP API decodes them"));
        }
        boolean fits = stats.traffic().bytesOut().largest() <= HazardDetector.ALB_BYTES
                && stats.traits().of(RequestTrait.REQUEST_OVER_1_MB)
                                + stats.traits().of(RequestTrait.REQUEST_OVER_6_MB)
                        == 0;
        return fits && quotas.hasAlb()
                ? Optional.of(new TargetChoice(
                        Target.ALB,
                        "keeps encoded paths unchanged; the REST API would change the queries or the path;"
                                + " its price is not included in the cost"))
                : Optional.empty();
    }

    private static boolean often(EndpointStats stats, RequestTrait trait) {
        long calls = stats.traits().of(trait);
        return calls > 0 && calls * 100 >= stats.calls() * OFTEN;
    }

    private static String megabytes(long bytes) {
        return Math.floorDiv(bytes + (1 << 20) - 1, 1L << 20) + " MB";
    }
}
