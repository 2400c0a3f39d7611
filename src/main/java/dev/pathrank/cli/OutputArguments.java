package dev.pathrank.cli;

import dev.pathrank.rank.Kind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.Format;
import dev.pathrank.report.ReportOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is reported, in which order, and where it goes. */
class OutputArguments {
    private static final String CHOICES = "${COMPLETION-CANDIDATES}. Default ";

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
            names = "--format",
            paramLabel = "FORMAT",
            converter = Words.Formats.class,
            completionCandidates = Words.Formats.class,
            description = "Write " + CHOICES + "csv.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to FILE instead of standard output.")
    private Path output;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the account of the run to FILE, as JSON.")
    private Path summary;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write the rejected rows to FILE, masked, as CSV.")
    private Path rejects;

    @Option(names = "--rejects-raw", description = "Do not mask addresses, queries, cookies and referers there.")
    private boolean rejectsRaw;

    /** Whether the user asked for a format. */
    final boolean hasFormat() {
        return format != null;
    }

    RankOptions rank() {
        return new RankOptions(order, preset);
    }

    /** @param withRoutes whether the user declared routes */
    ReportOptions report(boolean byHost, boolean withRoutes) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        Set<Kind> kinds = only.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(only);
        return new ReportOptions(
                format == null ? Format.CSV : format,
                byHost,
                top == null ? OptionalInt.empty() : OptionalInt.of(top),
                kinds,
                withRoutes);
    }

    Destinations destinations() {
        if (rejectsRaw && rejects == null) {
            throw new IllegalArgumentException("--rejects-raw says how to write --rejects FILE, which is missing");
        }
        return new Destinations(
                Optional.ofNullable(output), Optional.ofNullable(summary), Optional.ofNullable(rejects), rejectsRaw);
    }
}
