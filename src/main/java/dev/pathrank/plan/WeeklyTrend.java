package dev.pathrank.plan;

import dev.pathrank.tally.seconds.WeeklyCalls;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Origin calls by week.
 *
 * @param weeks Monday to Sunday in UTC, in order
 */
public record WeeklyTrend(List<Week> weeks) {
    private static final long DAYS = 7;

    public WeeklyTrend {
        weeks = List.copyOf(weeks);
    }

    /**
     * The calls of one week.
     *
     * @param firstDay its Monday, as days since 1970-01-01
     * @param whole whether the logs reach from its beginning to its end
     * @param calls origin calls of everything that moves
     */
    public record Week(long firstDay, boolean whole, long calls) {}

    /** @param places of the endpoints that move */
    static WeeklyTrend of(WeeklyCalls calls, int[] places, long firstDayOfLogs, long lastDayOfLogs) {
        List<Week> weeks = new ArrayList<>();
        for (Map.Entry<Long, WeeklyCalls.Week> each : calls.weeks().entrySet()) {
            long monday = WeeklyCalls.firstDay(each.getKey());
            weeks.add(new Week(
                    monday,
                    firstDayOfLogs <= monday && monday + DAYS - 1 <= lastDayOfLogs,
                    Arrays.stream(places).mapToLong(each.getValue()::calls).sum()));
        }
        return new WeeklyTrend(weeks);
    }

    /**
     * Returns the change from the first whole week to the last in percent, with one decimal; empty where there are no
     * two.
     */
    public Optional<BigDecimal> percent() {
        List<Week> whole = weeks.stream().filter(Week::whole).toList();
        if (whole.size() < 2 || whole.get(0).calls() == 0) {
            return Optional.empty();
        }
        BigDecimal first = BigDecimal.valueOf(whole.get(0).calls());
        BigDecimal last = BigDecimal.valueOf(whole.get(whole.size() - 1).calls());
        return Optional.of(
                last.subtract(first).multiply(BigDecimal.valueOf(100)).divide(first, 1, RoundingMode.HALF_UP));
    }
}
