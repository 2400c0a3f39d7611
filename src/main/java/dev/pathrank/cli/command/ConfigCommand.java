package dev.pathrank.cli.command;

import dev.pathrank.cli.config.Configuration;
import dev.pathrank.cli.config.Setting;
import dev.pathrank.cli.config.Settings;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.UsageError;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code pathrank config}: which value an option has, and from where. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        customSynopsis = "pathrank config [COMMAND [OPTION...]]",
        header = "Print the options that have a value, and where it comes from.",
        description = {
            "An option has its value from the command line, else from the environment (PATHRANK_RANK_TOP=3 for"
                    + " \"rank --top 3\"), else from the file pathrank.toml, else by default. The file is looked for in"
                    + " the working folder and above it, up to the repository's root or the home folder.",
            "",
            "  [rank]",
            "  top = 20",
            "  routes = [\"routes.txt\"]"
        },
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank config rank --top 5")
public final class ConfigCommand implements Callable<Integer> {
    /** What commands need besides two sources; nothing is read. */
    private static final Map<String, List<String>> NEEDED = Map.of("report", List.of("before", "--output=report.html"));

    /** A value of {@code --quotas} for which the network would be asked. */
    private static final String ASKS_AWS = "account";

    private final Configuration configuration;
    private final Function<String[], CommandLine> tool;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", hidden = true)
    private List<String> words = new ArrayList<>();

    /**
     * Creates the command.
     *
     * @param tool makes the command line that parses some words, with the command that they name
     */
    public ConfigCommand(Configuration configuration, Function<String[], CommandLine> tool) {
        this.configuration = configuration;
        this.tool = tool;
    }

    /** Returns this command; words behind the first belong to the command that it names. */
    public CommandLine commandLine() {
        return new CommandLine(this).setStopAtPositional(true);
    }

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("COMMAND", "OPTION", "VALUE", "FROM"));
        if (words.isEmpty()) {
            configuration.commands().forEach(command -> rows.addAll(rows(command)));
        } else if (configuration.commands().contains(words.get(0))) {
            rows.addAll(rows(words.toArray(String[]::new)));
        } else {
            throw wrong(words.get(0) + " is not a command with options; choose one of "
                    + String.join(", ", configuration.commands()));
        }
        print(rows);
        return 0;
    }

    private record Row(String command, String option, String value, String from) {
        List<String> cells() {
            return List.of(command, option, value, from);
        }
    }

    private List<Row> rows(String... line) {
        Settings settings = configuration.settings(line);
        settings.all().forEach(setting -> check(line[0], setting));
        try {
            ParseResult parsed = tool.apply(line).parseArgs(settings.in(line)).subcommand();
            return parsed.commandSpec().options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .flatMap(option -> row(option, parsed, settings).stream())
                    .toList();
        } catch (ParameterException e) {
            throw wrong(settings.withOrigins(UsageError.words(e)));
        }
    }

    /**
     * Fails where a value is wrong whatever else is given: it is checked alone, with what its command cannot do
     * without. A message that does not name the value tells of another option that is missing. Files may be made later.
     */
    private void check(String command, Setting setting) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(setting.words());
        words.addAll(NEEDED.getOrDefault(command, List.of("before", "after")));
        try {
            ParseResult parsed = tool.apply(words.toArray(String[]::new))
                    .parseArgs(words.toArray(String[]::new))
                    .subcommand();
            if (parsed.commandSpec().userObject() instanceof CheckedCommand checked
                    && !setting.namesFile(parsed.commandSpec().findOption(setting.option()))
                    && !setting.values().contains(ASKS_AWS)) {
                checked.request();
            }
        } catch (ParameterException e) {
            String message = UsageError.words(e);
            if (setting.values().stream().anyMatch(value -> names(message, value))) {
                throw wrong(new Settings(null, List.of(setting)).withOrigins(message));
            }
        }
    }

    private static boolean names(String message, String value) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
                .matcher(message)
                .find();
    }

    private static List<Row> row(OptionSpec option, ParseResult parsed, Settings settings) {
        String command = parsed.commandSpec().name();
        String name = option.longestName();
        String value = parsed.hasMatchedOption(option)
                ? String.join(",", parsed.matchedOption(name).originalStringValues())
                : shown(option.getValue());
        String from = settings.of(name)
                .map(Setting::origin)
                .orElse(parsed.hasMatchedOption(option) ? "command line" : "default");
        return value.isEmpty() ? List.of() : List.of(new Row(command, name, value, from));
    }

    /** Returns a default as it would be written; nothing if it is no value or a flag that is off. */
    private static String shown(@Nullable Object value) {
        if (value == null || value.equals(false) || value instanceof Map<?, ?> map && map.isEmpty()) {
            return "";
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(ConfigCommand::shown).collect(Collectors.joining(","));
        }
        return value instanceof Enum<?> word
                ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    /** Prints columns as wide as their widest cell. */
    private void print(List<Row> rows) {
        int[] widths = new int[4];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], row.cells().get(column).length());
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = Messages.printable(row.cells().get(column));
                line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
