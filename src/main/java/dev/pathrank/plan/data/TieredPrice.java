package dev.pathrank.plan.data;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that falls with the amount of a month.
 *
 * @param tiers in order; the last has no end
 */
public record TieredPrice(List<Tier> tiers) {
    public TieredPrice {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.get(tiers.size() - 1).upTo() != null) {
            throw new IllegalArgumentException("the last tier has a price and no \"up-to\"");
        }
    }

    /**
     * A range of amounts with one price.
     *
     * @param upTo the amount at which the next tier begins; null for the last
     * @param price in US dollars for one unit
     */
    public record Tier(@Nullable BigDecimal upTo, BigDecimal price) {}

    /** One price for any amount. */
    public static TieredPrice flat(BigDecimal price) {
        return new TieredPrice(List.of(new Tier(null, price)));
    }

    /** Returns what an amount of a month costs, each part of it at the price of its tier. */
    public BigDecimal cost(BigDecimal amount) {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            BigDecimal to = tier.upTo() == null ? amount : amount.min(tier.upTo());
            if (to.compareTo(from) > 0) {
                cost = cost.add(to.subtract(from).multiply(tier.price()));
                from = to;
            }
        }
        return cost;
    }
}
