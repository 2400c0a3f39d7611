package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for which rows of a report on endpoints are printed. */
public abstract class RowArguments extends ReportArguments {
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

    /**
     * Returns which rows are printed, and how.
     *
     * @param usual the kinds that are printed unless the user chooses
     * @param withRoutes whether there is a column that says what is declared
     * @throws IllegalArgumentException if an option is not valid
     */
    ReportOptions report(ReadArguments reading, FoldingOptions folding, Set<EndpointKind> usual, boolean withRoutes) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        return new ReportOptions(
                style(reading),
                folding.byHost(),
                top,
                only.isEmpty() ? usual : EnumSet.copyOf(only),
                withRoutes,
                folding.placeholder());
    }
}
