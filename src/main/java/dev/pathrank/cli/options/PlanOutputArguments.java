package dev.pathrank.cli.options;

import dev.pathrank.cli.options.PlanRequest.Emission;
import dev.pathrank.io.IoFailures;
import dev.pathrank.io.TextFiles;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.deploy.DistributionConfig;
import dev.pathrank.report.edge.RouterFiles;
import dev.pathrank.report.edge.SwitchSetting;
import dev.pathrank.report.plan.PlanReport;
import dev.pathrank.report.stack.StackFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code plan} writes. */
public final class PlanOutputArguments extends RankingArguments {
    private static final long MOST_BYTES = 16L << 20;

    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.PlanEmitFormats.class,
            completionCandidates = EnumConverters.PlanEmitFormats.class,
            description = "Write a document instead: ${COMPLETION-CANDIDATES}.")
    private @Nullable PlanEmitFormat emission;

    @Option(
            names = "--wave",
            paramLabel = "N",
            description = "Include endpoints up to wave N in --emit. Default: all; the router moves none.")
    private @Nullable Integer wave;

    @Option(
            names = "--percent",
            paramLabel = "N",
            description = "Move the last wave for N %% of the callers, in --emit cloudfront-function. Default 100.")
    private @Nullable BigDecimal percent;

    @Option(
            names = "--sticky",
            paramLabel = "WHAT",
            description = "Tell callers apart by ip (default), cookie:NAME or header:NAME.")
    private @Nullable String sticky;

    @Option(
            names = "--distribution-config",
            paramLabel = "FILE",
            description = "Merge --emit cloudfront into this output of aws cloudfront get-distribution-config.")
    private @Nullable Path distribution;

    /**
     * Returns the request of {@code plan}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public PlanRequest request(ReadArguments reading, PlanArguments plan) {
        FoldingOptions folding = reading.folding(false);
        ReadRequest read = reading.request(folding, destinations(), notices());
        ReportOptions report = report(reading, folding);
        if (report.format() == Format.MARKDOWN || report.format().isDocument()) {
            whole(report);
        }
        report.style().requireColumns(PlanReport.columns(report));
        PlanRequest.Emission document = emission(report, plan.choice()); // checked before AWS may be asked
        return new PlanRequest(
                read,
                rank(),
                reading.declared(folding),
                report,
                plan.options(read.run().s3().profile()),
                document,
                plan.failOnBreach());
    }

    private Destinations destinations() {
        Destinations places = destinations(null);
        Path output = places.output();
        if (emission != null && emission.isTemplate() && output != null && Files.isDirectory(output)) {
            requireNoOthers(output, StackFiles::mayLieBeside);
            return places.withFolder();
        }
        if (emission == null || !emission.isFolder()) {
            return places;
        }
        if (output == null) {
            throw new IllegalArgumentException(
                    "--emit " + emission.word() + " writes several files; add -o DIR, a folder for them");
        }
        requireNoOthers(output, RouterFiles.NAMES::contains);
        return places.withFolder();
    }

    private @Nullable DistributionConfig distribution() {
        if (distribution == null) {
            return null;
        }
        try {
            if (Files.size(distribution) > MOST_BYTES) {
                throw new IllegalArgumentException("--distribution-config " + distribution
                        + " has more than 16 MB, which no configuration has; give another file");
            }
            return DistributionConfig.read("--distribution-config " + distribution, TextFiles.read(distribution));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--distribution-config " + distribution + " cannot be read: " + IoFailures.reason(e)
                            + ". Give another file",
                    e);
        }
    }

    /** Fails if a folder holds files that are not of an earlier run. */
    private static void requireNoOthers(Path folder, Predicate<String> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(known.negate())
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("the folder " + folder + " holds another file, " + name
                                + "; give -o a new folder or an empty one");
                    });
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the folder " + folder + " cannot be read: " + IoFailures.reason(e) + ". Choose another folder", e);
        }
    }

    @Override
    boolean emits() {
        return emission != null;
    }

    private @Nullable Emission emission(ReportOptions report, SwitchChoice choice) {
        // Checked by making it, so that a slip is found before anything is read.
        SwitchSetting setting = new SwitchSetting(
                wave == null ? 0 : wave,
                percent == null ? BigDecimal.valueOf(100) : percent,
                sticky == null ? SwitchSetting.BY_ADDRESS : sticky);
        boolean router = emission == PlanEmitFormat.CLOUDFRONT_FUNCTION;
        if (!router && (percent != null || sticky != null)) {
            throw new IllegalArgumentException((percent == null ? "--sticky" : "--percent")
                    + " needs --emit cloudfront-function: cache behaviours move all callers at once");
        }
        if (router && choice != SwitchChoice.FUNCTION) {
            throw new IllegalArgumentException(
                    "--emit cloudfront-function contradicts --switch behaviours; leave out one of them");
        }
        if (distribution != null && emission != PlanEmitFormat.CLOUDFRONT) {
            throw new IllegalArgumentException("--distribution-config needs --emit cloudfront");
        }
        if (emission == null) {
            if (wave != null) {
                throw new IllegalArgumentException("--wave needs --emit DOCUMENT, which is missing");
            }
            return null;
        }
        if (wave != null && wave < 1) {
            throw new IllegalArgumentException("--wave must be 1 or more, but was " + wave);
        }
        refuseFormat();
        if (report.byHost()) {
            throw new IllegalArgumentException(
                    "--emit writes each path once, regardless of host; leave out --by-host or select one host"
                            + " with --host");
        }
        if (isPart(report)) {
            throw new IllegalArgumentException("--emit writes all endpoints that move; leave out --top and --only");
        }
        if (percent != null && wave == null) {
            throw new IllegalArgumentException("--percent needs --wave N: without it the router moves nothing");
        }
        return new Emission(emission, wave, setting.percent(), setting.sticky(), distribution());
    }
}
