package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    /** A day is whole where it begins and ends within an hour of midnight; otherwise both ends are counted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2017-02-12T16:00:00Z | 2017-02-12T16:00:00Z |       1 | 1 second
            2017-02-12T15:59:00Z | 2017-02-12T16:01:59Z |     180 | 3 minutes
            2017-02-12T23:59:00Z | 2017-02-13T00:01:59Z |     180 | 3 minutes
            2017-02-12T10:00:00Z | 2017-02-12T14:59:59Z |   18000 | 5 hours
            2017-02-12T00:30:00Z | 2017-02-12T23:30:00Z |   86400 | 1 day
            2017-02-12T01:00:00Z | 2017-02-12T23:00:00Z |   86400 | 1 day
            2017-02-12T01:00:01Z | 2017-02-12T23:00:00Z |   79200 | 22 hours
            2017-02-12T01:00:00Z | 2017-02-12T22:59:59Z |   79200 | 22 hours
            2017-02-12T01:30:00Z | 2017-02-12T23:30:00Z |   79201 | 22 hours
            2017-02-12T10:00:00Z | 2017-02-12T11:59:59Z |    7200 | 2 hours
            2017-02-12T10:00:00Z | 2017-02-12T11:59:58Z |    7199 | 120 minutes
            2017-02-12T10:00:00Z | 2017-02-12T10:01:59Z |     120 | 2 minutes
            2017-02-12T10:00:00Z | 2017-02-12T10:01:58Z |     119 | 119 seconds
            2017-02-12T00:00:00Z | 2017-02-13T23:59:59Z |  172800 | 2 days
            2017-02-12T12:00:00Z | 2017-02-13T11:59:59Z |   86400 | 1 day
            2017-02-01T09:00:05Z | 2017-02-21T20:59:55Z | 1771191 | 21 days
            """)
    void aWindowHasALengthForCostsAndOneForPeople(Instant first, Instant last, long covered, String words) {
        Window window = new Window(first.getEpochSecond(), last.getEpochSecond());

        assertEquals(covered, window.coveredSeconds());
        assertEquals(words, window.length().count() + " " + window.length().units());
    }
}
