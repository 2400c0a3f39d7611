package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.TableStyle;
import java.util.EnumSet;

/**
 * Checked options of {@code patterns} over logs.
 *
 * @param read what is read, and where results go
 * @param style how the patterns are written
 * @param lockRemarks whether new lines of the lock file have remarks
 */
public record PatternsRequest(ReadRequest read, TableStyle style, boolean lockRemarks) {
    /** Returns the options of a document, which shows every row. */
    public ReportOptions report() {
        return new ReportOptions(
                style,
                read.folding().byHost(),
                null,
                EnumSet.allOf(EndpointKind.class),
                false,
                read.folding().placeholder());
    }
}
