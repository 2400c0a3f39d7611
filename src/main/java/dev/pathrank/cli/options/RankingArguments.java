package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.ReportOptions;
import java.util.EnumSet;
import picocli.CommandLine.Option;

/** Options for which rows of a ranking are reported, and in which order. */
public abstract class RankingArguments extends RowArguments {
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

    /** Fails if only a part is chosen of what is written as a whole. */
    static ReportOptions whole(ReportOptions report) {
        if (isPart(report) || !report.style().columns().isEmpty()) {
            throw new IllegalArgumentException("--format " + report.format().word()
                    + " writes the whole plan; leave out --top, --only and --columns, or choose another format");
        }
        return report;
    }

    static boolean isPart(ReportOptions report) {
        return report.top() != null || report.only().size() < EndpointKind.values().length;
    }

    ReportOptions report(ReadArguments reading, FoldingOptions folding) {
        return report(reading, folding, EnumSet.allOf(EndpointKind.class), folding.hasRoutes());
    }
}
