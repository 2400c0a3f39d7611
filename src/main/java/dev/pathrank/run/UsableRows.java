package dev.pathrank.run;

import dev.pathrank.tally.RowCounts;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rule by which an object's rows are those of a log (contract: "Rows and objects"). */
final class UsableRows {
    /** Rows from which on an object fails if more than half of them are rejected. */
    private static final int ENOUGH = 20;

    private UsableRows() {}

    /** Returns how many rows could be parsed. */
    static long count(RowCounts rows) {
        return rows.counted() + rows.filtered();
    }

    /** @param named whether a header, keys or a known layout name the object as CloudFront's */
    static boolean areALog(RowCounts rows, boolean named) {
        boolean mostRejected = rows.read() >= ENOUGH && 2 * rows.rejected() > rows.read();
        boolean noneUsable = rows.read() > 0 && count(rows) == 0;
        return !mostRejected && (!noneUsable || named);
    }

    /** Returns why they are none, and what to do. */
    static String why(RowCounts rows) {
        String reasons = rows.rejectedBy().entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey().word(), each.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%,d of its %,d rows cannot be read (%s)%s; if it is a CloudFront log, state its columns and their"
                        + " separator with --fields and --delimiter",
                rows.rejected(),
                rows.read(),
                reasons,
                count(rows) == 0 ? "" : ", and the others count");
    }
}
