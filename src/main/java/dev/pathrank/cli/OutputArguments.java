package dev.pathrank.cli;

import dev.pathrank.rank.Kind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.Emission;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** What of the ranking is reported, and in which order. */
final class OutputArguments extends ReportArguments {
    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = Words.Orders.class,
            completionCandidates = Words.Orders.class,
            description = "Order by " + CHOICES + "score.")
    private Order order = Order.SCORE;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            converter = Words.Presets.class,
            completionCandidates = Words.Presets.class,
            description = "Weigh " + CHOICES + "balanced.")
    private Preset preset = Preset.BALANCED;

    @Option(names = "--top", paramLabel = "N", description = "Print the first N rows.")
    private Integer top;

    @Option(
            names = "--only",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            converter = Words.Kinds.class,
            completionCandidates = Words.Kinds.class,
            description = "Print only ${COMPLETION-CANDIDATES}.")
    private List<Kind> only = new ArrayList<>();

    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = Words.Emissions.class,
            completionCandidates = Words.Emissions.class,
            description = "Write instead of the table: ${COMPLETION-CANDIDATES}.")
    private Emission emission;

    RankOptions rank() {
        return new RankOptions(order, preset);
    }

    /** @throws IllegalArgumentException if the document has no place for what else is asked */
    Optional<Emission> emission(boolean byHost) {
        if (emission != null && hasFormat()) {
            throw new IllegalArgumentException("--emit writes a document of its own format; leave out --format");
        }
        if (emission != null && byHost) {
            throw new IllegalArgumentException(
                    "--emit openapi has one place for a path, whatever its host; leave out --by-host or take one host with --host");
        }
        return Optional.ofNullable(emission);
    }

    /** @param withRoutes whether the user declared routes */
    ReportOptions report(FoldingRequest folding, boolean withRoutes) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        Set<Kind> kinds = only.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(only);
        return new ReportOptions(
                format(),
                folding.byHost(),
                top == null ? OptionalInt.empty() : OptionalInt.of(top),
                kinds,
                withRoutes,
                folding.placeholder());
    }
}
