package dev.pathrank.plan;

import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with its place in the plan.
 *
 * @param ranked the endpoint with its place in the ranking
 * @param disposition whether it moves, retires or stays, and what decided that
 * @param wave 1, 2, …; 0 to retire; null where nothing happens to it
 * @param reason why it has its wave, or none
 * @param function what would answer for it
 * @param hazards seen in the logs
 * @param forecast null for what does not move
 * @param range the ranks that it has under small changes; null for what has none
 */
public record PlannedEndpoint(
        RankedEndpoint ranked,
        Disposition disposition,
        @Nullable Integer wave,
        String reason,
        Function function,
        List<HazardFinding> hazards,
        @Nullable Forecast forecast,
        @Nullable RankRange range) {
    /** The wave of what retires. */
    static final int RETIRED = 0;

    public PlannedEndpoint {
        hazards = List.copyOf(hazards);
    }

    /** What becomes of an endpoint, by the cause that decides it. */
    public enum Disposition {
        /** Moves in a wave. */
        MOVES,
        /** Is removed instead of moved: declared and never called. */
        RETIRES,
        /** Stays because a routes file says that it never moves. */
        NEVER_MOVES,
        /** A candidate that stays because no target takes it as it is. */
        NO_TARGET,
        /** A candidate that stays because no call reached the origin. */
        SERVED_FROM_CACHE,
        /** Stays because it is no candidate. */
        NO_CANDIDATE
    }

    /**
     * What answers for an endpoint after the move.
     *
     * @param name of the function
     * @param target what the endpoint moves to
     * @param memoryMb of the function
     * @param auth whether the user says that it needs a signed-in user
     */
    public record Function(String name, TargetChoice target, long memoryMb, boolean auth) {}

    /** Returns whether it moves in one of the waves. */
    public boolean moves() {
        return forecast != null;
    }

    /** Returns the forecast of an endpoint that {@linkplain #moves() moves}. */
    public Forecast requireForecast() {
        return Objects.requireNonNull(forecast, "the endpoint does not move");
    }

    /** See {@link Forecast#costMonth}; null for what does not move, too. */
    public @Nullable BigDecimal costMonth() {
        return forecast == null ? null : forecast.costMonth();
    }

    /** Returns whether it is to be removed instead of moved. */
    public boolean retires() {
        return disposition == Disposition.RETIRES;
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

    /** See {@link Function#auth}. */
    public boolean auth() {
        return function.auth();
    }
}
