package dev.pathrank.plan;

import dev.pathrank.rank.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a migration: which endpoints move when, and what that takes.
 *
 * @param options that it was made with
 * @param window of the logs
 * @param rows every endpoint: first those that retire, then those that move, in order, then the others
 * @param waves in order
 * @param cost a month of everything that moves
 * @param trend origin calls by week
 * @param notMoving endpoints that the user put into a wave although they do not move
 */
public record Plan(
        PlanOptions options,
        Window window,
        List<PlannedEndpoint> rows,
        List<Wave> waves,
        MonthlyCost cost,
        WeeklyTrend trend,
        List<String> notMoving) {
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(1_000_000);

    public Plan {
        rows = List.copyOf(rows);
        waves = List.copyOf(waves);
        notMoving = List.copyOf(notMoving);
    }

    /** Returns the endpoints that move, by their place in the sequence. */
    public List<PlannedEndpoint> moving() {
        return rows.stream().filter(PlannedEndpoint::moves).toList();
    }

    /** Returns the endpoints of a wave. */
    public List<PlannedEndpoint> of(Wave wave) {
        return moving().subList(wave.first(), wave.last() + 1);
    }

    /** Returns the declared endpoints that were never called. */
    public List<PlannedEndpoint> retiring() {
        return rows.stream().filter(PlannedEndpoint::retires).toList();
    }

    /** Returns whether any quota is exceeded, shared or by a single endpoint. */
    public boolean breaks() {
        return moving().stream()
                .anyMatch(row -> row.forecast() != null && row.forecast().firstBroken() != null);
    }

    /** Returns the whole cost of a month in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> monthlyCost() {
        return cost.use().cost(options.prices(), options.freeTier()).map(dollars -> dollars.add(cost.natHoursOrZero()));
    }

    /**
     * Returns the factor on this traffic at which it costs {@code monthly} by the same prices, to about 0.1; empty
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
        BigDecimal step = new BigDecimal("0.05");
        while (high.subtract(low).compareTo(step) > 0) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
            if (costOf(middle).compareTo(monthly) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(low.setScale(1, RoundingMode.HALF_UP));
    }

    private BigDecimal costOf(BigDecimal factor) {
        return cost.use()
                .times(factor)
                .cost(options.prices(), options.freeTier())
                .orElseThrow()
                .add(cost.natHoursOrZero());
    }

    /** Returns the cost of a month of a ping every five minutes that keeps an environment warm, at full price. */
    public BigDecimal pingCost(PlannedEndpoint row) {
        return new CostModel(options, window).ping(row.memoryMb()).lambdaCost(options.prices(), false);
    }

    /**
     * Returns the cost of a month of the provisioned environments that cold starts are compared with; empty where they
     * have no price.
     */
    public Optional<BigDecimal> provisionedCost(PlannedEndpoint row) {
        return new CostModel(options, window).provisioned(row.memoryMb());
    }
}
