package dev.pathrank.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often the rule is wrong, and how soon it is right, over simulated moves. */
class CompareRuleTest {
    private static final int ENDPOINTS = 6;
    private static final double FAILURES = 0.003;

    /** Returns the share of quiet moves after which any endpoint is called worse. */
    private static double falseAlarms(int moves, int calls) throws IOException {
        ServiceMoves service = new ServiceMoves(20170213, ENDPOINTS, calls, FAILURES);
        int alarms = 0;
        for (int move = 0; move < moves; move++) {
            alarms += service.move(1).stream().anyMatch(row -> row.verdict() == Verdict.ROLL_BACK) ? 1 : 0;
        }
        return (double) alarms / moves;
    }

    @Test
    void fewQuietMovesAreCalledWorse() throws IOException {
        assertTrue(falseAlarms(60, 800) <= 0.05);
    }

    @Test
    @Tag("slow")
    void atMostFiveInAHundredQuietMovesAreCalledWorse() throws IOException {
        double alarms = falseAlarms(1000, 1200);
        assertTrue(alarms <= 0.05, alarms + " of the quiet moves");
    }

    /** The table of docs/compare.md: how often a tripled share of failures is found. */
    @Test
    @Tag("slow")
    void findsATripledShareOfFailuresAsOftenAsTheDocumentSays() throws IOException {
        List<String> document = Files.readAllLines(Path.of("docs/compare.md"));
        for (int calls : new int[] {500, 1000, 2000, 5000, 10_000}) {
            assertTrue(document.contains(row(calls)), row(calls));
        }
    }

    private static String row(int calls) throws IOException {
        int moves = 100;
        int found = 0;
        ServiceMoves service = new ServiceMoves(7, 3, calls, 0.01);
        for (int move = 0; move < moves; move++) {
            found += service.move(3).stream()
                            .anyMatch(each -> each.verdict() == Verdict.ROLL_BACK
                                    && each.counts().endpoint().pattern().endsWith("parta"))
                    ? 1
                    : 0;
        }
        return String.format(Locale.ROOT, "| %,d | %d %% |", calls, 100 * found / moves);
    }

    @Test
    void aTripledShareOfManyCallsIsFound() throws IOException {
        List<ComparedEndpoint> rows = new ServiceMoves(3, 3, 8000, 0.01).move(3);

        assertEquals(Verdict.ROLL_BACK, rows.get(0).verdict());
        assertEquals("/service/parta", rows.get(0).counts().endpoint().pattern());
        assertTrue(rows.get(0).causes().contains(Cause.CONCURRENCY));
    }
}
