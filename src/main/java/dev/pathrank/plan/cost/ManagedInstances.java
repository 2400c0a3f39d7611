package dev.pathrank.plan.cost;

import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * EC2 instances that Lambda manages: m7g.large, of which Lambda starts three, one for each zone, and more where calls
 * in flight or functions need them. Each function has three environments by default, each of at least 1 vCPU and 2 GB
 * (AWS Lambda developer guide, "Scaling Lambda Managed Instances", 2026). How much CPU a call takes is in no log, so
 * this is the least.
 *
 * @param count of instances, 3 or more
 */
public record ManagedInstances(long count) {
    private static final long LEAST = 3;
    private static final long VCPUS = 2;
    private static final long MEMORY_MB = 8192;
    private static final long ENVIRONMENTS_OF_A_FUNCTION = 3;
    private static final long LEAST_MEMORY_MB = 2048;

    /**
     * Returns the instances that some functions need.
     *
     * @param memoryMb of each function
     * @param inFlight calls at once
     * @param callsPerVcpu calls that one vCPU takes at once, above 0
     */
    public static ManagedInstances of(List<Long> memoryMb, long inFlight, long callsPerVcpu) {
        long vcpus = Math.max(ENVIRONMENTS_OF_A_FUNCTION * memoryMb.size(), Numbers.ceilDiv(inFlight, callsPerVcpu));
        long memory = memoryMb.stream()
                .mapToLong(each -> ENVIRONMENTS_OF_A_FUNCTION * Math.max(LEAST_MEMORY_MB, each))
                .sum();
        return new ManagedInstances(
                Math.max(LEAST, Math.max(Numbers.ceilDiv(vcpus, VCPUS), Numbers.ceilDiv(memory, MEMORY_MB))));
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
