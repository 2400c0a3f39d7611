package dev.pathrank.cli;

import dev.pathrank.plan.Facts;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.Planner;
import dev.pathrank.report.PlanReport;
import dev.pathrank.report.ReportOptions;
import java.util.List;

/** The answer of {@code plan}. */
final class PlanAnswer {
    private PlanAnswer() {}

    static Answer of(PlanOptions options, ReportOptions report, boolean failOnBreach) {
        return findings -> {
            Plan plan = Planner.plan(
                    findings.ranking(), findings.window(), findings.endpoints()::replay, options, Facts.NONE);
            return new Answer.Given(
                    findings,
                    writer -> PlanReport.write(plan, report, writer),
                    failOnBreach && plan.breaks(),
                    List.of());
        };
    }
}
