package dev.pathrank.cli.command;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.PlanArguments;
import dev.pathrank.cli.options.PlanOutputArguments;
import dev.pathrank.cli.options.PlanRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.plan.DocumentLoads;
import dev.pathrank.plan.MoveOrderException;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.Planner;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.report.CallProfiles;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.deploy.DocumentNotes;
import dev.pathrank.report.deploy.PlanDocument;
import dev.pathrank.report.edge.RouterFiles;
import dev.pathrank.report.edge.SwitchSetting;
import dev.pathrank.report.plan.ExceededQuotas;
import dev.pathrank.report.plan.PlanReport;
import dev.pathrank.report.stack.GatewayDocument;
import dev.pathrank.report.stack.StackFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code pathrank plan}: waves, quotas to ask for, cold starts, cost. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank plan [OPTION...] SOURCE...",
        header = "Plan the migration: waves, quotas to raise in advance, cold starts, cost.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank plan s3://my-logs/cdn/ --memory 1024 --growth 1.2 --format markdown -o plan.md")
public final class PlanCommand implements Callable<Integer>, CheckedCommand {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private PlanOutputArguments output = new PlanOutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nPLAN%n")
    private PlanArguments plan = new PlanArguments();

    /** Creates the command. */
    public PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public PlanRequest request() {
        return reading.checked(() -> output.request(reading, plan));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PlanRequest options = request();
        return LogReport.run(options.read(), options.report().format(), streams, (result, outputs) -> {
            EndpointRanking ranking = EndpointRanking.of(
                    result, options.rank(), options.declared(), options.report().byHost());
            boolean document =
                    options.emission() == null && options.report().format().isDocument();
            WholeReport.PlanPart part = document ? timed(ranking, options, reading, null) : null;
            Plan planned = part == null ? checked(ranking, options, reading, null) : part.plan();
            List<String> exceeded = options.failOnBreach() ? ExceededQuotas.of(planned, options.report()) : List.of();
            ReportOutcome ranked = ranking.outcome().withLongCalls(ranking.longCalls());
            if (part != null) {
                ReportOutcome outcome = ranked.with(exceeded, notices(planned));
                WholeReport.About about = Documents.about(
                        result, options.read(), outcome, options.declared().count());
                Documents.write(new WholeReport(about, null, part, null, null, options.report()), outputs);
                return outcome;
            }
            return ranked.with(exceeded, write(planned, options, outputs, reading));
        });
    }

    /**
     * Makes the plan with its load over time; declared rules that cannot be kept are wrong usage.
     *
     * @param profiles that see the same seconds; null for none
     */
    static WholeReport.PlanPart timed(
            EndpointRanking ranking, PlanRequest options, ReadArguments reading, @Nullable CallProfiles profiles)
            throws IOException {
        LoadTimeline timeline =
                new LoadTimeline(ranking.window().firstSeen(), ranking.window().lastSeen());
        DocumentLoads loads = profiles == null
                ? DocumentLoads.of(timeline)
                : new DocumentLoads(timeline, profiles.endpoints(), profiles.visitor());
        return new WholeReport.PlanPart(checked(ranking, options, reading, loads), timeline);
    }

    /** Makes the plan; declared rules that cannot be kept are wrong usage. */
    private static Plan checked(
            EndpointRanking ranking, PlanRequest options, ReadArguments reading, @Nullable DocumentLoads loads)
            throws IOException {
        try {
            return plan(ranking, options, loads);
        } catch (MoveOrderException e) {
            return reading.checked(() -> {
                throw e;
            });
        }
    }

    private static Plan plan(EndpointRanking ranking, PlanRequest options, @Nullable DocumentLoads loads)
            throws IOException {
        return Planner.plan(
                ranking.rows(),
                ranking.window(),
                ranking.endpoints()::replaySeconds,
                options.plan(),
                options.declared(),
                ranking.stability(),
                loads);
    }

