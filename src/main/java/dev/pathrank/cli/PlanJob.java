package dev.pathrank.cli;

import dev.pathrank.plan.DeclaredFacts;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.Planner;
import dev.pathrank.report.PlanReport;
import dev.pathrank.source.LogSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The job of {@code plan}: a plan is made of the ranking. */
final class PlanJob extends RankingJob {
    private final RankRequest request;
    private final PlanOptions options;
    private final boolean failOnBreach;

    PlanJob(RankRequest request, PlanOptions options, boolean failOnBreach, List<LogSource> sources, Streams streams) {
        super(request, sources, streams);
        this.request = request;
        this.options = options;
        this.failOnBreach = failOnBreach;
    }

    @Override
    Answered answer(Findings findings, Outputs outputs) throws IOException {
        Plan plan = Planner.plan(
                findings.ranking(),
                findings.window(),
                findings.endpoints()::replay,
                options,
                new DeclaredFacts(request.declared()),
                findings.stability());
        outputs.writeReport(writer -> PlanReport.write(plan, request.report(), writer));
        List<Notice> notices = new ArrayList<>();
        if (!plan.notMoving().isEmpty()) {
            notices.add(new Notice.FixedAndNotMoving(plan.notMoving()));
        }
        return new Answered(failOnBreach && plan.breaks(), notices);
    }
}
