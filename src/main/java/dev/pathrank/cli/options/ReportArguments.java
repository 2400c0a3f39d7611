package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.report.Format;
import dev.pathrank.report.NumberSigns;
import dev.pathrank.report.TableStyle;
import dev.pathrank.run.TallySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            description = "Write ${COMPLETION-CANDIDATES}. Default: by the ending of FILE, such"
                    + " as .md or .html; else csv, on a terminal table.")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to FILE instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN,...",
            split = ",",
            hideParamSyntax = true,
            description = "Write these columns only, in this order.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Put CHAR between the cells of CSV, such as ';'. Default: a comma.")
    private @Nullable String separator;

    @Option(names = "--decimal-comma", description = "Write a comma before the decimals in CSV; needs --separator.")
    private boolean decimalComma;

    @Option(names = "--decode", description = "Write letters of paths as letters, not as %%XX, in CSV, TSV and JSON.")
    private boolean decode;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = EnumConverters.Colours.class,
            completionCandidates = EnumConverters.Colours.class,
            description = "Colour a table: " + CHOICES + "auto.")
    private ColourChoice colour = ColourChoice.AUTO;

    @Option(
            names = "--locale",
            paramLabel = "LOCALE",
            description = "Write the numbers of an HTML page as in LOCALE: de, fr. Default en.")
    private @Nullable String locale;

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

    /** Returns the file of the report; null for standard output. */
    private @Nullable Path output() {
        return output == null || Destinations.isStandardOutput(output) ? null : output;
    }

    /** @throws IllegalArgumentException if the name would not be recognised as a source */
    private @Nullable Path save() {
        if (save != null && !TallySource.isSaved(save.toString())) {
            throw new IllegalArgumentException("--save " + save + " must end in " + TallySource.SUFFIX
                    + ", so that it can be recognised as a tally when given as a SOURCE");
        }
        return save;
    }

    /** Returns whether a document is written in place of the report, so that no ending names a format. */
    boolean emits() {
        return false;
    }

    /** Returns the format of a table, or of what a command writes instead. */
    Format format(Surroundings around) {
        if (format != null) {
            return format;
        }
        Path file = output();
        if (file == null || emits()) {
            return around.terminal() && !emits() ? Format.TABLE : Format.CSV;
        }
        return isSpecial(file) ? Format.CSV : Format.ofName(file.toString()).orElse(Format.CSV);
    }

    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    boolean hasFormat() {
        return format != null;
    }

    /** Returns what the user should know about the options: an ending that names no format. */
    List<Notice> notices() {
        Path file = output();
        boolean unknown = file != null
                && format == null
                && !emits()
                && !isSpecial(file)
                && String.valueOf(file.getFileName()).indexOf('.') > 0
                && Format.ofName(file.toString()).isEmpty();
        return unknown ? List.of(new Notice.UnknownEnding(String.valueOf(file))) : List.of();
    }

    boolean choosesColumns() {
        return !columns.isEmpty();
    }

    /**
     * Returns how the report is written.
     *
     * @throws IllegalArgumentException if an option contradicts the format
     */
    TableStyle style(ReadArguments reading) {
        Format written = format(reading.surroundings());
        if (written != Format.CSV && (separator != null || decimalComma)) {
            throw new IllegalArgumentException(
                    "--separator and --decimal-comma apply to CSV only, but the format is " + written.word());
        }
        requireDocument(written, reading.surroundings());
        char between = separator == null ? ',' : separator();
        if (decimalComma && between == ',') {
            throw new IllegalArgumentException(
                    "--decimal-comma needs another character between cells; add --separator ';'");
        }
        return new TableStyle(
                written,
                columns,
                reading.zone(),
                decode,
                between,
                decimalComma,
                terminal(written, reading.surroundings()),
                signs());
    }

    private void requireDocument(Format written, Surroundings around) {
        if (written.isDocument() && !columns.isEmpty()) {
            throw new IllegalArgumentException("--columns chooses columns of one table, and " + written.word()
                    + " is a whole document; leave it out");
        }
        if (written == Format.XLSX && output() == null && around.terminal()) {
            throw new IllegalArgumentException("a workbook cannot be shown on a terminal; add -o FILE.xlsx");
        }
    }

    private NumberSigns signs() {
        if (locale == null) {
            return NumberSigns.ENGLISH;
        }
        String asked = locale;
        return NumberSigns.of(asked)
                .orElseThrow(() -> new IllegalArgumentException("--locale " + asked + " is not known; choose from "
                        + NumberSigns.known() + " (a region may follow, as in pt-BR)"));
    }

    private char separator() {
        if (separator == null || !separator.matches("[;,|:\t]")) {
            throw new IllegalArgumentException(
                    "--separator must be one of ; , | : or a tab, but was \"" + separator + "\"");
        }
        return separator.charAt(0);
    }

    private TableStyle.Terminal terminal(Format written, Surroundings around) {
        if (written != Format.TABLE) {
            return TableStyle.Terminal.DEFAULT;
        }
        boolean watched = around.terminal() && output() == null && !around.noColor();
        return new TableStyle.Terminal(
                around.width().getAsInt(), colour == ColourChoice.AUTO ? watched : colour == ColourChoice.ALWAYS);
    }

    /** @param lock file to which reviewed patterns are added; null for none */
    Destinations destinations(@Nullable Path lock) {
        if (rejectsRaw && rejects == null) {
            throw new IllegalArgumentException("--rejects-raw needs --rejects FILE, which is missing");
        }
        return new Destinations(output(), summary, rejects, rejectsRaw, save(), lock, false);
    }
}
