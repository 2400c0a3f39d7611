package dev.pathrank.plan;

import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with its place in the plan.
 *
 * @param ranked the endpoint with its place in the ranking
 * @param wave 1, 2, …; 0 to retire; null where nothing happens to it
 * @param reason why it has its wave, or none
 * @param function what would answer for it
 * @param hazards seen in the logs
 * @param auth whether the user says that it needs a signed-in user
 * @param forecast null for what does not move
 * @param range the ranks that it has under small changes; null for what has none
 */
public record PlannedEndpoint(
        RankedEndpoint ranked,
        @Nullable Integer wave,
        String reason,
        Function function,
        List<HazardFinding> hazards,
        boolean auth,
        @Nullable Forecast forecast,
        @Nullable RankRange range) {
    /** The wave of what retires: declared and never called. */
    static final int RETIRED = 0;

    /** The reason of what a routes file says never to move. */
    static final String NEVER = "never moves: declared in the routes file";

    public PlannedEndpoint {
        hazards = List.copyOf(hazards);
    }

    /**
     * What answers for an endpoint after the move.
     *
     * @param name of the function
     * @param target what the endpoint moves to
     * @param memoryMb of the function
     */
    public record Function(String name, TargetChoice target, long memoryMb) {}

    /** Returns whether it moves in one of the waves. */
    public boolean moves() {
        return forecast != null;
    }

    /** Returns whether it is to be removed instead of moved. */
    public boolean retires() {
        return wave != null && wave == RETIRED;
    }

    /** Returns whether a routes file says that it never moves. */
    public boolean neverMoves() {
        return reason.startsWith(NEVER);
    }

    /** See {@link RankedEndpoint#rank}. */
    public OptionalInt rank() {
        return ranked.rank();
    }

    /** See {@link Function#name}. */
    public String functionName() {
        return function.name();
    }

    /** See {@link Function#target}. */
    public TargetChoice target() {
        return function.target();
    }

    /** See {@link Function#memoryMb}. */
    public long memoryMb() {
        return function.memoryMb();
    }
}
