package dev.pathrank.cli.command;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.options.PlanOutputArguments.Emitted;
import dev.pathrank.cli.options.RankRequest;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.Planner;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.PlanReport;
import dev.pathrank.report.deploy.PlanDocument;
import dev.pathrank.source.LogSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The job of {@code plan}: a plan is made of the ranking. */
final class PlanJob extends RankingJob {
    private final RankRequest request;
    private final PlanOptions options;
    private final Optional<Emitted> emitted;
    private final boolean failOnBreach;

    PlanJob(
            RankRequest request,
            PlanOptions options,
            Optional<Emitted> emitted,
            boolean failOnBreach,
            List<LogSource> sources,
            Streams streams) {
        super(request, sources, streams);
        this.request = request;
        this.options = options;
        this.emitted = emitted;
        this.failOnBreach = failOnBreach;
    }

    @Override
    Answered answer(Findings findings, Outputs outputs) throws IOException {
        Plan plan = Planner.plan(
                findings.ranking(),
                findings.window(),
                findings.endpoints()::replay,
                options,
                request.declared(),
                findings.stability());
        List<Notice> notices = new ArrayList<>();
        if (emitted.isEmpty()) {
            outputs.writeReport(writer -> PlanReport.write(plan, request.report(), writer));
        } else {
            PlanEmitFormat document = emitted.get().document();
            OptionalInt wave = emitted.get().wave();
            List<String> leftOut = new ArrayList<>();
            outputs.writeReport(writer -> leftOut.addAll(
                    PlanDocument.write(plan, document, wave.orElse(Integer.MAX_VALUE), request.report(), writer)));
            if (wave.orElse(0) > plan.waves().size()) {
                notices.add(new Notice.NoSuchWave(wave.getAsInt(), plan.waves().size()));
            }
            if (!leftOut.isEmpty()) {
                notices.add(new Notice.NotEmitted(document.word(), leftOut));
            }
        }
        if (!plan.notMoving().isEmpty()) {
            notices.add(new Notice.FixedAndNotMoving(plan.notMoving()));
        }
        return new Answered(failOnBreach && plan.breaks(), notices);
    }
}
