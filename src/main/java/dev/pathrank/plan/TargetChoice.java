package dev.pathrank.plan;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.route.GatewayPaths;
import dev.pathrank.rank.Blocker;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.Traffic;
import dev.pathrank.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final long MILLIS = 1000;
    /** Stands for the methods of a path that are too many to be counted apart. */
    private static final String SEVERAL_METHODS = "*";

    private static final String NO_ALB_PRICE = "; its price is not included in the cost";
    /** What CloudFront's origin access control demands (Amazon CloudFront developer guide, 2026). */
    private static final String SIGNED_BODY = "; clients must send x-amz-content-sha256 of the body";

    /** How far answers may differ in size and still count as equal: headers such as Age vary. Our choice. */
    private static final long EQUAL_WITHIN_BYTES = 64;

    /** Words of paths whose answers differ from viewer to viewer although they are short. */
    private static final Pattern TOKEN =
            Pattern.compile("token|auth|login|session|csrf|nonce|jwt|otp|signature", Pattern.CASE_INSENSITIVE);

    /**
     * Returns the same target with another way to run its function.
     *
     * @param saved US dollars a month, at most
     */
    TargetChoice orManagedInstances(BigDecimal saved) {
        String dollars = saved.setScale(0, RoundingMode.CEILING).toPlainString();
        return new TargetChoice(
                target, reason + "; steady load: on Managed Instances it may cost up to $" + dollars + " a month less");
    }

    /** Chooses by comparing the logs with the limits of each target; looks at this endpoint alone. */
    static TargetChoice of(RankedEndpoint row, PlanOptions options) {
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
        if (stats.method().equals(SEVERAL_METHODS)) {
            return new TargetChoice(Target.STAYS, "many rare methods are counted together: nothing can route them");
        }
        if (stats.traffic().connections() > 0) {
            return new TargetChoice(
                    Target.STAYS,
                    "keeps connections open: it stays"
                            + (options.quotas().hasRestStreaming()
                                    ? " or gets an API of its own (WebSocket API; for event streams a REST API that"
                                            + " streams)"
                                    : ""));
        }
        if (row.needsRedesign()) {
            return redesigned(row, options);
        }
        return edge(stats, options.quotas())
                .or(() -> encoded(stats, options.quotas()))
                .orElseGet(() -> gateway(stats, options.quotas()));
    }

    private static TargetChoice gateway(EndpointStats stats, QuotaTable quotas) {
        String reason = GatewayPaths.reasonAgainst(stats.method(), stats.pattern());
        if (!reason.isEmpty()) {
            return withoutGateway(stats, quotas, reason);
        }
        return quotas.hasHttpApi()
                ? new TargetChoice(Target.HTTP_API, "within its limits and cheaper than the REST API")
                : new TargetChoice(Target.REST_API, "the only API Gateway type at that time");
    }

    /** Chooses for an endpoint that no API can have a route for, or whose path no API keeps. */
    static TargetChoice withoutGateway(EndpointStats stats, QuotaTable quotas, String reason) {
        boolean read = MethodSemantics.isRead(stats.method()) || MethodSemantics.isCompanion(stats.method());
        if (read && quotas.hasFunctionUrl()) {
            return new TargetChoice(Target.FUNCTION_URL, reason);
        }
        if (quotas.hasAlb() && fitsAlb(stats)) {
            return new TargetChoice(Target.ALB, reason + NO_ALB_PRICE);
        }
        if (quotas.hasFunctionUrl()) {
            return new TargetChoice(Target.FUNCTION_URL, reason + SIGNED_BODY);
        }
        return new TargetChoice(Target.STAYS, reason);
    }

    private static boolean fitsAlb(EndpointStats stats) {
        return stats.traffic().bytesOut().largest() <= HazardDetector.ALB_BYTES
                && stats.traits().of(RequestTrait.REQUEST_OVER_1_MB)
                                + stats.traits().of(RequestTrait.REQUEST_OVER_6_MB)
                        == 0;
    }

    /** Chooses for an endpoint that needs redesign: one that could stream its answers still has a target. */
    private static TargetChoice redesigned(RankedEndpoint row, PlanOptions options) {
        EndpointStats stats = row.stats();
        QuotaTable quotas = options.quotas();
        if (row.blockers().contains(Blocker.REQUEST_TOO_LARGE)) {
            return new TargetChoice(
                    Target.STAYS,
                    stats.traits().of(RequestTrait.REQUEST_OVER_6_MB)
                            + " requests over 6 MB: upload to S3 with a presigned URL instead");
        }
        boolean slow = row.blockers().contains(Blocker.TOO_SLOW);
        long largest = stats.traffic().bytesOut().largest();
        long mean = stats.traffic().bytesOut().total() / stats.calls();
        if (!slow && stats.method().equals("GET") && mean > LAMBDA_BYTES) {
            return new TargetChoice(Target.S3, "large downloads of " + megabytes(mean) + " each");
        }
        boolean streams = largest <= STREAMED_BYTES;
        if (!slow && streams && quotas.hasFunctionUrl() && !options.vpc()) {
            return new TargetChoice(
                    Target.FUNCTION_URL,
                    "streams up to 200 MB; the largest answer has " + megabytes(largest)
                            + "; API Gateway allows 6 MB; change the code to stream"
                            + (MethodSemantics.isRead(stats.method()) ? "" : SIGNED_BODY));
        }
        boolean route =
                GatewayPaths.reasonAgainst(stats.method(), stats.pattern()).isEmpty();
        boolean inTime = stats.durations()
                .map(times -> times.p99Ms() <= quotas.functionMaxSeconds() * MILLIS)
                .orElse(true);
        if (quotas.hasRestStreaming() && streams && route && inTime) {
            return new TargetChoice(
                    Target.REST_API,
                    row.reason() + "; a REST API streams for up to 15 minutes and past 10 MB if it has neither a cache"
                            + " nor binary media types; change the code to stream: CloudFront waits "
                            + quotas.originTimeoutSeconds() + " s for each part");
        }
        return new TargetChoice(Target.STAYS, row.reason());
    }

    /** Chooses code at CloudFront for what answers everybody alike. */
    private static Optional<TargetChoice> edge(EndpointStats stats, QuotaTable quotas) {
        if (!quotas.hasEdgeFunctions()
                || !MethodSemantics.isRead(stats.method())
                || stats.originCalls() == 0
                || !answersAreEqual(stats)) {
            return Optional.empty();
        }
        long redirects = stats.traits().of(RequestTrait.REDIRECT);
        if (redirects * 100 >= stats.originCalls() * REDIRECTS) {
            return Optional.of(new TargetChoice(
                    Target.EDGE_FUNCTION, "redirects: " + redirects + " of " + stats.originCalls() + " origin calls"));
        }
        Optional<Long> slowest = stats.durations().map(DurationSummary::p99Ms);
        long largest = stats.traffic().bytesOut().largest();
        boolean tiny = largest > 0 && largest <= TINY_BYTES;
        return slowest.filter(ms -> tiny && ms <= TINY_MS)
                .map(ms -> new TargetChoice(
                        Target.EDGE_FUNCTION,
                        "tiny answers of up to " + largest + " bytes within " + ms
                                + " ms: suitable if they need no data"));
    }

    /** Returns whether all calls seem to get the same answer: one path, nothing secret, answers of one size. */
    private static boolean answersAreEqual(EndpointStats stats) {
        Traffic.BytesOut bytes = stats.traffic().bytesOut();
        return stats.endpoint().placeholders() == 0
                && !TOKEN.matcher(stats.pattern()).find()
                && bytes.largest() * stats.calls() - bytes.total() <= EQUAL_WITHIN_BYTES * stats.calls();
    }

    /**
     * Chooses for encoded paths: no API keeps an encoded slash. The HTTP API decodes all others; the REST API does not,
     * but spoils queries.
     */
    private static Optional<TargetChoice> encoded(EndpointStats stats, QuotaTable quotas) {
        long slashes = stats.traits().of(RequestTrait.ENCODED_SLASH);
        if (slashes > 0) {
            return Optional.of(withoutGateway(
                    stats, quotas, slashes + " calls with %2F in the path: API Gateway does not keep it"));
        }
        if (!quotas.hasHttpApi() || !often(stats, RequestTrait.ENCODED_PATH)) {
            return Optional.empty();
        }
        boolean notRest = often(stats, RequestTrait.SEMICOLON_IN_QUERY)
                || often(stats, RequestTrait.RAW_BRACE_IN_QUERY)
                || !GatewayPaths.reasonAgainst(stats.method(), stats.pattern()).isEmpty();
        if (!notRest) {
            return Optional.of(
                    new TargetChoice(Target.REST_API, "keeps encoded paths unchanged; the HTTP API decodes them"));
        }
        return Optional.of(withoutGateway(
                stats,
                quotas,
                "keeps encoded paths unchanged; the REST API has no route for them or would change the queries"));
    }

    private static boolean often(EndpointStats stats, RequestTrait trait) {
        long calls = stats.traits().of(trait);
        return calls > 0 && calls * 100 >= stats.calls() * OFTEN;
    }

    private static String megabytes(long bytes) {
        return Numbers.ceilDiv(bytes, 1L << 20) + " MB";
    }
}
