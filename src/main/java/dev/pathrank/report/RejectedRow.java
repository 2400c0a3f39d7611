package dev.pathrank.report;

import dev.pathrank.log.RejectReason;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * A rejected row as a line of the rejects file.
 *
 * @param object the object's name
 * @param line 1-based number of the line in the unzipped object
 * @param text text of the row in the log
 * @param personal numbers of the cells, from 0, whose columns may identify a person
 */
public record RejectedRow(String object, long line, RejectReason reason, String text, Set<Integer> personal) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    public RejectedRow {
        personal = Set.copyOf(personal);
    }

    /** Returns the rejected row of these bytes, which need not be text. */
    public static RejectedRow of(String object, long line, RejectReason reason, ByteSlice row, Set<Integer> personal) {
        String text = new String(row.toByteArray(), StandardCharsets.UTF_8);
        return new RejectedRow(object, line, reason, text, personal);
    }

    /** Returns the header of the rejects file. */
    public static String header() {
        return FORMAT.format("object", "line", "reason", "text") + '\n';
    }

    private Stream<String> cells(boolean raw) {
        if (!raw && text.startsWith("{")) {
            return RejectedJson.masked(text).stream();
        }
        String[] cells = text.split("\t", -1);
        return IntStream.range(0, cells.length)
                .mapToObj(at -> raw ? cells[at] : RejectMask.of(cells[at], personal.contains(at)));
    }

    /** @param raw whether personal data stays readable */
    public String csv(boolean raw) {
        String shown = cells(raw).map(ControlCharacters::of).collect(Collectors.joining("\t"));
        return FORMAT.format(FormulaGuard.of(ControlCharacters.of(object)), line, reason.word(), FormulaGuard.of(shown))
                + '\n';
    }
}
