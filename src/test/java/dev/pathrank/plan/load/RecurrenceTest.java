package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which peaks come back, at both sides of each bound. */
class RecurrenceTest {
    private static final long MONDAY = LocalDate.of(2017, 2, 6).toEpochDay();
    private static final int FOUR_O_CLOCK = 16 * 3600;

    /** Two endpoints: the first has the peaks, the second a call on every day of the logs. */
    private final Recurrence recurrence = new Recurrence(2);

    private void logs(long first, int days) {
        for (int day = 0; day < days; day++) {
            recurrence.day(1, first + day, new int[] {0}, new int[] {1}, 1);
        }
    }

    /** @param days digits, 1 for a day with a peak */
    private void peaks(long first, String days) {
        logs(first, days.length());
        for (int day = 0; day < days.length(); day++) {
            if (days.charAt(day) == '1') {
                recurrence.day(0, first + day, new int[] {FOUR_O_CLOCK}, new int[] {9}, 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1111111111,     daily 16:00", // two weeks begin on a Monday
        "1110111110,     daily 16:00",
        "1110110111,     daily 16:00",
        "1110110110,     ''",
        "111,            daily 16:00",
        "11,             ''",
        "11111001111100, weekdays 16:00",
        "11110101111000, weekdays 16:00",
        "11110111111000, ''",
        "11110001110000, ''",
    })
    void comesBackDailyOrOnWeekdays(String days, String recurs) {
        peaks(MONDAY, days);

        assertEquals(recurs, recurrence.of(0));
    }

    @ParameterizedTest
    @CsvSource({"29, ''", "31, ''", "32, monthly 1st"})
    void comesBackMonthlyWhereTheLogsAreLongerThanAMonth(int days, String recurs) {
        long first = LocalDate.of(2017, 2, 1).toEpochDay();
        logs(first, days);
        for (long day : new long[] {first, LocalDate.of(2017, 3, 1).toEpochDay()}) {
            recurrence.day(0, day, new int[] {FOUR_O_CLOCK}, new int[] {9}, 1);
        }

        assertEquals(recurs, recurrence.of(0));
    }

    @ParameterizedTest
    @CsvSource({"18, 2, true", "17, 3, false"})
    void isAJobWhereNineInTenCallsAreInThePeaks(int inPeak, int elsewhere, boolean job) {
        for (int day = 0; day < 5; day++) {
            int[] seconds = IntStream.concat(
                            IntStream.range(0, elsewhere).map(each -> 3600 * each), IntStream.of(FOUR_O_CLOCK))
                    .toArray();
            int[] calls = new int[seconds.length];
            Arrays.fill(calls, 1);
            calls[elsewhere] = inPeak;
            recurrence.day(0, MONDAY + day, seconds, calls, seconds.length);
        }

        assertEquals("daily 16:00", recurrence.of(0));
        assertEquals(job, recurrence.isJob(0));
    }
}
