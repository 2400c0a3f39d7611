package dev.pathrank.rank;

import java.util.Objects;

/**
 * The user's choices about the order.
 *
 * @param order what candidates are ordered by
 * @param preset the weights of the score
 */
public record RankOptions(Order order, Preset preset) {
    /** By score, with balanced weights. */
    public static final RankOptions DEFAULT = new RankOptions(Order.SCORE, Preset.BALANCED);

    public RankOptions {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(preset, "preset");
    }
}
