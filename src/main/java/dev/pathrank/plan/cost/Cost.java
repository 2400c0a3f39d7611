package dev.pathrank.plan.cost;

import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.TieredPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The billed amounts of a month, and what they cost. Amounts add up; prices do not, because they fall with the amount
 * and begin with a free part.
 *
 * @param requests of Lambda
 * @param gbSeconds of Lambda
 * @param restRequests to the REST API
 * @param httpRequests to the HTTP API, in metered pieces
 */
public record Cost(BigDecimal requests, BigDecimal gbSeconds, BigDecimal restRequests, BigDecimal httpRequests) {
    /** No amount at all. */
    public static final Cost NONE = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Days of a month. */
    public static final int DAYS = 30;

    /** Hours of a month. */
    static final BigDecimal HOURS = BigDecimal.valueOf(DAYS * 24L);

    static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Returns the sum of both. */
    public Cost plus(Cost other) {
        return new Cost(
                requests.add(other.requests),
                gbSeconds.add(other.gbSeconds),
                restRequests.add(other.restRequests),
                httpRequests.add(other.httpRequests));
    }

    /** Returns the amounts multiplied by a factor. */
    public Cost times(BigDecimal factor) {
        return new Cost(
                requests.multiply(factor),
                gbSeconds.multiply(factor),
                restRequests.multiply(factor),
                httpRequests.multiply(factor));
    }

    /** Returns the cost of Lambda's requests and GB-seconds in US dollars, not rounded. */
    public BigDecimal lambdaCost(PriceList prices, boolean freeTier) {
        BigDecimal paidRequests = freeTier ? above(requests, prices.orZero(Price.LAMBDA_FREE_REQUESTS)) : requests;
        BigDecimal paidSeconds = freeTier ? above(gbSeconds, prices.orZero(Price.LAMBDA_FREE_GB_SECONDS)) : gbSeconds;
        return paidRequests
                .multiply(prices.orZero(Price.LAMBDA_REQUESTS_PER_MILLION))
                .divide(MILLION, MathContext.DECIMAL128)
                .add(prices.gbSecond().cost(paidSeconds));
    }

    /** Returns the cost of API Gateway in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> gatewayCost(PriceList prices) {
        return part(restRequests, prices.restApi().orElse(null))
                .flatMap(rest ->
                        part(httpRequests, prices.httpApi().orElse(null)).map(rest::add));
    }

    /** Returns the whole cost in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> cost(PriceList prices, boolean freeTier) {
        return gatewayCost(prices).map(gateway -> gateway.add(lambdaCost(prices, freeTier)));
    }

    private static Optional<BigDecimal> part(BigDecimal amount, @Nullable TieredPrice perMillion) {
        if (amount.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return perMillion == null
                ? Optional.empty()
                : Optional.of(perMillion.cost(amount.divide(MILLION, MathContext.DECIMAL128)));
    }

    private static BigDecimal above(BigDecimal amount, BigDecimal free) {
        return amount.subtract(free).max(BigDecimal.ZERO);
    }
}
