package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether an endpoint takes part in the order.
 *
 * @param kind what its row is
 * @param blockers why it does not; empty for a candidate
 */
record Eligibility(EndpointKind kind, Set<Blocker> blockers) {
    static final Eligibility NEVER_CALLED = of(EnumSet.of(Blocker.NEVER_CALLED));

    /**
     * Decides about an endpoint that was called.
     *
     * @param hasGet whether the same path was called with GET
     */
    static Eligibility of(EndpointStats stats, boolean hasGet) {
        return of(Blocker.of(stats, hasGet));
    }

    private static Eligibility of(Set<Blocker> blockers) {
        EndpointKind kind = blockers.stream().findFirst().map(Blocker::kind).orElse(EndpointKind.ENDPOINT);
        return new Eligibility(kind, blockers);
    }

    boolean isCandidate() {
        return blockers.isEmpty();
    }
}
