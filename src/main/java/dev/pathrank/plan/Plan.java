package dev.pathrank.plan;

import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.cost.MonthlyCost;
import dev.pathrank.plan.data.Price;
import dev.pathrank.plan.data.Runtimes;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan of a migration: which endpoints move when, and what that takes.
 *
 * @param options that it was made with
 * @param window of the logs
 * @param rows every endpoint: first those that retire, then those that move, in order, then the others
 * @param waves in order
 * @param loads of each wave, in order
 * @param cost a month of everything that moves
 * @param trend origin calls by week
 * @param notMoving endpoints that the user put into a wave although they do not move
 */
public record Plan(
        PlanOptions options,
        Window window,
        List<PlannedEndpoint> rows,
        List<Wave> waves,
        List<WaveLoad> loads,
        MonthlyCost cost,
        WeeklyTrend trend,
        List<String> notMoving) {
    private static final int DIGITS = 3;
    private static final long KILOBYTE = 1000;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(1_000_000);

    public Plan {
        rows = List.copyOf(rows);
        waves = List.copyOf(waves);
        loads = List.copyOf(loads);
        notMoving = List.copyOf(notMoving);
    }

    /** Returns the endpoints that move, by their place in the sequence. */
    public List<PlannedEndpoint> moving() {
        return rows.stream().filter(PlannedEndpoint::moves).toList();
    }

    /**
     * Returns how many endpoints move of which the logs have no duration. Their calls are taken for instant: nothing of
     * their cost is running time.
     */
    public int untimed() {
        return (int) moving().stream()
                .filter(each -> !OwnLoads.isTimed(each.ranked()))
                .count();
    }

    /**
     * Returns the waves that the user fixed and that have another number here, since none is left out: the number here
     * by that of the user.
     */
    public SortedMap<Integer, Integer> renumbered() {
        SortedMap<Integer, Integer> renumbered = new TreeMap<>();
        for (PlannedEndpoint row : moving()) {
            EndpointStats stats = row.ranked().stats();
            int wave = Objects.requireNonNull(row.wave());
            options.waves().fixed().wave(stats.method(), stats.pattern()).ifPresent(fixed -> {
                if (row.ranked().isCandidate() && fixed != wave) {
                    renumbered.put(fixed, wave);
                }
            });
        }
        return renumbered;
    }

    /** Returns the endpoints of a wave. */
    public List<PlannedEndpoint> of(Wave wave) {
        return moving().subList(wave.first(), wave.last() + 1);
    }

    /** Returns what would fail when everything up to a wave has moved. */
    public WaveLoad load(Wave wave) {
        return loads.get(wave.number() - 1);
    }

    /**
     * Returns what would fail when everything up to the wave of a row has moved; empty for a row that does not move.
     */
    public Optional<WaveLoad> load(PlannedEndpoint row) {
        return row.moves() && row.wave() != null ? Optional.of(loads.get(row.wave() - 1)) : Optional.empty();
    }

    /** Returns the range of every candidate's rank under small changes. */
    public Map<RankedEndpoint, RankRange> ranges() {
        Map<RankedEndpoint, RankRange> ranges = new HashMap<>();
        for (PlannedEndpoint row : rows) {
            if (row.range() != null) {
                ranges.put(row.ranked(), row.range());
            }
        }
        return ranges;
    }

    /** Returns whether the user gave routes, so that those which nobody calls are known. */
    public boolean routesKnown() {
        return rows.stream().anyMatch(row -> row.ranked().declared());
    }

    /** Returns whether an endpoint has as many origin calls a day as a pilot should have. */
    public boolean isBusyEnoughForPilot(PlannedEndpoint row) {
        return MigrationUnitBuilder.hasEnoughCalls(row.ranked(), window);
    }

    /** Returns the declared endpoints that were never called. */
    public List<PlannedEndpoint> retiring() {
        return rows.stream().filter(PlannedEndpoint::retires).toList();
    }

    /** Returns the endpoints that move with the most cold starts, at most this many, the most first. */
    public List<PlannedEndpoint> mostColdStarts(int most) {
        return moving().stream()
                .sorted(Comparator.comparingLong((PlannedEndpoint row) ->
                                row.requireForecast().coldStarts().cold())
                        .reversed())
                .limit(most)
                .toList();
    }

    /** Returns whether any quota is exceeded, shared or by a single endpoint. */
    public boolean exceedsQuota() {
        return moving().stream()
                .anyMatch(row -> row.forecast() != null && row.forecast().firstExceeded() != null);
    }

    /** Returns the whole cost of a month in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> monthlyCost() {
        return cost.use()
                .cost(options.prices(), options.freeTier())
                .map(dollars -> dollars.add(cost.natHoursOrZero()).add(routerCostOrZero(BigDecimal.ONE)));
    }

    /** Returns how many times as long as the logs a month is, with three digits below a hundred. */
    public BigDecimal monthFactor() {
        BigDecimal factor = new BigDecimal((long) Cost.DAYS * UtcDay.SECONDS)
                .divide(BigDecimal.valueOf(window.coveredSeconds()), MathContext.DECIMAL64);
        int whole = factor.precision() - factor.scale();
        return factor.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP);
    }

    /**
     * Returns the factor on this traffic at which it costs {@code monthly} by the same prices, with three digits; empty
     * where a price is not known or the fixed part alone costs more.
     */
    public Optional<BigDecimal> breakEvenFactor(BigDecimal monthly) {
        if (monthlyCost().isEmpty() || costOf(BigDecimal.ZERO).compareTo(monthly) > 0) {
            return Optional.empty();
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        while (costOf(high).compareTo(monthly) <= 0 && high.compareTo(MOST_FACTOR) < 0) {
            low = high;
            high = high.add(high);
        }
        BigDecimal precision = new BigDecimal("0.0001");
        while (high.subtract(low).compareTo(precision.multiply(high)) > 0) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
            if (costOf(middle).compareTo(monthly) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low.round(new MathContext(DIGITS, RoundingMode.DOWN)));
    }

    private BigDecimal costOf(BigDecimal factor) {
        return cost.use()
                .times(factor)
                .cost(options.prices(), options.freeTier())
                .orElseThrow()
                .add(cost.natHoursOrZero())
                .add(routerCostOrZero(factor));
    }

    private Optional<BigDecimal> routerCost(BigDecimal factor) {
        return cost.router().times(factor).cost(options.prices(), options.freeTier());
    }

    private BigDecimal routerCostOrZero(BigDecimal factor) {
        return routerCost(factor).orElse(BigDecimal.ZERO);
    }

    /**
     * Returns what the CloudFront Function of the switch and its store cost a month at most; empty where no price is
     * known.
     */
    public Optional<BigDecimal> routerCost() {
        return routerCost(BigDecimal.ONE);
    }

    /** Returns whether the switch is a CloudFront Function that calls run through. */
    public boolean hasRouter() {
        return cost.router().calls().signum() > 0;
    }

    /** Returns the cost of a month of a ping every five minutes that keeps an environment warm, at full price. */
    public BigDecimal pingCost(PlannedEndpoint row) {
        return new CostModel(options, window).ping(row.memoryMb()).lambdaCost(options.prices(), false);
    }

    /** Returns what Lambda costs a month on arm64 in US dollars, if it takes the same time there. */
    public Optional<BigDecimal> armCost() {
        return options.prices()
                .armGbSecond()
                .map(price -> cost.use().lambdaCost(options.prices().withGbSecond(price), options.freeTier()));
    }

    /** Returns the part of the time that a provisioned environment must be busy to pay; empty where it is not known. */
    public Optional<BigDecimal> provisionedPays() {
        return new CostModel(options, window).provisionedPays();
    }

    /**
     * Returns the cost of a month of an endpoint at another target by itself, without free amounts and without the
     * hours of a load balancer; empty where a price is not known.
     */
    public Optional<BigDecimal> costAt(PlannedEndpoint row, Target target) {
        long cold = row.forecast() == null ? 0 : row.forecast().coldStarts().cold();
        CostModel model = new CostModel(options, window);
        EndpointStats stats = row.ranked().stats();
        return target == Target.ALB
                ? model.atLoadBalancer(stats, cold, row.memoryMb())
                : model.ofMonth(stats, target, stats.originCalls(), cold, row.memoryMb())
                        .cost(options.prices(), false);
    }

    /**
     * Returns the cost of a month of an endpoint by itself on Managed Instances behind the HTTP API, at the least;
     * empty where its load is not steady, the runtime cannot run there, nothing was timed, or a price is not known.
     */
    public Optional<BigDecimal> managedInstancesCost(PlannedEndpoint row) {
        Forecast forecast = row.forecast();
        return forecast == null
                        || forecast.inFlight() == null
                        || !forecast.inFlight().steady()
                ? Optional.empty()
                : new CostModel(options, window)
                        .onManagedInstances(
                                List.of(row.ranked().stats()),
                                List.of(row.memoryMb()),
                                forecast.inFlight().calls());
    }

    /** Returns what small EC2 instances in the place of NAT gateways cost a month; empty where none are needed. */
    public Optional<BigDecimal> natInstanceHours() {
        return new CostModel(options, window).natInstanceHours();
    }

    /** Returns what CloudWatch Logs takes a month for the lines that Lambda itself writes for each call. */
    public Optional<BigDecimal> platformLogs() {
        return new CostModel(options, window).logs(cost.use().requests(), CostModel.LOG_BYTES);
    }

    /** Returns what CloudWatch Logs takes a month for each kilobyte that the code writes for a call. */
    public Optional<BigDecimal> logsForAKilobyte() {
        return new CostModel(options, window).logs(cost.use().requests(), KILOBYTE);
    }

    /**
     * Returns what SnapStart costs a month for all functions; empty without {@code --snapstart}, and where a price is
     * not known.
     */
    public Optional<BigDecimal> snapStartCost() {
        if (!options.environments().snapStart()) {
            return Optional.empty();
        }
        if (Runtimes.snapStartIsFree(options.environments().runtime())) {
            return Optional.of(BigDecimal.ZERO);
        }
        CostModel model = new CostModel(options, window);
        return moving().stream()
                .map(row -> model.snapStart(row.requireForecast().coldStarts().cold(), row.memoryMb()))
                .reduce(Optional.of(BigDecimal.ZERO), (left, right) -> left.flatMap(sum -> right.map(sum::add)));
    }

    /** Returns whether environments can be provisioned in the era, as far as their price is known. */
    public boolean hasProvisioned() {
        return options.quotas().isOfToday()
                || options.prices().of(Price.PROVISIONED_GB_SECOND).isPresent();
    }

    /**
     * Returns the cost of a month of the provisioned environments that cold starts are compared with; empty where they
     * have no price.
     */
    public Optional<BigDecimal> provisionedCost(PlannedEndpoint row) {
        return new CostModel(options, window).provisioned(row.memoryMb());
    }
}
