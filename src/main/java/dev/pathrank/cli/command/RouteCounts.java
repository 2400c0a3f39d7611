package dev.pathrank.cli.command;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Declared routes against called endpoints.
 *
 * @param declared routes that were declared
 * @param unused those of them that were never called
 * @param undeclared endpoints that were called and are not declared
 */
record RouteCounts(long declared, long unused, long undeclared) {
    /** The counts of a ranking in which rows count; empty where nothing was declared or nothing is known. */
    static Optional<RouteCounts> of(DeclaredEndpoints declared, List<RankedEndpoint> ranking) {
        if (declared.routes().isEmpty() || ranking.isEmpty()) {
            return Optional.empty();
        }
        long unused = ranking.stream()
                .filter(row -> row.kind() == EndpointKind.UNUSED)
                .count();
        long undeclared = ranking.stream()
                .filter(row -> row.kind() == EndpointKind.ENDPOINT && !row.declared())
                .count();
        return Optional.of(new RouteCounts(declared.count(), unused, undeclared));
    }

    /** The counts in words. */
    String line() {
        return String.format(
                Locale.ROOT,
                "routes: %,d declared = %,d called + %,d never called; endpoints called but not declared: %,d",
                declared,
                declared - unused,
                unused,
                undeclared);
    }
}
