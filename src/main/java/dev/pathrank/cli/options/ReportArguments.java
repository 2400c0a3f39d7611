package dev.pathrank.cli.options;

import dev.pathrank.report.Format;
import dev.pathrank.run.TallySource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how a report is written, and where it goes. */
public class ReportArguments {
    static final String CHOICES = "${COMPLETION-CANDIDATES}. Default ";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = EnumConverters.Formats.class,
            completionCandidates = EnumConverters.Formats.class,
            description = "Write " + CHOICES + "csv.")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to FILE instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary of the run to FILE, as JSON.")
    private @Nullable Path summary;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write the rejected rows to FILE, masked, as CSV.")
    private @Nullable Path rejects;

    @Option(names = "--rejects-raw", description = "Do not mask addresses, queries, cookies and referers in --rejects.")
    private boolean rejectsRaw;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Save the counts as a tally FILE, which can be a SOURCE later.")
    private @Nullable Path save;

    /** @throws IllegalArgumentException if the name would not be recognised as a source */
    private @Nullable Path save() {
        if (save != null && !TallySource.isOne(save.toString())) {
            throw new IllegalArgumentException("--save " + save + " must end in " + TallySource.SUFFIX
                    + ", so that it can be recognised as a tally when given as a SOURCE");
        }
        return save;
    }

    Format format() {
        return format == null ? Format.CSV : format;
    }

    boolean hasFormat() {
        return format != null;
    }

    Destinations destinations() {
        if (rejectsRaw && rejects == null) {
            throw new IllegalArgumentException("--rejects-raw needs --rejects FILE, which is missing");
        }
        return new Destinations(output, summary, rejects, rejectsRaw, save());
    }
}
