package dev.pathrank.plan;

import dev.pathrank.rank.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Which endpoints move when, and what that takes.
 *
 * @param options what it was made with
 * @param window of the logs
 * @param rows every endpoint: what retires, then what moves, in the order of the moves, then everything else
 * @param waves in order
 * @param cost a month of everything that moves
 * @param trend origin calls by week
 * @param notMoving what the user put into a wave although it does not move
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

    /** What moves, by its place in the sequence. */
    public List<PlannedEndpoint> moving() {
        return rows.stream().filter(PlannedEndpoint::moves).toList();
    }

    /** The endpoints of a wave. */
    public List<PlannedEndpoint> of(Wave wave) {
        return moving().subList(wave.first(), wave.last() + 1);
    }

    /** What nobody called. */
    public List<PlannedEndpoint> retiring() {
        return rows.stream().filter(PlannedEndpoint::retires).toList();
    }

    /** Whether any quota is passed, shared or by a single endpoint. */
    public boolean breaks() {
        return moving().stream()
                .anyMatch(row -> row.forecast() != null && row.forecast().firstBroken() != null);
    }

    /** The whole monthly bill in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> monthlyCost() {
        return cost.use().cost(options.prices(), options.freeTier()).map(dollars -> dollars.add(cost.natHoursOrZero()));
    }

    /**
     * How many times this traffic costs as much as {@code monthly}, by the same prices; to about 0.1. Empty where a price is not known or
     * the fixed part alone costs more.
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

    /** A month of one call every five minutes that keeps an environment warm, at full price. */
    public BigDecimal pingCost(PlannedEndpoint row) {
        return new CostModel(options, window).ping(row.memoryMb()).lambdaCost(options.prices(), false);
    }

    /** A month of the provisioned environments that cold starts are compared with; empty where they have no price. */
    public Optional<BigDecimal> provisionedCost(PlannedEndpoint row) {
        return new CostModel(options, window).provisioned(row.memoryMb());
    }
}
