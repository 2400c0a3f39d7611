package dev.pathrank.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyHeader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests that counts with different settings are never merged. */
class CompatibilityTest {
    private static TallyHeader header(long schema, Map<String, String> settings) {
        return new TallyHeader(schema, new TreeMap<>(settings), Span.ALL);
    }

    private static Optional<String> problem(TallyHeader before, TallyHeader now) {
        return Compatibility.problem("the state s", before, now).map(Exception::getMessage);
    }

    @Test
    void theSameWayFits() {
        assertEquals(
                Optional.empty(), problem(header(1, Map.of("--status", "2xx")), header(1, Map.of("--status", "2xx"))));
    }

    @Test
    void theTimeOfTheRowsIsNoPartOfTheWay() {
        TallyHeader day = new TallyHeader(1, new TreeMap<>(), Span.ofDay(3));

        assertEquals(Optional.empty(), problem(header(1, Map.of()), day));
    }

    @Test
    void anotherSchemaIsAnotherVersionOfTheProgram() {
        assertEquals(
                "the state s was created by another version of pathrank, which counts differently; use that version,"
                        + " or count the logs again into a new one",
                problem(header(1, Map.of()), header(2, Map.of())).orElseThrow());
    }

    @Test
    void anOptionThatDiffersIsNamedWithBothValues() {
        String differs = problem(header(1, Map.of("--status", "2xx")), header(1, Map.of("--status", "4xx")))
                .orElseThrow();

        assertEquals(
                "the state s was created with --status 2xx, but this run is with --status 4xx: the counts "
                        + "cannot be merged."
                        + " Use the options it was created with, or count the logs again into a new one",
                differs);
    }

    @Test
    void anOptionThatIsMissingOnEitherSideIsNamed() {
        TallyHeader with = header(1, Map.of("--host", "a"));
        TallyHeader without = header(1, Map.of());

        assertTrue(problem(with, without)
                .orElseThrow()
                .startsWith("the state s was created with --host a, but this run is without --host:"));
        assertTrue(problem(without, with)
                .orElseThrow()
                .startsWith("the state s was created without --host, but this run is with --host a:"));
    }
}
