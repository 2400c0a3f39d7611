package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints that move, in order.
 *
 * @param rows endpoints by their place
 * @param memoryMb of each one's function
 */
record MigrationSequence(List<RankedEndpoint> rows, List<Long> memoryMb) {
    private static final BigInteger NANOS_A_MILLISECOND = BigInteger.valueOf(1_000_000);

    static MigrationSequence of(List<MigrationUnit> moves, PlanOptions options, DeclaredEndpoints declared) {
        List<RankedEndpoint> rows =
                moves.stream().flatMap(move -> move.all().stream()).toList();
        List<Long> memory = rows.stream()
                .map(row -> declared.facts(row.stats()).memoryMbOr(options.memoryMb()))
                .toList();
        return new MigrationSequence(rows, memory);
    }

    int size() {
        return rows.size();
    }

    EndpointStats stats(int place) {
        return rows.get(place).stats();
    }

    List<EndpointStats> allStats() {
        return rows.stream().map(RankedEndpoint::stats).toList();
    }

    /** Returns mean duration in whole nanoseconds, cut off; 0 where nothing was timed. */
    long meanNanos(int place) {
        return stats(place).durations().map(MigrationSequence::meanNanos).orElse(0L);
    }

    private static long meanNanos(DurationSummary durations) {
        return BigInteger.valueOf(durations.sumMs())
                .multiply(NANOS_A_MILLISECOND)
                .divide(BigInteger.valueOf(durations.count()))
                .longValueExact();
    }

    /** Returns mean duration in whole milliseconds, rounded half up; empty where nothing was timed. */
    Optional<Long> meanMs(int place) {
        return stats(place)
                .durations()
                .map(durations -> Math.floorDiv(2 * durations.sumMs() + durations.count(), 2 * durations.count()));
    }
}
