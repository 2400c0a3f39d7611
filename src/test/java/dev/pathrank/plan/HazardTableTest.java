package dev.pathrank.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.data.HazardTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the data on hazards of each target has sources. */
class HazardTableTest {
    private final HazardTable table = HazardTable.shipped();

    @Test
    void everyRowIsOfAHazardAndHasItsSource() {
        Set<String> keys = Arrays.stream(Hazard.values()).map(Hazard::key).collect(Collectors.toSet());

        assertFalse(table.hazards().isEmpty());
        assertTrue(keys.containsAll(table.hazards()), () -> table.hazards() + " against " + keys);
        table.hazards().forEach(hazard -> assertTrue(!table.source(hazard).isEmpty(), hazard));
    }

    @Test
    void aCellWithoutASourceIsEmpty() {
        assertEquals(Optional.of("kept in path"), table.cell("encoded-path", "rest-api"));
        assertEquals(Optional.empty(), table.cell("long-headers", "alb"));
        assertEquals(Optional.empty(), table.cell("no-answer", "rest-api"));
        assertEquals(table.cell("shared-cache", "alb"), table.cell("shared-cache", "http-api"));
    }
}
