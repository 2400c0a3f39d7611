package dev.pathrank.plan;

import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.cost.LoadBalancerUse;
import dev.pathrank.plan.cost.ManagedInstances;
import dev.pathrank.plan.cost.RouterUse;
import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.Runtimes;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.text.Numbers;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A projection of an endpoint's cost of a month from its traffic in the window of the logs. */
final class CostModel {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal SECONDS_A_MONTH = BigDecimal.valueOf((long) Cost.DAYS * UtcDay.SECONDS);
    /** The step of early 2017, in milliseconds. */
    private static final long ROUNDED_TO = 100;

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MB_A_GB = BigDecimal.valueOf(1024);
    /** The HTTP API meters a request in pieces of 512 KB. */
    private static final long PIECE = 512 << 10;

    /** More environments than any account has. */
    private static final long MOST_PROVISIONED = 100_000;

    /**
     * Bytes of the three lines START, END and REPORT that Lambda writes for each call: 71, 52 and about 141, and 26 for
     * each that CloudWatch Logs counts besides (lengths counted on lines with a UUID as request ID; CloudWatch Logs API
     * reference, PutLogEvents, 2026).
     */
    static final long LOG_BYTES = 71 + 52 + 141 + 3 * 26;

    private static final BigDecimal BYTES_A_GB = BigDecimal.valueOf(1_000_000_000L);

    /** Seconds between two pings that keep an environment warm. */
    private static final long PING_SECONDS = 300;

    private final PlanOptions options;
    private final long windowSeconds;
    private final BigDecimal perMonth;

    CostModel(PlanOptions options, Window window) {
        this.options = options;
        this.windowSeconds = window.coveredSeconds();
        this.perMonth = SECONDS_A_MONTH.divide(BigDecimal.valueOf(windowSeconds), DIGITS);
    }

    /**
     * Returns the cost of a month of an endpoint.
     *
     * @param calls in the window that would reach Lambda, before growth
     * @param cold calls that start cold, after growth
     */
    Cost ofMonth(EndpointStats stats, Target target, long calls, long cold, long memoryMb) {
        if (!target.isLambda()) {
            return Cost.NONE;
        }
        BigDecimal requests = aMonth(calls);
        BigDecimal memory = gigabytes(memoryMb);
        BigDecimal seconds = requests.multiply(billedSeconds(stats), DIGITS);
        if (options.quotas().initialisationBilled()) {
            BigDecimal starts = BigDecimal.valueOf(cold).multiply(perMonth, DIGITS);
            seconds = seconds.add(starts.multiply(seconds(options.environments().startUpMs()), DIGITS));
        }
        return new Cost(
                requests,
                seconds.multiply(memory, DIGITS),
                target == Target.REST_API ? requests : BigDecimal.ZERO,
                target == Target.HTTP_API ? pieces(stats, requests) : BigDecimal.ZERO);
    }

    private BigDecimal aMonth(long calls) {
        return BigDecimal.valueOf(calls).multiply(options.growth()).multiply(perMonth, DIGITS);
    }

    private static BigDecimal gigabytes(long megabytes) {
        return BigDecimal.valueOf(megabytes).divide(MB_A_GB, DIGITS);
    }

    private static long meanBytes(EndpointStats stats) {
        return stats.calls() == 0 ? 0 : stats.traffic().bytesOut().total() / stats.calls();
    }

    private static BigDecimal pieces(EndpointStats stats, BigDecimal requests) {
        return requests.multiply(BigDecimal.valueOf(Math.max(1, Numbers.ceilDiv(meanBytes(stats), PIECE))));
    }

    /**
     * Returns the cost of a month of an endpoint behind a load balancer, without the hours of that; empty where a price
     * is not known.
     *
     * @param cold calls that start cold, after growth
     */
    Optional<BigDecimal> atLoadBalancer(EndpointStats stats, long cold, long memoryMb) {
        BigDecimal requests = aMonth(stats.originCalls());
        LoadBalancerUse use = new LoadBalancerUse(requests, requests.multiply(BigDecimal.valueOf(meanBytes(stats))));
        Cost lambda = ofMonth(stats, Target.ALB, stats.originCalls(), cold, memoryMb);
        return use.cost(options.prices()).map(lambda.lambdaCost(options.prices(), false)::add);
    }

