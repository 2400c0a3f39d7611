package dev.pathrank.report.workbook;

import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.RunSummary;
import dev.pathrank.report.Table;
import dev.pathrank.report.WholeReport;
import java.util.ArrayList;
import java.util.List;

/** The sheet that says what the workbook is of: version, sources, options, window, and what became of each row. */
final class AboutSheet {
    private final List<Line> lines = new ArrayList<>();

    private AboutSheet() {}

    private record Line(String what, Cell value) {}

    static void add(WholeReport.About about, SheetWriter sheets) {
        AboutSheet sheet = new AboutSheet();
        sheet.addRun(about);
        sheet.addCounts(about.summary());
        about.notices().forEach(notice -> sheet.add("notice", Cell.of(notice)));
        List<Column<Line>> columns =
                List.of(Column.text("what", Line::what), new Column<>("value", Column.Type.TEXT, Line::value));
        sheets.add("About", new Table<>(columns, sheet.lines));
    }

    private void add(String what, Cell value) {
        lines.add(new Line(what, value));
    }

    private void addRun(WholeReport.About about) {
        add("version", Cell.of(about.version()));
        about.sources().forEach(source -> add("source", Cell.of(source)));
        about.given().forEach(option -> add("option", Cell.of(option)));
        if (about.window().lastSeen() > 0) {
            add("first counted row", Cell.ofInstant(about.window().firstSeen()));
            add("last counted row", Cell.ofInstant(about.window().lastSeen()));
        }
        add("complete", Cell.of(about.summary().complete() ? "yes" : "no: something was left out"));
    }

    private void addCounts(RunSummary summary) {
        RunSummary.Total total = summary.reported() == null ? summary.read() : summary.reported();
        add("objects listed", Cell.of(total.objects().listed()));
        add("objects read", Cell.of(total.objects().read()));
        add("objects skipped", Cell.of(total.objects().skipped()));
        add("objects failed", Cell.of(total.objects().failed()));
        add("rows read", Cell.of(total.rows().read()));
        add("rows counted", Cell.of(total.rows().counted()));
        add("rows filtered", Cell.of(total.rows().filtered()));
        add("rows rejected", Cell.of(total.rows().rejected()));
        total.rejectedBy().forEach((reason, rows) -> add("rejected: " + reason.word(), Cell.of(rows.longValue())));
    }
}
