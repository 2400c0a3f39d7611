package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.message.RunNoticeText;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.rank.Window;
import dev.pathrank.report.Format;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.HtmlReport;
import dev.pathrank.report.workbook.WorkbookReport;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The documents with all parts of a report: a page or a workbook. */
final class Documents {
    private Documents() {}

    /**
     * Writes a report as its format says.
     *
     * @throws IOException if it cannot be written; the message is ready to be printed
     */
    static void write(WholeReport report, Outputs outputs) throws IOException {
        if (report.options().format() == Format.HTML) {
            outputs.writeReport(writer -> HtmlReport.write(report, writer));
        } else {
            outputs.writeBytes(stream -> WorkbookReport.write(report, stream));
        }
    }

    /**
     * Returns what a report of one run is of.
     *
     * @param declared how many routes are declared; 0 where nobody gave any
     */
    static WholeReport.About about(RunResult result, ReadRequest request, ReportOutcome outcome, long declared) {
        List<String> notices = new ArrayList<>();
        result.notices()
                .forEach(notice ->
                        notices.add(RunNoticeText.of(notice, request.folding().byHost())));
        notices.addAll(result.limitNotices());
        outcome.notices().forEach(notice -> notices.add(notice.text()));
        Tally tally = result.tally();
        return new WholeReport.About(
                RunSummaryText.of(result, outcome, false).figures(),
                tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen()),
                result.sources(),
                request.given(),
                Version.program(),
                declared,
                notices);
    }
}
