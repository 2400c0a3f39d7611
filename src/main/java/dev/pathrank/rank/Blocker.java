package dev.pathrank.rank;

import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What keeps an endpoint from running on Lambda as it is, whatever its score (migration-order reference, section 4): it
 * needs redesign, which is not the same as coming last.
 */
enum Blocker {
    /** The HTTP API gives up after 30 s, the REST API after 29 s. */
    TOO_SLOW(stats -> stats.durations()
            .map(DurationSummary::p99Ms)
            .filter(p99 -> p99 > 29_000)
            .map(Blocker::slow)),
    /** Lambda answers with at most 6 MB; {@code sc-bytes} holds the headers too and may be compressed. */
    TOO_LARGE(stats -> Optional.of(stats.traffic().bytesOut().largest())
            .filter(bytes -> bytes > 6 * Blocker.MIB)
            .map(Blocker::large)),
    /** A function answers and ends; it cannot hold a connection open. */
    CONNECTION(stats -> Optional.of(stats).filter(all -> all.traffic().connections() > 0).map(Blocker::held));

    private static final long MIB = 1 << 20;

    private final Function<EndpointStats, Optional<String>> finding;

    Blocker(Function<EndpointStats, Optional<String>> finding) {
        this.finding = finding;
    }

    /** What every gate has against the endpoint, in a few words each; empty for a candidate. */
    static List<String> findings(EndpointStats stats) {
        return Arrays.stream(values())
                .flatMap(gate -> gate.finding.apply(stats).stream())
                .toList();
    }

    private static String slow(long p99Ms) {
        return "p99 " + tenthsUp(p99Ms, 1000) + " s";
    }

    private static String large(long bytes) {
        return "answers up to " + tenthsUp(bytes, MIB) + " MB";
    }

    private static String held(EndpointStats stats) {
        return "open connections (WebSocket, gRPC): " + stats.traffic().connections();
    }

    /** One decimal at most, rounded up: what is above a limit never reads as the limit itself. */
    private static String tenthsUp(long amount, long unit) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }
}
