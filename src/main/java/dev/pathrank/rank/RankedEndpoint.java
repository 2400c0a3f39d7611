package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with its place in the migration order.
 *
 * @param stats what was counted for it
 * @param kind what its row is
 * @param placement null where it is no candidate
 * @param blockers why it is no candidate; empty where it is one
 * @param reasons why it has its place, or why it has none
 * @param share its calls against all counted calls
 * @param cumulativeShare calls of all rows up to this one, in output order, against all counted calls
 * @param declared whether the user's routes have it
 */
public record RankedEndpoint(
        EndpointStats stats,
        EndpointKind kind,
        @Nullable Placement placement,
        Set<Blocker> blockers,
        List<Reason> reasons,
        Ratio share,
        Ratio cumulativeShare,
        boolean declared) {
    public RankedEndpoint {
        Objects.requireNonNull(stats, "stats");
        Objects.requireNonNull(kind, "kind");
        blockers = Set.copyOf(blockers);
        if ((placement == null) == blockers.isEmpty()) {
            throw new IllegalArgumentException("a row has either a place or blockers");
        }
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("every row has a reason");
        }
    }

    /** Returns whether it takes part in the migration order. */
    public boolean isCandidate() {
        return placement != null;
    }

    /** See {@link Placement#rank}; empty where it is no candidate. */
    public OptionalInt rank() {
        return placement == null ? OptionalInt.empty() : OptionalInt.of(placement.rank());
    }

    /** See {@link Placement#score}; empty where it is no candidate. */
    public OptionalDouble score() {
        return placement == null ? OptionalDouble.empty() : OptionalDouble.of(placement.score());
    }

    /** See {@link Placement#parts}; empty where it is no candidate. */
    public Optional<ScoreParts> parts() {
        return Optional.ofNullable(placement).map(Placement::parts);
    }

    /** Returns the reasons in words. */
    public String reason() {
        return Reason.sentence(reasons);
    }

    /** Returns whether its code must change before it can run on Lambda. */
    public boolean needsRedesign() {
        return blockers.stream().anyMatch(Blocker::needsRedesign);
    }

    /**
     * Returns the part of its calls that did not reach the origin, redirects included; empty where there is no call.
     */
    public Optional<Ratio> hitRatio() {
        return stats.isCalled()
                ? Optional.of(new Ratio(stats.calls() - stats.originCalls(), stats.calls()))
                : Optional.empty();
    }
}
