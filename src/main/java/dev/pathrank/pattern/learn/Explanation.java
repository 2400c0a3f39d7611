package dev.pathrank.pattern.learn;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of a pattern: how sure it is, and why.
 *
 * @param distinct about how many distinct values each placeholder stands for; empty where there are none, or the user
 *     stated the pattern
 * @param confidence 0 to 1: the part of patterns with this figure that is exactly right (see {@link Calibration}); null
 *     where nothing was decided
 * @param reason in words
 */
public record Explanation(List<Long> distinct, @Nullable Double confidence, String reason) {
    /** The explanation of a pattern that the user stated. */
    static final Explanation STATED = new Explanation(List.of(), 1.0, "stated");

    /** The explanation of failures that are too many to be shown one by one. */
    public static final Explanation POOLED = new Explanation(List.of(), null, "all other paths that never succeeded");

    /** The explanation of all paths that match no stated pattern, where nothing is learned. */
    static final Explanation UNMATCHED = new Explanation(List.of(), null, "matches no locked pattern");

    /** The explanation where none was asked for. */
    static final Explanation NONE = new Explanation(List.of(), null, "");

    /** @throws IllegalArgumentException if the confidence is not 0 to 1 */
    public Explanation {
        distinct = List.copyOf(distinct);
        Objects.requireNonNull(reason, "reason");
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0 to 1: " + confidence);
        }
    }
}
