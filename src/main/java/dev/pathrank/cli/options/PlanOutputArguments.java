package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What {@code plan} writes in place of the table. */
public final class PlanOutputArguments extends RankingArguments {
    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.PlanEmissions.class,
            completionCandidates = EnumConverters.PlanEmissions.class,
            description = "Write instead: ${COMPLETION-CANDIDATES}.")
    private PlanEmitFormat emission;

    @Option(names = "--wave", paramLabel = "N", description = "Emit what has moved after wave N. Default: the last.")
    private Integer wave;

    /**
     * What is written in place of the table.
     *
     * @param wave the last wave that has moved; empty for the last there is
     */
    public record Emitted(PlanEmitFormat document, OptionalInt wave) {}

    /** A plan to read is the whole one. */
    @Override
    ReportOptions report(FoldingOptions folding, boolean withRoutes) {
        ReportOptions report = super.report(folding, withRoutes);
        if (isPart(report) && report.format() == Format.MARKDOWN) {
            throw new IllegalArgumentException(
                    "--format markdown writes the whole plan; leave out --top and --only, or take another format");
        }
        return report;
    }

    private static boolean isPart(ReportOptions report) {
        return report.top() != null || report.only().size() < EndpointKind.values().length;
    }

    /** @throws IllegalArgumentException if the document has no place for what else is asked */
    public Optional<Emitted> emitted(ReportOptions report) {
        if (emission == null) {
            if (wave != null) {
                throw new IllegalArgumentException("--wave says what --emit DOCUMENT writes, which is missing");
            }
            return Optional.empty();
        }
        if (wave != null && wave < 1) {
            throw new IllegalArgumentException("--wave must be 1 or more, but was " + wave);
        }
        refuseFormat();
        if (report.byHost()) {
            throw new IllegalArgumentException(
                    "--emit has one place for a path, whatever its host; leave out --by-host or take one host with --host");
        }
        if (isPart(report)) {
            throw new IllegalArgumentException("--emit writes all that moves; leave out --top and --only");
        }
        return Optional.of(new Emitted(emission, wave == null ? OptionalInt.empty() : OptionalInt.of(wave)));
    }
}