    /** Writes the plan or the document, and returns what the reader should know. */
    private static List<Notice> write(Plan plan, PlanRequest options, Outputs outputs, ReadArguments reading)
            throws IOException {
        List<Notice> notices = new ArrayList<>();
        if (options.emission() == null) {
            outputs.writeReport(writer -> PlanReport.write(plan, options.report(), writer));
        } else {
            notices.addAll(emit(plan, options.emission(), options, outputs, reading));
        }
        notices.addAll(notices(plan));
        return notices;
    }

    /** Returns what the reader of a plan should know. */
    static List<Notice> notices(Plan plan) {
        List<Notice> notices = new ArrayList<>();
        if (plan.options().prices().borrowed() != PriceList.Borrowed.NOTHING) {
            notices.add(new Notice.BorrowedPrices(plan.options().prices().region()));
        }
        if (plan.untimed() > 0) {
            notices.add(
                    new Notice.WithoutDurations(plan.untimed(), plan.moving().size()));
        }
        if (!plan.notMoving().isEmpty()) {
            notices.add(new Notice.FixedAndNotMoving(plan.notMoving()));
        }
        if (!plan.renumbered().isEmpty()) {
            notices.add(new Notice.FixedWavesRenumbered(plan.renumbered()));
        }
        return notices;
    }

    private static List<Notice> emit(
            Plan plan, PlanRequest.Emission emission, PlanRequest options, Outputs outputs, ReadArguments reading)
            throws IOException {
        DocumentNotes notes = switch (emission.document()) {
            case CLOUDFRONT_FUNCTION -> router(plan, emission, outputs);
            case SAM, CLOUDFORMATION, TERRAFORM -> template(plan, emission, options, outputs, reading);
            case OPENAPI, APIGATEWAY, CLOUDFRONT -> document(plan, emission, options, outputs);
        };
        String word = emission.document().word();
        List<Notice> notices = new ArrayList<>();
        notes.warnings().forEach(text -> notices.add(new Notice.OfDocument(word, text)));
        if (emission.wave() != null && emission.wave() > plan.waves().size()) {
            notices.add(new Notice.NoSuchWave(emission.wave(), plan.waves().size()));
        }
        if (!notes.leftOut().isEmpty()) {
            notices.add(new Notice.NotEmitted(word, notes.leftOut()));
        }
        return notices;
    }

    private static DocumentNotes router(Plan plan, PlanRequest.Emission emission, Outputs outputs) throws IOException {
        // Nothing moves until somebody says so.
        int wave = emission.wave() == null
                ? 0
                : Math.min(emission.wave(), plan.waves().size());
        RouterFiles router = RouterFiles.of(plan, new SwitchSetting(wave, emission.percent(), emission.sticky()));
        outputs.writeFiles(router.byName(), name -> false);
        return new DocumentNotes(router.leftOut(), router.warnings());
    }

    private static DocumentNotes template(
            Plan plan, PlanRequest.Emission emission, PlanRequest options, Outputs outputs, ReadArguments reading)
            throws IOException {
        StackFiles template = StackFiles.of(plan, emission.document(), lastWave(emission));
        int files = template.files().size();
        if (files > 1) {
            reading.checked(() -> options.read()
                    .destinations()
                    .requireFolder("--emit " + emission.document().word() + " writes " + files
                            + " files for so many endpoints"));
        }
        outputs.writeFiles(template.byName(), StackFiles::isOwn);
        return new DocumentNotes(template.leftOut(), template.warnings());
    }

    private static DocumentNotes document(
            Plan plan, PlanRequest.Emission emission, PlanRequest options, Outputs outputs) throws IOException {
        PlanDocument.Request request = new PlanDocument.Request(
                emission.document(), lastWave(emission), options.report(), emission.distribution());
        List<DocumentNotes> notes = new ArrayList<>();
        outputs.writeReport(writer -> notes.add(
                request.format() == PlanEmitFormat.APIGATEWAY
                        ? GatewayDocument.write(plan, request.wave(), writer)
                        : PlanDocument.write(plan, request, writer)));
        return notes.isEmpty() ? DocumentNotes.leftOut(List.of()) : notes.get(0); // a closed pipe
    }

    private static int lastWave(PlanRequest.Emission emission) {
        return emission.wave() == null ? Integer.MAX_VALUE : emission.wave();
    }
}
