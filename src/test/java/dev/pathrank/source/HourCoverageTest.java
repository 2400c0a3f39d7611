package dev.pathrank.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pathrank.source.HourCoverage.Span;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HourCoverageTest {
    private static Instant hour(int hour) {
        return Instant.parse("2024-05-01T00:00:00Z").plusSeconds(3600L * hour);
    }

    private static HourCoverage of(ListingFilter filter, String... names) {
        return HourCoverage.of(
                Stream.of(names).map(Named::new).map(LogObject.class::cast).toList(), filter);
    }

    private record Named(String name) implements LogObject {
        @Override
        public long size() {
            return 1;
        }

        @Override
        public InputStream open() {
            throw new AssertionError("nothing is opened");
        }
    }

    @Test
    void goesFromTheFirstHourToTheLastWithoutAWindow() {
        HourCoverage hours =
                of(ListingFilter.ALL, "E1.2024-05-01-05.b.gz", "E1.2024-05-01-02.a.gz", "x", "E1.2024-05-01-02.b.gz");
        assertEquals(new Span(hour(2), hour(6)), hours.window());
        assertEquals(2, hours.covered());
        assertEquals(List.of(new Span(hour(3), hour(5))), hours.gaps());
        assertEquals(1, hours.unnamed());
    }

    @Test
    void looksOnlyAtTheHoursOfTheWindow() {
        ListingFilter window = new ListingFilter(hour(1).plusSeconds(60), hour(4), null, true);
        HourCoverage hours = of(window, "E1.2024-05-01-00.a.gz", "E1.2024-05-01-02.a.gz", "E1.2024-05-01-04.a.gz");
        assertEquals(new Span(hour(1), hour(4)), hours.window());
        assertEquals(1, hours.covered());
        assertEquals(List.of(new Span(hour(1), hour(2)), new Span(hour(3), hour(4))), hours.gaps());
    }

    @Test
    void hasNoWindowWhereNoNameTellsOne() {
        assertNull(of(ListingFilter.ALL, "access.log").window());
    }
}
