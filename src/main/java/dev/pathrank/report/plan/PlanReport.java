package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.Column;
import dev.pathrank.report.Format;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.Table;
import dev.pathrank.report.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The report of {@code plan}: a table, or in Markdown a page. */
public final class PlanReport {
    private PlanReport() {}

    /** Returns the names of all columns. */
    public static List<String> columns(ReportOptions options) {
        return PlanColumns.of(null, options).stream().map(Column::name).toList();
    }

    /**
     * Writes the plan; the options drop rows and change no cell of the others.
     *
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(Plan plan, ReportOptions options, Writer out) throws IOException {
        if (options.format() == Format.MARKDOWN) {
            PlanPage.write(plan, options.placeholder(), options.style().zone(), out);
            return;
        }
        List<Column<PlannedEndpoint>> columns =
                options.style().fits() ? PlanColumns.fitted(plan, options) : PlanColumns.of(plan, options);
        options.style().write(new Table<>(columns, shown(plan, options), PlanReport::tone), out);
    }

    /** Returns the table with all columns, for the rows that the options keep. */
    public static Table<PlannedEndpoint> table(Plan plan, ReportOptions options) {
        return new Table<>(PlanColumns.of(plan, options), shown(plan, options), PlanReport::tone);
    }

    private static List<PlannedEndpoint> shown(Plan plan, ReportOptions options) {
        List<RankedEndpoint> all =
                plan.rows().stream().map(PlannedEndpoint::ranked).toList();
        Set<RankedEndpoint> shown = options.shown(all).stream().collect(Collectors.toSet());
        return plan.rows().stream().filter(row -> shown.contains(row.ranked())).toList();
    }

    private static Tone tone(PlannedEndpoint row) {
        boolean exceeds = row.forecast() != null && row.forecast().firstExceeded() != null;
        return exceeds ? Tone.ATTENTION : RankReport.tone(row.ranked());
    }
}
