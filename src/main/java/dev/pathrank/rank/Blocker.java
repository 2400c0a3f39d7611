package dev.pathrank.rank;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A reason why an endpoint has no place in the migration order. An endpoint without a blocker is a candidate.
 *
 * <p>From {@link #TOO_SLOW} on, they mean that the endpoint cannot run on Lambda as it is, whatever its score: it needs
 * redesign, which is not the same as coming last. One endpoint can have several of those.
 */
public enum Blocker {
    /** Stands for all calls that match no locked pattern. */
    UNMATCHED(EndpointKind.UNMATCHED),
    /** Only 4xx or {@code 000}, and not stated by the user: a scanner or a broken link. */
    NEVER_SUCCEEDED(EndpointKind.NOISE),
    /** A static file, which belongs in S3. */
    STATIC_FILE(EndpointKind.ASSET),
    /** OPTIONS: the browser's preflight request moves with its path. */
    PREFLIGHT(EndpointKind.ENDPOINT),
    /** Every target answers its own health check, so none moves. */
    HEALTH_CHECK(EndpointKind.ENDPOINT),
    /** HEAD moves with the GET of its path, if that was called. */
    HEAD_OF_GET(EndpointKind.ENDPOINT),
    /** Declared by the user and never called. */
    NEVER_CALLED(EndpointKind.UNUSED),
    /** A p99 above 29 s: the HTTP API gives up after 30 s, the REST API after 29 s. */
    TOO_SLOW(stats -> stats.durations().filter(Blocker::isTooSlow).isPresent() && !Blocker.viewersLeft(stats)),
    /** Lambda answers with at most 6 MB; {@code sc-bytes} holds the headers too and may be compressed. */
    TOO_LARGE(stats -> stats.traffic().bytesOut().largest() > Blocker.LAMBDA_ANSWER_BYTES),
    /** Lambda accepts at most 6 MB: one request in a hundred or more has more. */
    REQUEST_TOO_LARGE(stats -> stats.traits().of(RequestTrait.REQUEST_OVER_6_MB) > 0
            && stats.traits().of(RequestTrait.REQUEST_OVER_6_MB) * Blocker.HUNDREDTHS >= stats.calls()),
    /** Connections: a function answers and ends, so it cannot hold one open. */
    CONNECTIONS(stats -> stats.traffic().connections() > 0);

    private static final long HUNDREDTHS = 100;
    private static final long GATEWAY_TIMEOUT_MS = 29_000;
    /** With a p95 up to here, calls are not slow as such. */
    private static final long CLEARLY_FASTER_MS = GATEWAY_TIMEOUT_MS / 10;

    private static final long LAMBDA_ANSWER_BYTES = 6L << 20;

    private final EndpointKind kind;
    private final Predicate<EndpointStats> redesign;

    Blocker(EndpointKind kind) {
        this.kind = kind;
        this.redesign = stats -> false;
    }

    /** @param redesign whether the figures of an endpoint show that it needs redesign */
    Blocker(Predicate<EndpointStats> redesign) {
        this.kind = EndpointKind.ENDPOINT;
        this.redesign = redesign;
    }

    private static boolean isTooSlow(DurationSummary durations) {
        return durations.p99Ms() > GATEWAY_TIMEOUT_MS;
    }

    /**
     * Returns whether the p99 above the limit may be that of viewers who left before the answer: they are as many as
     * the slowest hundredth of the calls, and nearly all other calls are much faster.
     */
    static boolean viewersLeft(EndpointStats stats) {
        return stats.durations()
                .filter(durations -> isTooSlow(durations)
                        && durations.p95Ms() <= CLEARLY_FASTER_MS
                        && stats.traffic().failures().aborted() * HUNDREDTHS >= durations.count())
                .isPresent();
    }

    /** Returns the kind of row that an endpoint with this blocker is. */
    EndpointKind kind() {
        return kind;
    }

    /** Returns whether the endpoint could move if its code were changed. */
    public boolean needsRedesign() {
        return compareTo(TOO_SLOW) >= 0;
    }

    /**
     * Returns what keeps a called endpoint out of the order, in the order of the constants; empty for a candidate.
     *
     * @param hasGet whether the same path was called with GET
     */
    static Set<Blocker> of(EndpointStats stats, boolean hasGet) {
        if (stats.endpoint().unmatched()) {
            return EnumSet.of(UNMATCHED);
        }
        // Noise comes first: a picture that was never there is a broken link, and no static file. A refused write (401)
        // shows that the path is guarded, so it keeps the row an endpoint, as does any status other than 4xx.
        if (!stats.endpoint().stated() && stats.traffic().failuresOnly()) {
            return EnumSet.of(NEVER_SUCCEEDED);
        }
        if (StaticFiles.serves(stats)) {
            return EnumSet.of(STATIC_FILE);
        }
        if (stats.method().equals("OPTIONS")) {
            return EnumSet.of(PREFLIGHT);
        }
        if (HealthCheck.is(stats)) {
            return EnumSet.of(HEALTH_CHECK);
        }
        if (stats.method().equals("HEAD") && hasGet) {
            return EnumSet.of(HEAD_OF_GET);
        }
        Set<Blocker> found = EnumSet.noneOf(Blocker.class);
        for (Blocker blocker : values()) {
            if (blocker.redesign.test(stats)) {
                found.add(blocker);
            }
        }
        return found;
    }
}
