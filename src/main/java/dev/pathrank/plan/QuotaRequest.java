package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.tally.EndpointStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quota that must be raised, and the answers to what AWS asks.
 *
 * @param limit of today
 * @param needed amount that the whole plan uses
 * @param ask amount to ask for, headroom included
 * @param wave the wave that must not begin before it is raised
 * @param peakAt when most of it is used, in seconds since the epoch; null where it does not depend on time
 */
public record QuotaRequest(
        Quota quota,
        long limit,
        long needed,
        long ask,
        int wave,
        @Nullable Long peakAt) {
    /**
     * Returns a request for each quota that the plan exceeds, in the order of the waves that first exceed them. Quotas
     * that AWS knows by one key share a request.
     */
    public static List<QuotaRequest> of(Plan plan) {
        Map<String, QuotaRequest> requests = new LinkedHashMap<>();
        for (Wave wave : plan.waves()) {
            for (Wave.ExceededQuota each : wave.exceeded()) {
                QuotaUse use = last(plan, each.quota());
                requests.merge(each.quota().key(), of(use, wave.number(), plan.options()), QuotaRequest::larger);
            }
        }
        return new ArrayList<>(requests.values());
    }

    private static QuotaUse last(Plan plan, Quota quota) {
        return plan.waves().get(plan.waves().size() - 1).use(quota).orElseThrow();
    }

    private static QuotaRequest of(QuotaUse use, int wave, PlanOptions options) {
        long needed = use.usedOr(0);
        long ask = BigDecimal.valueOf(needed)
                .multiply(options.headroom())
                .setScale(0, RoundingMode.CEILING)
                .longValue();
        return new QuotaRequest(use.quota(), Objects.requireNonNull(use.limit()), needed, ask, wave, use.peakAt());
    }

    /** Returns the larger of two requests for quotas with one key, needed by the earlier wave. */
    private static QuotaRequest larger(QuotaRequest earlier, QuotaRequest later) {
        QuotaRequest more = later.needed > earlier.needed ? later : earlier;
        return new QuotaRequest(more.quota, more.limit, more.needed, more.ask, earlier.wave, more.peakAt);
    }

    /**
     * The answers to what AWS asks about load, over all that moves.
     *
     * @param averageRate origin calls a second over the window, growth included, three decimals
     * @param peakRate most origin calls within one second, growth included
     * @param meanMs mean duration over all calls in whole milliseconds; null where nothing was timed
     * @param memoryMb of the largest function
     */
    public record Answers(
            BigDecimal averageRate, long peakRate, @Nullable Long meanMs, long memoryMb) {
        private static final int RATE_DECIMALS = 3;

        /** Returns the answers for a whole plan. */
        public static Answers of(Plan plan) {
            List<EndpointStats> moving =
                    plan.moving().stream().map(row -> row.ranked().stats()).toList();
            long calls = moving.stream().mapToLong(EndpointStats::originCalls).sum();
            BigDecimal rate = BigDecimal.valueOf(calls)
                    .multiply(plan.options().growth())
                    .divide(BigDecimal.valueOf(plan.window().seconds()), RATE_DECIMALS, RoundingMode.HALF_UP);
            long timed = moving.stream()
                    .flatMap(each -> each.durations().stream())
                    .mapToLong(each -> each.count())
                    .sum();
            long sum = moving.stream()
                    .flatMap(each -> each.durations().stream())
                    .mapToLong(each -> each.sumMs())
                    .sum();
            List<WaveLoad> loads = plan.loads();
            long peak = loads.isEmpty() ? 0 : loads.get(loads.size() - 1).mostCalls();
            long memory = plan.moving().stream()
                    .mapToLong(PlannedEndpoint::memoryMb)
                    .max()
                    .orElse(plan.options().memoryMb());
            Long mean = timed == 0 ? null : Math.floorDiv(2 * sum + timed, 2 * timed);
            return new Answers(rate, peak, mean, memory);
        }
    }
}
