package dev.pathrank.plan.cost;

import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.PriceList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What the switch uses in a month: a CloudFront Function that every request runs through, and its store.
 *
 * @param calls of the function
 * @param reads of the store, at most
 */
public record RouterUse(BigDecimal calls, BigDecimal reads) {
    /** No switch of this kind. */
    public static final RouterUse NONE = new RouterUse(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Returns the amounts multiplied by a factor. */
    public RouterUse times(BigDecimal factor) {
        return new RouterUse(calls.multiply(factor), reads.multiply(factor));
    }

    /** Returns the cost in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> cost(PriceList prices, boolean freeTier) {
        if (calls.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return part(calls, Price.EDGE_FUNCTION_PER_MILLION, Price.EDGE_FUNCTION_FREE_CALLS, prices, freeTier)
                .flatMap(run -> part(
                                reads,
                                Price.EDGE_STORE_READS_PER_MILLION,
                                Price.EDGE_STORE_FREE_READS,
                                prices,
                                freeTier)
                        .map(run::add));
    }

    private static Optional<BigDecimal> part(
            BigDecimal amount, Price perMillion, Price free, PriceList prices, boolean freeTier) {
        BigDecimal paid = freeTier ? amount.subtract(prices.orZero(free)).max(BigDecimal.ZERO) : amount;
        return prices.of(perMillion).map(price -> price.multiply(paid).divide(Cost.MILLION, MathContext.DECIMAL128));
    }
}
