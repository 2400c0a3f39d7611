package dev.pathrank.cli.options;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.EmitFormat;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What of the ranking is reported, and in which order. */
public abstract class RankingArguments extends ReportArguments {
    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = EnumConverters.Orders.class,
            completionCandidates = EnumConverters.Orders.class,
            description = "Order by " + CHOICES + "score.")
    private Order order = Order.SCORE;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            converter = EnumConverters.Presets.class,
            completionCandidates = EnumConverters.Presets.class,
            description = "Weigh " + CHOICES + "balanced.")
    private Preset preset = Preset.BALANCED;

    @Option(names = "--top", paramLabel = "N", description = "Print the first N rows.")
    private Integer top;

    @Option(
            names = "--only",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            converter = EnumConverters.Kinds.class,
            completionCandidates = EnumConverters.Kinds.class,
            description = "Print only ${COMPLETION-CANDIDATES}.")
    private List<EndpointKind> only = new ArrayList<>();

    /**
     * All that was asked for, checked.
     *
     * @throws IllegalArgumentException if some of it does not go together
     */
    public RankRequest request(ReadArguments reading) {
        FoldingOptions folding = reading.folding().request(false);
        return new RankRequest(
                reading.request(folding, destinations()),
                new RankOptions(order, preset),
                new DeclaredEndpoints(folding.routes(), reading.choosesCalls()),
                report(folding, reading.folding().hasRoutes()),
                emission(folding.byHost()),
                stability());
    }

    /** What is written in place of the table, where the ranking itself is. */
    Optional<EmitFormat> emission(boolean byHost) {
        return Optional.empty();
    }

    /** Whether the range of each rank is told. */
    boolean stability() {
        return false;
    }

    /** A document that {@code --emit} writes has its own format. */
    void refuseFormat() {
        if (hasFormat()) {
            throw new IllegalArgumentException("--emit writes a document of its own format; leave out --format");
        }
    }

    /** @param withRoutes whether the user declared routes */
    ReportOptions report(FoldingOptions folding, boolean withRoutes) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        Set<EndpointKind> kinds = only.isEmpty() ? EnumSet.allOf(EndpointKind.class) : EnumSet.copyOf(only);
        return new ReportOptions(format(), folding.byHost(), top, kinds, withRoutes, folding.placeholder());
    }
}
