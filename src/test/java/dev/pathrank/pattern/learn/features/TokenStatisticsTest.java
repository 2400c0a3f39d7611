package dev.pathrank.pattern.learn.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.learn.features.TokenStatistics.Difference;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TokenStatisticsTest {
    private static Difference difference(Map<String, Long> own, Map<String, Long> all) {
        return TokenStatistics.difference(new TreeMap<>(own), new TreeMap<>(all), ChildDistribution.sum(all));
    }

    @Test
    void partsOfTheSameProportionsDoNotDiffer() {
        Difference same = difference(Map.of("GET ", 30L, "PUT ", 10L), Map.of("GET ", 300L, "PUT ", 100L));
        assertEquals(0, same.strength(), 1e-9);
        assertTrue(same.deviations() < 0, "less than chance makes of it");
    }

    @Test
    void partsOfOtherProportionsDifferTheMoreTheMoreCallsThereAre() {
        Difference few = difference(Map.of("GET ", 3L, "PUT ", 1L), Map.of("GET ", 6L, "PUT ", 4L));
        Difference many = difference(Map.of("GET ", 300L, "PUT ", 100L), Map.of("GET ", 600L, "PUT ", 400L));
        assertTrue(many.deviations() > 2 * Math.abs(few.deviations()), few + " " + many);
        assertEquals(few.strength(), many.strength(), 1e-9);
    }

    @Test
    void whatOnlyTheOthersHaveCountsToo() {
        Difference own = difference(Map.of("GET ", 50L), Map.of("GET ", 100L, "PUT ", 50L));
        Difference rest = difference(Map.of("GET ", 50L, "PUT ", 50L), Map.of("GET ", 100L, "PUT ", 50L));
        assertEquals(own.deviations(), rest.deviations(), 1e-9);
        assertEquals(own.strength(), rest.strength(), 1e-9);
    }

    @Test
    void oneThatIsAloneDoesNotDiffer() {
        assertEquals(Difference.NONE, difference(Map.of("GET ", 5L, "PUT ", 1L), Map.of("GET ", 5L, "PUT ", 1L)));
    }
}
