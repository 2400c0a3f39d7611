package dev.pathrank.plan;

import dev.pathrank.rank.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which endpoints move when, and what that takes.
 *
 * @param options what it was made with
 * @param window of the logs
 * @param rows every endpoint: what retires, then what moves, in the order of the moves, then everything else
 * @param waves in order
 * @param bill a month of everything that moves
 * @param uncachedBill the same if no call were answered by the cache
 * @param natHours a month of a NAT gateway by the hour, where one is needed and its price known
 * @param trend origin calls by week
 */
public record Plan(
        PlanOptions options,
        Window window,
        List<PlannedEndpoint> rows,
        List<Wave> waves,
        Bill bill,
        Bill uncachedBill,
        Optional<BigDecimal> natHours,
        Trend trend) {
    public Plan {
        rows = List.copyOf(rows);
        waves = List.copyOf(waves);
    }

    /** What moves, by its place in the sequence. */
    public List<PlannedEndpoint> moving() {
        return rows.stream().filter(row -> row.move().isPresent()).toList();
    }

    /** The endpoints of a wave. */
    public List<PlannedEndpoint> of(Wave wave) {
        return moving().subList(wave.first(), wave.last() + 1);
    }

    /** What nobody called. */
    public List<PlannedEndpoint> retiring() {
        return rows.stream().filter(row -> row.wave().orElse(-1) == 0).toList();
    }

    /** Whether any quota is passed, shared or by a single endpoint. */
    public boolean breaks() {
        return moving().stream()
                .anyMatch(row -> row.move()
                        .flatMap(PlannedEndpoint.Forecast::firstBroken)
                        .isPresent());
    }

    /** The whole monthly bill in US dollars, not rounded; empty where a price is not known. */
    public Optional<BigDecimal> monthlyCost() {
        return bill.cost(options.prices(), options.freeTier()).map(cost -> cost.add(natHours.orElse(BigDecimal.ZERO)));
    }
}
