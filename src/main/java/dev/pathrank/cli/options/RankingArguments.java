package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for which rows of a ranking are reported, and in which order. */
public abstract class RankingArguments extends ReportArguments {
    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = EnumConverters.Orders.class,
            completionCandidates = EnumConverters.Orders.class,
            description = "Sort by " + CHOICES + "score.")
    private Order order = Order.SCORE;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            converter = EnumConverters.Presets.class,
            completionCandidates = EnumConverters.Presets.class,
            description = "Weight by " + CHOICES + "balanced.")
    private Preset preset = Preset.BALANCED;

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            description = "Print the first N rows.")
    private @Nullable Integer top;

    @Option(
            names = "--only",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            converter = EnumConverters.Kinds.class,
            completionCandidates = EnumConverters.Kinds.class,
            description = "Print only rows of kind ${COMPLETION-CANDIDATES}.")
    private List<EndpointKind> only = new ArrayList<>();

    RankOptions rank() {
        return new RankOptions(order, preset);
    }

    /** Fails if a format is given, since a document of {@code --emit} has its own. */
    void refuseFormat() {
        if (hasFormat()) {
            throw new IllegalArgumentException("--emit sets the format of the document; leave out --format");
        }
        if (choosesColumns()) {
            throw new IllegalArgumentException("--emit writes no table; leave out --columns");
        }
    }

    ReportOptions report(ReadArguments reading, FoldingOptions folding) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        Set<EndpointKind> kinds = only.isEmpty() ? EnumSet.allOf(EndpointKind.class) : EnumSet.copyOf(only);
        return new ReportOptions(
                style(reading), folding.byHost(), top, kinds, folding.hasRoutes(), folding.placeholder());
    }
}
