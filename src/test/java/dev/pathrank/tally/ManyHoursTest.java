package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.FoldingRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows spread over more hours than are held: bounded, the same in any order, and the result says so. */
class ManyHoursTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd\tHH:mm:ss");
    private static final String COLUMNS = "#Fields: date time cs-method cs-uri-stem sc-status x-edge-request-id\n";

    @TempDir
    Path folder;

    @Test
    void comparesTheSameHoursInWhateverOrderTheyCome() throws IOException {
        List<String> rows = rows(TrafficOverlap.MOST_HOURS * 2);
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(3));
        try (Tally inOrder = tally(rows);
                Tally inAnother = tally(shuffled);
                Tally inParts = tally(shuffled.subList(0, 50_000))) {
            inParts.merge(tally(shuffled.subList(50_000, 70_000)));
            Tally rest = tally(shuffled.subList(90_000, shuffled.size()));
            rest.merge(tally(shuffled.subList(70_000, 90_000)));
            inParts.merge(rest);

            List<SharedTraffic> shared = inOrder.sharedTraffic();

            assertEquals(1, shared.size());
            assertEquals(TrafficOverlap.MOST_HOURS, shared.get(0).hours());
            assertEquals(shared, inAnother.sharedTraffic());
            assertEquals(shared, inParts.sharedTraffic());
            for (Tally each : List.of(inOrder, inAnother, inParts)) {
                assertTrue(
                        each.notices().get(0).contains("more than 32,768 hours"),
                        each.notices().toString());
            }
        }
    }

    @Test
    void comparesAllHoursWhereTheyAreFewer() throws IOException {
        try (Tally tally = tally(rows(1000))) {
            assertEquals(1000, tally.sharedTraffic().get(0).hours());
            assertEquals(List.of(), tally.notices());
        }
    }

    /** Two rows for each hour, of the same request in two types of log. */
    private static List<String> rows(int hours) {
        LocalDateTime start = LocalDateTime.of(1990, 1, 1, 0, 0);
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            String row =
                    TIME.format(start.plusHours(hour).atOffset(ZoneOffset.UTC)) + "\tGET\t/a\t200\tid" + hour + "\n";
            rows.add("#Version: 1.0\n" + COLUMNS + row);
            rows.add(COLUMNS + row);
        }
        return rows;
    }

    private Tally tally(List<String> rows) throws IOException {
        Tally tally =
                new Tally(new TallyOptions(FoldingRules.stating(List.of()), TallyLawProperties.ROOMY, folder, false));
        RandomTraffic.count(tally, String.join("", rows));
        return tally;
    }
}
