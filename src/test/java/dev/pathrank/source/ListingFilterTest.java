package dev.pathrank.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingFilterTest {
    @ParameterizedTest(name = "[{1}, {2}) and the object of hour {0}: {3}")
    @CsvSource({
        "10, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, false",
        "11, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, true",
        "12, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, true",
        "13, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, true",
        "14, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, true",
        "15, 2024-05-01T12:00:00Z, 2024-05-01T14:00:00Z, false",
        "10, 2024-05-01T11:59:59Z, , true",
        "00, , 2024-05-01T14:00:00Z, true",
        "15, , 2024-05-01T14:00:01Z, true",
        "23, 2024-05-01T12:00:00Z, , true",
    })
    void sparesOneHourOnEachSide(String hour, Instant from, Instant to, boolean taken) {
        ListingFilter filter = new ListingFilter(from, to, null, true);
        assertEquals(taken, filter.takes("cdn/E1AB.2024-05-01-" + hour + ".3f2a.gz"));
    }

    @Test
    void takesWhatCarriesNoHourAndEverythingWithoutPruning() {
        Instant from = Instant.parse("2024-05-01T12:00:00Z");
        assertTrue(new ListingFilter(from, null, null, true).takes("access.log"));
        assertTrue(new ListingFilter(from, null, null, false).takes("E1.2001-01-01-00.a.gz"));
        assertTrue(ListingFilter.ALL.takes("E1.2001-01-01-00.a.gz"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "cdn/E1AB.2024-05-01-13.3f2a.gz, true",
        "cdn/E1AB.2024-05-01-13.week.merged.log, true",
        "AWSLogs/123456789012/CloudFront/E1AB/2025/09/23/08/part-0, true",
        "AWSLogs/123456789012/CloudFront/e1ab/2025/09/23/08/part-0, true",
        "cdn/E1ABC.2024-05-01-13.3f2a.gz, false",
        "cdn/E2.2024-05-01-13.3f2a.gz, false",
        "E1AB/access.log, false",
        "-, false",
    })
    void takesADistributionByTheNameOfTheObject(String key, boolean taken) {
        ListingFilter filter = new ListingFilter(null, null, "E1AB", true);
        assertEquals(taken, filter.takes(key));
    }
}
