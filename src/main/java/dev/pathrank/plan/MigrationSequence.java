package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.EndpointStats;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The endpoints that move, in order.
 *
 * @param rows endpoints by their place
 * @param memoryMb of each one's function
 */
record MigrationSequence(List<RankedEndpoint> rows, List<Long> memoryMb) {
    static MigrationSequence of(List<MigrationUnit> moves, PlanOptions options, DeclaredEndpoints declared) {
        List<RankedEndpoint> rows =
                moves.stream().flatMap(move -> move.all().stream()).toList();
        List<Long> memory = rows.stream()
                .map(row -> declared.facts(row.stats()).memoryMbOr(options.memoryMb()))
                .toList();
        return new MigrationSequence(rows, memory);
    }

    /** Returns these endpoints, and then the others of a list, each in its order. */
    List<RankedEndpoint> before(List<RankedEndpoint> others) {
        Set<RankedEndpoint> mine = Collections.newSetFromMap(new IdentityHashMap<>());
        mine.addAll(rows);
        return Stream.concat(rows.stream(), others.stream().filter(row -> !mine.contains(row)))
                .toList();
    }

    int size() {
        return rows.size();
    }

    /** Returns the memory of each one's function, in MB, as the loads take it. */
    long[] memoryByPlace() {
        return memoryMb.stream().mapToLong(Long::longValue).toArray();
    }

    EndpointStats stats(int place) {
        return rows.get(place).stats();
    }

    List<EndpointStats> allStats() {
        return rows.stream().map(RankedEndpoint::stats).toList();
    }

    /** Returns mean duration in whole milliseconds, rounded half up; empty where nothing was timed. */
    Optional<Long> meanMs(int place) {
        return stats(place)
                .durations()
                .map(durations -> Math.floorDiv(2 * durations.sumMs() + durations.count(), 2 * durations.count()));
    }
}
