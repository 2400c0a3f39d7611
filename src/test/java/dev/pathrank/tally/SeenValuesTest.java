package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.text.ByteSlice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenValuesTest {
    @Test
    void namesTheLargestFirst() {
        SeenValues values = of(List.of("GET", "POST", "GET", "PUT", "GET", "POST"));

        assertEquals(List.of(new SeenValues.Value("GET", 3), new SeenValues.Value("POST", 2)), values.largest(2));
        assertTrue(values.hasMoreThan(2));
    }

    @Test
    void neitherOrderNorPartsChangeTheResult() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add("host" + i % 150);
        }
        SeenValues whole = of(rows);
        Collections.shuffle(rows, new Random(1));
        SeenValues parts = of(rows.subList(0, 1_000));
        parts.merge(of(rows.subList(1_000, 3_000)));

        assertEquals(SeenValues.MOST, whole.largest(1_000).size());
        assertEquals(whole.largest(1_000), parts.largest(1_000));
        assertTrue(whole.largest(1_000).stream().allMatch(value -> value.rows() == 20));
    }

    private static SeenValues of(List<String> rows) {
        SeenValues values = new SeenValues();
        rows.forEach(row -> values.add(ByteSlice.of(row)));
        return values;
    }
}
