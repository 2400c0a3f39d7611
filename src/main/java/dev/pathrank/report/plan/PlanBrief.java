package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The plan on one screen of Markdown, such as the summary of a run on a CI machine. */
public final class PlanBrief {
    private static final int SHOWN = 10;

    private PlanBrief() {}

    /**
     * Writes the brief.
     *
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(Plan plan, ReportOptions options, Writer out) throws IOException {
        Page page = new Page(options.placeholder(), options.style().zone());
        PlanPage.summary(plan, page);
        List<PlannedEndpoint> moving = plan.moving();
        if (!moving.isEmpty()) {
            page.say("The first " + Math.min(SHOWN, moving.size()) + " of " + Page.number(moving.size())
                    + " endpoints that move:");
            page.table(
                    List.of(">wave", "endpoint", "target", ">origin calls", ">p95 ms", ">peak/s", ">5xx", "reason"),
                    moving.stream().limit(SHOWN).map(row -> row(row, page)).toList());
        }
        page.writeTo(out);
        out.write('\n');
        out.flush();
    }

    private static List<String> row(PlannedEndpoint row, Page page) {
        return List.of(
                String.valueOf(row.wave()),
                page.endpoint(row),
                row.target().target().word(),
                Page.number(row.ranked().stats().originCalls()),
                row.ranked()
                        .stats()
                        .durations()
                        .map(each -> Page.number(each.p95Ms()))
                        .orElse("–"),
                Page.number(row.ranked().stats().peak().originCalls()),
                Page.number(row.ranked().stats().traffic().failures().status5xx()),
                Page.shown(row.reason()));
    }
}
