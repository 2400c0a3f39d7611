package dev.pathrank.plan.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotas that ship with the program, and what a user's file changes in them. */
class QuotaTableTest {
    private static QuotaTable file(String yaml) {
        return QuotaTable.ofFile("mine.yaml", yaml, "us-east-1");
    }

    private static String refusal(String yaml) {
        return assertThrows(DataFileException.class, () -> file(yaml)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"2017, 100", "today, 1000"})
    void everyEraHasItsConcurrency(String era, long concurrency) {
        assertEquals(OptionalLong.of(concurrency), QuotaTable.ofEra(era).of(Quota.CONCURRENCY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017", "today"})
    void everyShippedQuotaSaysWhoStatesIt(String era) {
        QuotaTable table = QuotaTable.ofEra(era);
        assertFalse(table.figures().isEmpty());
        table.figures().forEach((key, figure) -> assertTrue(!figure.source().isBlank(), era + ": " + key));
    }

    @Test
    void aFileChangesWhatItNamesAndNothingElse() {
        QuotaTable mine = file("base: 2017\nquotas:\n  lambda-concurrency: 3_000\n");
        QuotaTable shipped = QuotaTable.ofEra("2017");

        assertEquals(OptionalLong.of(3000), mine.of(Quota.CONCURRENCY));
        assertEquals("given by the user", mine.source(Quota.CONCURRENCY).orElseThrow());
        assertEquals(shipped.of(Quota.API_RATE), mine.of(Quota.API_RATE));
        assertEquals(shipped.source(Quota.API_RATE), mine.source(Quota.API_RATE));
        assertEquals("2017", mine.era());
    }

    @Test
    void aFileWithoutABaseIsOfToday() {
        assertEquals("today", file("quotas:\n  lambda-concurrency: 1\n").era());
    }

    @Test
    void aNameThatMeansNothingIsRefusedWithThoseThatDo() {
        String message = refusal("quotas:\n  lambda-concurency: 3000\n");

        assertTrue(message.startsWith("mine.yaml has \"lambda-concurency\", which is unknown;"), message);
        assertTrue(message.contains("lambda-concurrency"), message);
    }

    @ParameterizedTest
    @CsvSource({"many", "-1", "1e", "''"})
    void aFigureThatIsNoneIsRefused(String figure) {
        assertEquals(
                "mine.yaml has \"" + figure + "\" for lambda-concurrency; write a number, 0 or more",
                refusal("quotas:\n  lambda-concurrency: \"" + figure + "\"\n"));
    }

    @Test
    void anotherEraIsRefused() {
        assertEquals("mine.yaml has the base \"2018\"; write 2017 or today", refusal("base: 2018\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "a: 1\n---\nb: 2\n", "- 1\n", "3000"})
    void aFileWithoutNamesIsRefused(String yaml) {
        assertEquals("mine.yaml must contain names with values, such as \"lambda-concurrency: 3000\"", refusal(yaml));
    }

    @Test
    void wrongYamlIsNamedWithItsLine() {
        String message = refusal("base: 2017\nquotas:\n  lambda-concurrency: [1\n");

        assertTrue(message.startsWith("mine.yaml is not valid YAML: "), message);
        assertTrue(message.contains("line 3, column 23"), message);
        assertTrue(message.endsWith("; correct it"), message);
    }
}
