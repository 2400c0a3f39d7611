package dev.pathrank.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    /** Values of printed tables. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.9, -1.2815515655",
        "0.05, 1.6448536270",
        "0.025, 1.9599639845",
        "0.001, 3.0902323062",
        "0.00001, 4.2648907939",
        "1e-12, 7.0344838253",
        "1e-15, 7.9413453261"
    })
    void quantilesOfTheNormalDistributionAreThoseOfTables(double probability, double deviations) {
        assertEquals(deviations, NormalQuantile.exceededWith(probability), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void onlyProbabilitiesHaveQuantiles(double none) {
        assertThrows(IllegalArgumentException.class, () -> NormalQuantile.exceededWith(none));
    }

    /** The examples of Newcombe's paper of 1998, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void boundsOfADifferenceAreThoseOfThePaper(
            long hits, long of, long hitsBefore, long before, double low, double high) {
        ShareDifference difference = new ShareDifference(new Share(hitsBefore, before, 1), new Share(hits, of, 1));
        double deviations = NormalQuantile.exceededWith(0.025);

        assertEquals(low, difference.lower(deviations), 1e-4);
        assertEquals(high, difference.upper(deviations), 1e-4);
    }

    @Test
    void boundsWidenWithDeviationsAndWithTheDesignEffect() {
        ShareDifference sure = new ShareDifference(new Share(10, 1000, 1), new Share(30, 1000, 1));
        ShareDifference vague = new ShareDifference(new Share(10, 1000, 4), new Share(30, 1000, 4));

        assertEquals(0.02, sure.change(), 1e-12);
        assertTrue(sure.lower(2) > sure.lower(3));
        assertTrue(vague.lower(2) < sure.lower(2));
        assertTrue(vague.upper(2) > sure.upper(2));
        assertTrue(vague.deviationsAbove(0.005) < sure.deviationsAbove(0.005));
        assertEquals(0.005, sure.lower(sure.deviationsAbove(0.005)), 1e-6);
        assertEquals(0, sure.deviationsAbove(0.02), 0);
    }
}
