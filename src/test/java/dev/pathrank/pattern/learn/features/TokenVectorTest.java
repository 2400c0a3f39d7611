package dev.pathrank.pattern.learn.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenVectorTest {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final TokenVector two = TokenVector.of(Map.of("GET ", 9L, "PUT ", 16L), numbers);
    private final TokenVector one = TokenVector.of(Map.of("PUT ", 4L), numbers);
    private final TokenVector none = TokenVector.of(Map.of(), numbers);

    @Test
    void cosineIsThatOfTheRootsOfTheCounts() {
        assertEquals(1, two.cosine(two), 1e-12);
        assertEquals(4.0 / 5, two.cosine(one), 1e-12);
        assertEquals(two.cosine(one), one.cosine(two));
        assertEquals(0, two.cosine(none));
    }

    @Test
    void jaccardCountsTokensOnce() {
        assertEquals(0.5, two.jaccard(one));
        assertEquals(0.5, one.jaccard(two));
        assertEquals(0, two.jaccard(none));
        assertEquals(1, none.jaccard(none));
    }

    @Test
    void cosineIsThatOfProfiles() {
        Map<String, Long> a = Map.of("a", 3L, "b", 5L, "c", 2L);
        Map<String, Long> b = Map.of("c", 7L, "b", 1L, "d", 4L);
        assertEquals(
                ChildDistribution.cosine(a, b), TokenVector.of(a, numbers).cosine(TokenVector.of(b, numbers)), 1e-12);
    }
}
