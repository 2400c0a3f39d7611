package dev.pathrank.report.workbook;

import dev.pathrank.report.CompareReport;
import dev.pathrank.report.PatternReport;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.WholeReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** A whole report as a workbook in the format of Excel 2007 (Office Open XML). */
public final class WorkbookReport {
    /** Excel wants a version of two numbers; the program's own stands on the sheet About. */
    private static final String FORMAT_VERSION = "1.0";

    private static final Pattern VERSION = Pattern.compile("(\\d{1,2})\\.(\\d{1,4}).*");

    private WorkbookReport() {}

    /**
     * Writes the workbook.
     *
     * @param out left open
     */
    public static void write(WholeReport report, OutputStream out) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (Workbook workbook =
                new Workbook(zip, "pathrank", version(report.about().version()))) {
            workbook.properties().setTitle("pathrank");
            addSheets(report, new SheetWriter(workbook, report.options().style()));
        }
        Instant made = Instant.ofEpochSecond(report.about().window().lastSeen());
        StampedZip.copy(zip.toByteArray(), made, out);
    }

    private static String version(String words) {
        Matcher version = VERSION.matcher(words.replaceFirst("^\\D+", ""));
        return version.matches() ? version.group(1) + "." + version.group(2) : FORMAT_VERSION;
    }

    private static void addSheets(WholeReport report, SheetWriter sheets) {
        ReportOptions options = report.options();
        OrderSheets.add(report, sheets);
        if (report.plan() != null) {
            new PlanSheets(report.plan().plan(), options).add(sheets);
        }
        if (report.patterns() != null) {
            sheets.add("Patterns", PatternReport.table(report.patterns(), options.byHost(), options.placeholder()));
        }
        if (report.comparison() != null) {
            sheets.add("Compare", CompareReport.table(report.comparison().rows(), report.comparison(), options));
        }
        AboutSheet.add(report.about(), sheets);
    }

    /** Returns a number as the library takes it; a decimal fraction has fewer than 15 digits here. */
    static Number number(BigDecimal value) {
        return value.scale() <= 0 ? value.longValue() : value.doubleValue();
    }
}
