package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogHoursTest {
    @Test
    void findsGapsOfDaysAndHours() {
        LogHours hours = of("2017-02-04T01:59:59Z", "2017-02-01T23:00:00Z");

        assertEquals(4, hours.daySpan());
        assertEquals(
                List.of(new LogHours.Days(LocalDate.parse("2017-02-02"), LocalDate.parse("2017-02-03"))),
                hours.missingDays());
        assertEquals(List.of(range("2017-02-02T00:00:00Z", "2017-02-04T01:00:00Z")), hours.missingHours());
        assertEquals(range("2017-02-01T23:00:00Z", "2017-02-04T02:00:00Z"), hours.span());
    }

    @Test
    void mergesAsAUnion() {
        LogHours hours = of("1969-12-31T23:30:00Z");
        hours.merge(of("1970-01-01T00:30:00Z", "1969-12-31T23:10:00Z"));

        assertEquals(List.of(), hours.missingHours());
        assertEquals(2, hours.daySpan());
    }

    @Test
    void keepsTheLatestDaysInBoundedMemory() {
        LogHours hours = new LogHours();
        for (long day = 2L * LogHours.MOST_DAYS; day > 0; day--) {
            hours.add(day * 86_400);
        }
        assertEquals(LogHours.MOST_DAYS, hours.daySpan());
        assertTrue(hours.missingDays().isEmpty());
    }

    private static LogHours of(String... instants) {
        LogHours hours = new LogHours();
        for (String instant : instants) {
            hours.add(Instant.parse(instant).getEpochSecond());
        }
        return hours;
    }

    private static LogHours.Range range(String from, String to) {
        return new LogHours.Range(Instant.parse(from), Instant.parse(to));
    }
}