    /**
     * Returns the cost of a month of endpoints on Managed Instances behind the HTTP API; empty where the runtime cannot
     * run there or a price is not known.
     *
     * @param memoryMb of each of their functions
     * @param inFlight calls in flight in the busiest second
     */
    Optional<BigDecimal> onManagedInstances(List<EndpointStats> all, List<Long> memoryMb, long inFlight) {
        OptionalLong each = Runtimes.callsPerVcpu(options.environments().runtime());
        if (each.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal requests =
                aMonth(all.stream().mapToLong(EndpointStats::originCalls).sum());
        BigDecimal pieces = all.stream()
                .map(stats -> pieces(stats, aMonth(stats.originCalls())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Cost gateway = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, pieces);
        return ManagedInstances.of(memoryMb, inFlight, each.getAsLong())
                .cost(requests, options.prices())
                .flatMap(instances -> gateway.gatewayCost(options.prices()).map(instances::add));
    }

    /**
     * Returns how much less a month of an endpoint costs on Managed Instances, at most; empty where that is not more
     * than nothing.
     *
     * @param inFlight calls in flight in its busiest second
     * @param cold calls that start cold, after growth
     */
    Optional<BigDecimal> savedOnManagedInstances(EndpointStats stats, long inFlight, long cold, long memoryMb) {
        return onManagedInstances(List.of(stats), List.of(memoryMb), inFlight)
                .flatMap(there -> ofMonth(stats, Target.HTTP_API, stats.originCalls(), cold, memoryMb)
                        .cost(options.prices(), false)
                        .map(here -> here.subtract(there)))
                .filter(saved -> saved.signum() > 0);
    }

    /**
     * Returns the mean of the billed seconds of a call: each is rounded up by itself. One step where nothing was timed.
     */
    private BigDecimal billedSeconds(EndpointStats stats) {
        long step = options.quotas().roundingMs();
        return stats.durations()
                .map(each -> BigDecimal.valueOf(step == ROUNDED_TO ? each.sumRoundedMs() : each.sumMs())
                        .divide(BigDecimal.valueOf(each.count()), DIGITS)
                        .max(BigDecimal.valueOf(step))
                        .divide(MILLIS, DIGITS))
                .orElseGet(() -> seconds(step));
    }

    /**
     * Returns what the switch uses in a month if it is a CloudFront Function. All calls but those of static files run
     * through it. A call reads how far the move has come, at most a node of the tree of paths for the root and for each
     * segment, and the name of its origin where it has moved.
     *
     * @param moves whether a row moves
     */
    RouterUse router(List<RankedEndpoint> ranking, Predicate<RankedEndpoint> moves) {
        if (options.waves().choice() != SwitchChoice.FUNCTION) {
            return RouterUse.NONE;
        }
        long calls = 0;
        long reads = 0;
        for (RankedEndpoint row : ranking) {
            if (row.kind() != EndpointKind.ASSET) {
                long segments = row.stats()
                        .pattern()
                        .chars()
                        .filter(each -> each == '/')
                        .count();
                calls += row.stats().calls();
                reads += row.stats().calls() * (2 + segments + (moves.test(row) ? 1 : 0));
            }
        }
        return new RouterUse(aMonth(calls), aMonth(reads));
    }

    /** Returns the cost of a month of a ping every five minutes, each billed at the shortest duration. */
    Cost ping(long memoryMb) {
        BigDecimal pings = SECONDS_A_MONTH.divide(BigDecimal.valueOf(PING_SECONDS), DIGITS);
        BigDecimal seconds = pings.multiply(seconds(options.quotas().roundingMs()), DIGITS);
        return new Cost(pings, seconds.multiply(gigabytes(memoryMb), DIGITS), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Returns what a month of holding provisioned environments ready costs in US dollars, without the calls; empty
     * where the era or the Region has no price for them.
     */
    Optional<BigDecimal> provisioned(long memoryMb) {
        return options.prices()
                .of(Price.PROVISIONED_GB_SECOND)
                .map(price -> price.multiply(SECONDS_A_MONTH)
                        .multiply(gigabytes(memoryMb))
                        .multiply(BigDecimal.valueOf(options.environments().provisioned())));
    }

    /**
     * Returns the part of the time that a provisioned environment must be busy to pay: what holding it costs, against
     * what a running second costs less; empty where a price is not known.
     */
    Optional<BigDecimal> provisionedPays() {
        return options.prices()
                .of(Price.PROVISIONED_GB_SECOND)
                .flatMap(hold -> runsCheaperBy().map(less -> hold.divide(less, MathContext.DECIMAL64)));
    }

    private Optional<BigDecimal> runsCheaperBy() {
        BigDecimal onDemand = options.prices().gbSecond().tiers().get(0).price();
        return options.prices().of(Price.PROVISIONED_RUN_GB_SECOND).map(onDemand::subtract);
    }

    /**
     * Returns the most environments of an endpoint that may pay to be provisioned: together they are not busy for
     * longer than its calls take.
     */
    int mayPay(EndpointStats stats) {
        return stats.durations()
                .flatMap(each -> provisionedPays()
                        .map(part -> BigDecimal.valueOf(each.sumMs())
                                .multiply(options.growth())
                                .divide(MILLIS, DIGITS)
                                .divide(part.multiply(BigDecimal.valueOf(windowSeconds)), DIGITS)))
                .map(most -> most.min(BigDecimal.valueOf(MOST_PROVISIONED)).intValue())
                .orElse(0);
    }

    /**
     * Returns how many of an endpoint's environments pay to be provisioned, and what that saves.
     *
     * @param busySeconds of each environment in the window, the busiest first
     */
    Forecast.Provisioned provisionedThatPay(double[] busySeconds, long memoryMb) {
        BigDecimal least = provisionedPays().orElse(BigDecimal.ONE).multiply(BigDecimal.valueOf(windowSeconds));
        BigDecimal busy = BigDecimal.ZERO;
        int paying = 0;
        while (paying < busySeconds.length
                && BigDecimal.valueOf(busySeconds[paying]).compareTo(least) > 0) {
            busy = busy.add(BigDecimal.valueOf(busySeconds[paying]));
            paying++;
        }
        BigDecimal beyond = busy.subtract(least.multiply(BigDecimal.valueOf(paying)));
        return new Forecast.Provisioned(
                paying,
                runsCheaperBy()
                        .orElse(BigDecimal.ZERO)
                        .multiply(beyond)
                        .multiply(perMonth)
                        .multiply(gigabytes(memoryMb)));
    }

    /**
     * Returns what NAT gateways cost for a month, one in the zone of each subnet with its public address, without their
     * traffic; empty where none is needed or a price is not known.
     */
    Optional<BigDecimal> natHours() {
        return nat(Price.NAT_GATEWAY_HOUR);
    }

    /** Returns the same for small EC2 instances in the place of the gateways. */
    Optional<BigDecimal> natInstanceHours() {
        return nat(Price.NAT_INSTANCE_HOUR);
    }

    private Optional<BigDecimal> nat(Price hour) {
        BigDecimal hours = BigDecimal.valueOf(
                Cost.DAYS * 24L * Math.max(1, options.subnets().size()));
        return options.vpc()
                ? options.prices()
                        .of(hour)
                        .map(price -> price.add(options.prices().orZero(Price.PUBLIC_ADDRESS_HOUR))
                                .multiply(hours))
                : Optional.empty();
    }

    /**
     * Returns what the snapshots of SnapStart cost for a month: keeping one for each function, and restoring it for
     * each cold start; empty where a price is not known.
     *
     * @param cold calls in the window that start cold, after growth
     */
    Optional<BigDecimal> snapStart(long cold, long memoryMb) {
        return options.prices()
                .of(Price.SNAPSTART_CACHE_GB_SECOND)
                .map(cache -> cache.multiply(SECONDS_A_MONTH)
                        .add(options.prices()
                                .orZero(Price.SNAPSTART_RESTORE_GB)
                                .multiply(BigDecimal.valueOf(cold))
                                .multiply(perMonth))
                        .multiply(gigabytes(memoryMb)));
    }

    /**
     * Returns what CloudWatch Logs takes for some bytes of each request of a month; empty where the price is not known.
     */
    Optional<BigDecimal> logs(BigDecimal requests, long bytes) {
        return options.prices()
                .of(Price.LOGS_GB)
                .map(price -> price.multiply(requests)
                        .multiply(BigDecimal.valueOf(bytes))
                        .divide(BYTES_A_GB, DIGITS));
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms).divide(MILLIS, DIGITS);
    }
}
