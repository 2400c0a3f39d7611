package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An endpoint with its place in the migration order.
 *
 * @param rank 1, 2, …: the place under the chosen order; empty where the row is no candidate, as are score and parts
 * @param score 0 to 100 with one decimal
 * @param parts what the score is made of
 * @param reason why it has this place, or why it has none
 * @param share its calls against all counted rows
 * @param cumulativeShare calls of all rows up to this one, in output order, against all counted rows
 * @param declared whether the user's routes have it
 */
public record RankedEndpoint(
        EndpointStats stats,
        OptionalInt rank,
        EndpointKind kind,
        OptionalDouble score,
        Optional<ScoreParts> parts,
        String reason,
        Ratio share,
        Ratio cumulativeShare,
        boolean declared) {
    public RankedEndpoint {
        Objects.requireNonNull(stats, "stats");
        Objects.requireNonNull(kind, "kind");
        if (rank.isPresent() != score.isPresent() || rank.isPresent() != parts.isPresent()) {
            throw new IllegalArgumentException("rank, score and parts exist together or not at all");
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("every row has a reason");
        }
    }

    /** Whether it takes part in the migration order. */
    public boolean isCandidate() {
        return rank.isPresent();
    }

    /** The part of its calls that did not reach the backend, redirects included; empty where there is no call. */
    public Optional<Ratio> hitRatio() {
        return stats.isCalled()
                ? Optional.of(new Ratio(stats.calls() - stats.originCalls(), stats.calls()))
                : Optional.empty();
    }
}
