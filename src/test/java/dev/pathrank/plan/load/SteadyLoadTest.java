package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.time.UtcDay;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Managed Instances refuse calls when traffic more than doubles within five minutes. */
class SteadyLoadTest {
    private static final long DAY = 17_198;
    private static final long MIDNIGHT = UtcDay.firstSecond(DAY);
    private static final int MINUTES = 1440;

    @ParameterizedTest(name = "{0} calls a minute, {1} in minute 700: {2}")
    @CsvSource({"10, 20, true", "10, 21, false", "10, 10, true", "10, 5, true", "10, 4, false", "0, 1, false"})
    void twiceAsManyIsSteadyAndOneMoreIsNot(int usual, int then, boolean steady) {
        assertEquals(steady, isSteady(minute -> minute == 700 ? then : usual));
    }

    @ParameterizedTest(name = "doubled twice in {0} minutes: {1}")
    @CsvSource({"4, false", "5, false", "6, true", "60, true"})
    void whatGrowsMoreSlowlyIsSteady(int minutes, boolean steady) {
        assertEquals(steady, isSteady(minute -> 10 + (minute < 600 ? 0 : Math.min(11, 11 * (minute - 599) / minutes))));
    }

    @Test
    void midnightIsNoBorder() {
        SteadyLoad load = new SteadyLoad(2, 0, MIDNIGHT, 2 * UtcDay.SECONDS);
        show(load, 0, DAY, minute -> 10);
        show(load, 1, DAY, minute -> 10);
        show(load, 0, DAY + 1, minute -> 10);
        show(load, 1, DAY + 1, minute -> 25);

        assertTrue(load.isSteady(0));
        assertFalse(load.isSteady(1));
    }

    @Test
    void aDayWithoutCallsIsADropToNothing() {
        SteadyLoad load = new SteadyLoad(1, 0, MIDNIGHT, 3 * UtcDay.SECONDS);
        show(load, 0, DAY, minute -> 10);
        show(load, 0, DAY + 2, minute -> 10);

        assertFalse(load.isSteady(0));
    }

    @Test
    void theMinuteThatTheLogsCutIsNotComparedWith() {
        SteadyLoad load = new SteadyLoad(1, 0, MIDNIGHT + 50, UtcDay.SECONDS);
        show(load, 0, DAY, minute -> minute == 0 ? 2 : 10);

        assertTrue(load.isSteady(0));
    }

    @Test
    void whatBeginsWithinTheLogsRisesFromNothing() {
        assertFalse(isSteady(minute -> minute < 300 ? 0 : 10));
    }

    @Test
    void logsOfLessThanADayDoNotTell() {
        SteadyLoad load = new SteadyLoad(1, 1, MIDNIGHT, UtcDay.SECONDS - 1);
        show(load, 0, DAY, minute -> 10);
        load.finish();

        assertFalse(load.isSteady(0));
        assertFalse(load.isSteadyTogether());
    }

    @Test
    void endpointsTogetherMayBeSteadyWhereNoneIs() {
        SteadyLoad load = new SteadyLoad(3, 2, MIDNIGHT, UtcDay.SECONDS);
        show(load, 0, DAY, minute -> minute % 2 == 0 ? 30 : 10);
        show(load, 1, DAY, minute -> minute % 2 == 0 ? 10 : 30);
        show(load, 2, DAY, minute -> minute % 2 == 0 ? 900 : 1);
        load.finish();

        assertFalse(load.isSteady(0));
        assertFalse(load.isSteady(1));
        assertTrue(load.isSteadyTogether(), "the third does not belong to them");
    }

    @Test
    void endpointsTogetherMayDouble() {
        SteadyLoad load = new SteadyLoad(2, 2, MIDNIGHT, UtcDay.SECONDS);
        show(load, 0, DAY, minute -> 10);
        show(load, 1, DAY, minute -> minute == 900 ? 40 : 10);
        load.finish();

        assertTrue(load.isSteady(0));
        assertFalse(load.isSteadyTogether());
    }

    private static boolean isSteady(IntUnaryOperator callsOfMinute) {
        SteadyLoad load = new SteadyLoad(1, 0, MIDNIGHT, UtcDay.SECONDS);
        show(load, 0, DAY, callsOfMinute);
        return load.isSteady(0);
    }

    /** Puts the calls of each minute into two of its seconds. */
    private static void show(SteadyLoad load, int place, long day, IntUnaryOperator callsOfMinute) {
        int[] seconds = new int[2 * MINUTES];
        int[] calls = new int[2 * MINUTES];
        int size = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            int all = callsOfMinute.applyAsInt(minute);
            if (all > 1) {
                seconds[size] = 60 * minute;
                calls[size++] = all / 2;
            }
            if (all > 0) {
                seconds[size] = 60 * minute + 59;
                calls[size++] = all - all / 2;
            }
        }
        load.day(place, day, seconds, calls, size);
    }
}
