package dev.pathrank.tally.seconds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.time.UtcDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyCallsTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2017-02-12T16:00:00Z | UTC              | 2017-02-12 | 6 | 16
            2017-02-12T23:59:59Z | UTC              | 2017-02-12 | 6 | 23
            2017-02-12T16:00:00Z | Asia/Seoul       | 2017-02-13 | 0 | 1
            2017-02-13T00:10:00Z | America/New_York | 2017-02-12 | 6 | 19
            2017-02-12T18:20:00Z | Asia/Kathmandu   | 2017-02-13 | 0 | 0
            2017-03-26T00:59:59Z | Europe/Berlin    | 2017-03-26 | 6 | 1
            2017-03-26T01:00:00Z | Europe/Berlin    | 2017-03-26 | 6 | 3
            1969-12-31T23:00:00Z | UTC              | 1969-12-31 | 2 | 23
            """)
    void countsByTheClocksOfAZone(Instant at, String zone, LocalDate day, int weekday, int hour) {
        HourlyCalls hours = new HourlyCalls(2, ZoneId.of(zone));
        long utcDay = UtcDay.of(at.getEpochSecond());
        int second = (int) (at.getEpochSecond() - UtcDay.firstSecond(utcDay));
        hours.day(1, utcDay, new int[] {second}, new int[] {7}, 1);

        long[] week = new long[HourlyCalls.HOURS_A_WEEK];
        week[24 * weekday + hour] = 7;
        assertEquals(java.util.Arrays.toString(week), java.util.Arrays.toString(hours.week(1)));
        assertEquals(Map.of(day.toEpochDay(), 7L), hours.days(1));
        assertEquals(Map.of(), hours.days(0));
    }
}
