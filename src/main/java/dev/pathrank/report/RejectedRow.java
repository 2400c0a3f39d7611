package dev.pathrank.report;

import dev.pathrank.log.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * A row that could not be used, as a line of the rejects file.
 *
 * @param object the object's name
 * @param line 1-based number of the line in the unzipped object
 * @param text the row as it stands in the log
 */
public record RejectedRow(String object, long line, RejectReason reason, String text) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** The row of these bytes, which need not be text. */
    public static RejectedRow of(String object, long line, RejectReason reason, byte[] bytes, int from, int to) {
        return new RejectedRow(object, line, reason, new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** The header of the rejects file. */
    public static String header() {
        return FORMAT.format("object", "line", "reason", "text") + '\n';
    }

    /** @param raw whether what may tell of a person stays readable */
    public String csv(boolean raw) {
        String shown = Arrays.stream(text.split("\t", -1))
                .map(cell -> raw ? cell : RejectMask.of(cell))
                .map(Printable::of)
                .collect(Collectors.joining("\t"));
        return FORMAT.format(FormulaGuard.of(Printable.of(object)), line, reason.word(), FormulaGuard.of(shown)) + '\n';
    }
}
