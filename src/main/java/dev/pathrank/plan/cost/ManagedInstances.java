package dev.pathrank.plan.cost;

import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.PriceList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * EC2 instances that Lambda manages: m7g.large, of which Lambda starts three, one for each zone, and more where calls
 * in flight need them (AWS Lambda developer guide, 2026). How much CPU a call takes is in no log, so this is the least.
 *
 * @param count of instances, 3 or more
 */
public record ManagedInstances(long count) {
    private static final long LEAST = 3;
    private static final long VCPUS = 2;

    /**
     * Returns the instances that serve some calls at once.
     *
     * @param callsPerVcpu calls that one vCPU takes at once, above 0
     */
    public static ManagedInstances forCalls(long inFlight, long callsPerVcpu) {
        long each = VCPUS * callsPerVcpu;
        return new ManagedInstances(Math.max(LEAST, Math.floorDiv(inFlight + each - 1, each)));
    }

    /**
     * Returns the cost of a month in US dollars, without what stands before the functions; empty where a price is not
     * known.
     *
     * @param requests of a month
     */
    public Optional<BigDecimal> cost(BigDecimal requests, PriceList prices) {
        return prices.of(Price.MANAGED_INSTANCE_HOUR)
                .map(hour -> hour.multiply(BigDecimal.ONE.add(prices.orZero(Price.MANAGED_INSTANCE_FEE)))
                        .multiply(Cost.HOURS)
                        .multiply(BigDecimal.valueOf(count))
                        .add(requests.multiply(prices.orZero(Price.MANAGED_REQUESTS_PER_MILLION))
                                .divide(Cost.MILLION, MathContext.DECIMAL128)));
    }
}
