package dev.pathrank.plan;

import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

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

    /** Seconds between two pings that keep an environment warm. */
    private static final long PING_SECONDS = 300;

    private final PlanOptions options;
    private final BigDecimal perMonth;

    CostModel(PlanOptions options, Window window) {
        this.options = options;
        this.perMonth = SECONDS_A_MONTH.divide(BigDecimal.valueOf(window.billedSeconds()), DIGITS);
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
        BigDecimal requests =
                BigDecimal.valueOf(calls).multiply(options.growth()).multiply(perMonth, DIGITS);
        BigDecimal memory = BigDecimal.valueOf(memoryMb).divide(MB_A_GB, DIGITS);
        BigDecimal seconds = requests.multiply(billedSeconds(stats), DIGITS);
        if (options.quotas().initialisationBilled()) {
            BigDecimal starts = BigDecimal.valueOf(cold).multiply(perMonth, DIGITS);
            seconds = seconds.add(starts.multiply(seconds(options.environments().startUpMs()), DIGITS));
        }
        long pieces = stats.calls() == 0
                ? 1
                : Math.max(1, ceilDiv(stats.traffic().bytesOut().total() / stats.calls(), PIECE));
        return new Cost(
                requests,
                seconds.multiply(memory, DIGITS),
                target == Target.REST_API ? requests : BigDecimal.ZERO,
                target == Target.HTTP_API ? requests.multiply(BigDecimal.valueOf(pieces)) : BigDecimal.ZERO);
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

    /** Returns the cost of a month of a ping every five minutes, each billed at the shortest duration. */
    Cost ping(long memoryMb) {
        BigDecimal pings = SECONDS_A_MONTH.divide(BigDecimal.valueOf(PING_SECONDS), DIGITS);
        BigDecimal seconds = pings.multiply(seconds(options.quotas().roundingMs()), DIGITS);
        BigDecimal memory = BigDecimal.valueOf(memoryMb).divide(MB_A_GB, DIGITS);
        return new Cost(pings, seconds.multiply(memory, DIGITS), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Returns what a month of holding provisioned environments ready costs in US dollars, without the calls; empty
     * where the era or the Region has no price for them.
     */
    Optional<BigDecimal> provisioned(long memoryMb) {
        BigDecimal gb = BigDecimal.valueOf(memoryMb).divide(MB_A_GB, DIGITS);
        return options.prices()
                .provisionedGbSecond()
                .map(price -> price.multiply(SECONDS_A_MONTH)
                        .multiply(gb)
                        .multiply(BigDecimal.valueOf(options.environments().provisioned())));
    }

    /**
     * Returns the part of the time that a provisioned environment must be busy to pay: what holding it costs, against
     * what a running second costs less; empty where a price is not known.
     */
    Optional<BigDecimal> provisionedPays() {
        BigDecimal onDemand = options.prices().gbSecond().tiers().get(0).price();
        return options.prices()
                .provisionedGbSecond()
                .flatMap(hold -> options.prices()
                        .provisionedRunGbSecond()
                        .map(run -> hold.divide(onDemand.subtract(run), MathContext.DECIMAL64)));
    }

    /**
     * Returns what NAT gateways cost for a month, one in the zone of each subnet with its public address, without their
     * traffic; empty where none is needed or a price is not known.
     */
    Optional<BigDecimal> natHours() {
        BigDecimal hours = BigDecimal.valueOf(
                Cost.DAYS * 24L * Math.max(1, options.subnets().size()));
        return options.vpc()
                ? options.prices()
                        .natHour()
                        .map(hour -> hour.add(
                                        options.prices().publicAddressHour().orElse(BigDecimal.ZERO))
                                .multiply(hours))
                : Optional.empty();
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms).divide(MILLIS, DIGITS);
    }

    private static long ceilDiv(long amount, long by) {
        return Math.floorDiv(amount + by - 1, by);
    }
}
