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
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MB_A_GB = BigDecimal.valueOf(1024);
    /** The HTTP API meters a request in pieces of 512 KB. */
    private static final long PIECE = 512_000;

    private final PlanOptions options;
    private final BigDecimal perMonth;

    CostModel(PlanOptions options, Window window) {
        this.options = options;
        this.perMonth = SECONDS_A_MONTH.divide(BigDecimal.valueOf(window.seconds()), DIGITS);
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
        BigDecimal seconds = requests.multiply(seconds(billedMs(stats)), DIGITS);
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
     * Returns the mean duration in milliseconds, rounded up as AWS bills it; one step where nothing was timed or it
     * took no time.
     */
    long billedMs(EndpointStats stats) {
        long step = options.quotas().roundingMs();
        long steps = stats.durations()
                .map(each -> ceilDiv(each.sumMs(), Math.multiplyExact(each.count(), step)))
                .orElse(1L);
        return Math.max(1, steps) * step;
    }

    /** Returns the cost of a month of a ping every five minutes, each billed at the shortest duration. */
    Cost ping(long memoryMb) {
        BigDecimal pings = SECONDS_A_MONTH.divide(BigDecimal.valueOf(ColdStartSimulation.PING_SECONDS), DIGITS);
        BigDecimal seconds = pings.multiply(seconds(options.quotas().roundingMs()), DIGITS);
        BigDecimal memory = BigDecimal.valueOf(memoryMb).divide(MB_A_GB, DIGITS);
        return new Cost(pings, seconds.multiply(memory, DIGITS), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Returns the cost of a month of provisioned environments in US dollars; empty where the era or the Region has no
     * price for them.
     */
    Optional<BigDecimal> provisioned(long memoryMb) {
        BigDecimal gb = BigDecimal.valueOf(memoryMb).divide(MB_A_GB, DIGITS);
        return options.prices()
                .provisionedGbSecond()
                .map(price -> price.multiply(SECONDS_A_MONTH)
                        .multiply(gb)
                        .multiply(BigDecimal.valueOf(options.environments().provisioned())));
    }

    /** Returns the hourly cost of one NAT gateway for a month; empty where none is needed or its price is not known. */
    Optional<BigDecimal> natHours() {
        return options.vpc()
                ? options.prices().natHour().map(hour -> hour.multiply(BigDecimal.valueOf(Cost.DAYS * 24L)))
                : Optional.empty();
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms).divide(MILLIS, DIGITS);
    }

    private static long ceilDiv(long amount, long by) {
        return Math.floorDiv(amount + by - 1, by);
    }
}
