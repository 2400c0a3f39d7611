package dev.pathrank.pattern.learn.features;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import org.junit.jupiter.api.Test;

/** What a text is at other places. */
class SegmentOccurrencesTest {
    private static SegmentOccurrences occurrences(double... probabilities) {
        Paths paths = new Paths().answered("GET", "/orders/describe", 1);
        SegmentOccurrences occurrences =
                SegmentOccurrences.of(paths.answered().root().children().get(0));
        for (double p : probabilities) {
            occurrences.addProbability("describe", "orders", p);
        }
        return occurrences;
    }

    @Test
    void aTextStaysElsewhereIfItIsALiteralAtSeveralOtherPlaces() {
        assertTrue(occurrences(0.5, 0.02, 0.04).staysElsewhere("describe", 0.5));
        assertFalse(occurrences(0.5, 0.02, 0.6).staysElsewhere("describe", 0.5));
        assertFalse(occurrences(0.5, 0.02).staysElsewhere("describe", 0.5));
        assertFalse(occurrences().staysElsewhere("describe", 0.5));
    }
}
