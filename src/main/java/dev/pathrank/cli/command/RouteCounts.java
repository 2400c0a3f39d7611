package dev.pathrank.cli.command;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of declared routes and called endpoints.
 *
 * @param declared routes that were declared
 * @param unused those of them that were never called
 * @param undeclared endpoints that were called and are not declared
 */
record RouteCounts(long declared, long unused, long undeclared) {
    /** Returns the counts of a ranking; empty if no route was declared or no row counted. */
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

    /** Returns the counts as a line of the summary. */
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
