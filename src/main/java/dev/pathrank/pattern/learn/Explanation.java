package dev.pathrank.pattern.learn;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Why a pattern is what it is.
 *
 * @param distinct about how many distinct values each placeholder stands for; empty where there is none, or the user stated the pattern
 * @param confidence 0 to 1: among patterns with this figure, such a part is exactly right (see {@link Calibration}); empty where nothing was decided
 * @param reason in words
 */
public record Explanation(List<Long> distinct, OptionalDouble confidence, String reason) {
    /** What the user stated is right. */
    static final Explanation STATED = new Explanation(List.of(), OptionalDouble.of(1), "stated");

    /** What is said of failures that are too many to be shown one by one. */
    public static final Explanation POOLED =
            new Explanation(List.of(), OptionalDouble.empty(), "all other paths that were never answered");

    /** What is said of all that matches nothing the user pinned. */
    static final Explanation UNMATCHED =
            new Explanation(List.of(), OptionalDouble.empty(), "matches no locked pattern");

    /** Nobody asked. */
    static final Explanation NONE = new Explanation(List.of(), OptionalDouble.empty(), "");

    public Explanation {
        distinct = List.copyOf(distinct);
        Objects.requireNonNull(reason, "reason");
        if (!(confidence.orElse(0) >= 0 && confidence.orElse(0) <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
    }
}
