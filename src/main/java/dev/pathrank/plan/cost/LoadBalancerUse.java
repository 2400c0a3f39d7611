package dev.pathrank.plan.cost;

import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.PriceList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What an endpoint uses of an Application Load Balancer in a month. Its capacity units go by the largest of several
 * amounts; those of new connections and of bytes are known here (Elastic Load Balancing price page, 2026-09).
 *
 * @param requests each with a new connection, which is the most that there can be
 * @param bytes of the answers
 */
public record LoadBalancerUse(BigDecimal requests, BigDecimal bytes) {
    /** New connections of a capacity unit in an hour: 25 a second. */
    private static final BigDecimal CONNECTIONS = BigDecimal.valueOf(25L * 3600);
    /** Bytes of a capacity unit in an hour where a function answers: 0.4 GB. */
    private static final BigDecimal BYTES = BigDecimal.valueOf(400_000_000L);

    /** Returns the capacity units, each for an hour. */
    BigDecimal unitHours() {
        return requests.divide(CONNECTIONS, MathContext.DECIMAL128).max(bytes.divide(BYTES, MathContext.DECIMAL128));
    }

    /** Returns the cost of the capacity units in US dollars; empty where the price is not known. */
    public Optional<BigDecimal> cost(PriceList prices) {
        return prices.of(Price.ALB_CAPACITY_UNIT_HOUR).map(unitHours()::multiply);
    }

    /** Returns what one load balancer costs besides, used or not; empty where the price is not known. */
    public static Optional<BigDecimal> hours(PriceList prices) {
        return prices.of(Price.ALB_HOUR).map(Cost.HOURS::multiply);
    }
}
