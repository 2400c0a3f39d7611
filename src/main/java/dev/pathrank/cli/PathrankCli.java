package dev.pathrank.cli;

import dev.pathrank.cli.command.CompareCommand;
import dev.pathrank.cli.command.CompletionCommand;
import dev.pathrank.cli.command.ConfigCommand;
import dev.pathrank.cli.command.ManualCommand;
import dev.pathrank.cli.command.PathrankCommand;
import dev.pathrank.cli.command.PatternsCommand;
import dev.pathrank.cli.command.PlanCommand;
import dev.pathrank.cli.command.RankCommand;
import dev.pathrank.cli.command.ReportCommand;
import dev.pathrank.cli.command.Version;
import dev.pathrank.cli.config.ConfigException;
import dev.pathrank.cli.config.ConfigPlaces;
import dev.pathrank.cli.config.Configuration;
import dev.pathrank.cli.config.Settings;
import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.RunFailureText;
import dev.pathrank.cli.message.UsageError;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.cli.options.MissingSourceException;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.options.Surroundings;
import dev.pathrank.cli.output.ClosedPipe;
import dev.pathrank.cli.output.ErrorTrackingOutputStream;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.cli.output.TerminalWidth;
import dev.pathrank.io.IoFailures;
import dev.pathrank.run.Engines;
import dev.pathrank.run.FailFastException;
import dev.pathrank.run.NoReportException;
import dev.pathrank.run.OutputIsSourceException;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.state.StateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line tool: parses arguments, runs the command, and turns whatever happens into messages and an exit code.
 */
public final class PathrankCli {
    private static final int HELP_WIDTH = 100;
    private static final long MEBIBYTE = 1 << 20;

    /** Causes that are looked at, as a chain of them may be a circle. */
    private static final int CAUSES = 20;

    private static final Set<String> ABOUT_THE_TOOL = Set.of("-h", "--help", "-V", "--version");

    private final Streams streams;
    private final RetryPolicy retries;
    private final Surroundings surroundings;
    private final Messages messages;
    private final ErrorTrackingOutputStream out;
    private final Configuration configuration;
    private Settings settings = Settings.NONE;

    /** Creates the tool. */
    public PathrankCli(Streams streams) {
        this(
                streams,
                RetryPolicy.DEFAULT,
                new Surroundings(
                        Instant.now(),
                        streams.outIsTerminal(),
                        TerminalWidth::ofProcess,
                        isSet("NO_COLOR"),
                        System::getenv),
                ConfigPlaces.ofProcess());
    }

    /**
     * @param retries timeouts and retries of requests to S3; those of tests are short
     * @param surroundings the clock and the terminal; those of tests are fixed
     * @param places where settings are looked for; those of tests are their own
     */
    PathrankCli(Streams streams, RetryPolicy retries, Surroundings surroundings, ConfigPlaces places) {
        this.surroundings = surroundings;
        this.streams = streams;
        this.retries = retries;
        this.messages = new Messages(streams.err(), Verbosity.NORMAL);
        this.out = new ErrorTrackingOutputStream(streams.out());
        List<String> configured = subcommands().stream()
                .filter(Subcommand::hasSettings)
                .map(Subcommand::name)
                .toList();
        this.configuration = new Configuration(places, configured, this::commandLine);
    }

    /** Runs the command that the arguments name, and returns its exit code. */
    public int run(String... words) {
        if (words.length == 1 && words[0].equals("version")) {
            return run("--version");
        }
        try {
            settings = configuration.settings(words);
        } catch (ConfigException e) {
            return wrongUsage(String.valueOf(e.getMessage()), "config --help");
        }
        CommandLine tool = commandLine(words);
        hintTerminal(words);
        PrintWriter text = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        tool.setOut(text);
        int code = execute(tool, settings.in(words));
        text.flush();
        return out.failure()
                .filter(failure -> !ClosedPipe.is(failure))
                .map(this::unwritten)
                .orElse(code);
    }

    /** Says what is awaited where standard input is a terminal, as the command would seem to hang. */
    private void hintTerminal(String[] words) {
        if (streams.inIsTerminal() && Stream.of(words).skip(1).anyMatch("-"::equals)) {
            messages.notice("reading standard input from the terminal; press Ctrl-D to end it, or pipe a log:"
                    + " cat FILE | pathrank " + String.join(" ", words));
        }
    }

    private int execute(CommandLine tool, String[] words) {
        try {
            return tool.execute(words);
        } catch (Error e) {
            messages.error(words(e));
        }
        return ExitCode.FAILED.number();
    }

    /** Returns all commands with their options, from which completion and the manual page are generated. */
    CommandLine commandLine() {
        CommandLine tool = new CommandLine(new PathrankCommand());
        subcommands()
                .forEach(each -> tool.addSubcommand(each.name(), each.whole().get()));
        return configure(tool);
    }

    /**
     * Returns the command that the first argument names, or all if it names none with settings. To make all of them
     * takes longer than to read a small log, so the help and the version of the tool itself do without their options.
     */
    private CommandLine commandLine(String... words) {
        Subcommand named = configured(words);
        boolean aboutTheTool = words.length == 1 && ABOUT_THE_TOOL.contains(words[0]);
        if (named == null && !aboutTheTool) {
            return commandLine();
        }
        CommandLine tool = new CommandLine(new PathrankCommand());
        if (named == null) {
            subcommands().forEach(each -> tool.addSubcommand(each.name(), each.header()));
        } else {
            tool.addSubcommand(named.name(), named.whole().get());
        }
        return configure(tool);
    }

    /** Returns the command with settings that the first argument names, or null. */
    private @Nullable Subcommand configured(String... words) {
        return subcommands().stream()
                .filter(each ->
                        each.hasSettings() && words.length > 0 && each.name().equals(words[0]))
                .findFirst()
                .orElse(null);
    }

    /** Returns all commands, in the order of the help. */
    private List<Subcommand> subcommands() {
        return List.of(
                new Subcommand("rank", RankCommand.class, true, () -> new CommandLine(new RankCommand(streams))),
                new Subcommand(
                        "patterns", PatternsCommand.class, true, () -> new CommandLine(new PatternsCommand(streams))),
                new Subcommand("plan", PlanCommand.class, true, () -> brief(new PlanCommand(streams))),
                new Subcommand("compare", CompareCommand.class, true, () -> brief(new CompareCommand(streams))),
                new Subcommand("report", ReportCommand.class, true, () -> brief(new ReportCommand(streams))),
                new Subcommand(
                        "config",
                        ConfigCommand.class,
                        false,
                        () -> new ConfigCommand(configuration, this::commandLine).commandLine()),
                new Subcommand("help", HelpCommand.class, false, () -> new CommandLine(new HelpCommand())),
                new Subcommand(
                        "generate-completion",
                        CompletionCommand.class,
                        false,
                        () -> new CommandLine(new CompletionCommand())),
                new Subcommand(
                        "generate-manual", ManualCommand.class, false, () -> new CommandLine(new ManualCommand())));
    }

    private CommandLine configure(CommandLine tool) {
        tool.getSubcommands().values().forEach(PathrankCli::giveVersion);
        tool.getSubcommands().values().forEach(this::giveSurroundings);
        return tool.setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler(this::failed);
    }

    /** Returns the same arguments with an engine chosen, if they name a command that has engines and choose none. */
    public static String[] onEngine(String engine, String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Streams silent = new Streams(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
        Subcommand command = new PathrankCli(silent).configured(words);
        if (command == null
                || command.whole().get().getCommandSpec().findOption(Engines.OPTION) == null
                || Stream.of(words)
                        .anyMatch(word -> word.equals(Engines.OPTION) || word.startsWith(Engines.OPTION + "="))) {
            return words;
        }
        return Stream.concat(
                        Stream.of(words[0], Engines.OPTION, engine),
                        Stream.of(words).skip(1))
                .toArray(String[]::new);
    }

    /** Returns a command whose help leaves out the options that it shares with {@code rank}. */
    private static CommandLine brief(Object command) {
        CommandLine line = new CommandLine(command);
        BriefHelp.shortens(line, "rank", "INPUT", "FILTER", "FOLDING", "RUN");
        return line;
    }

    private static void giveVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        if (command.getCommandSpec().findOption("--version") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-V", "--version")
                            .versionHelp(true)
                            .description("Print version information and exit.")
                            .build());
        }
    }

    private void giveSurroundings(CommandLine command) {
        for (CommandSpec mixin : command.getCommandSpec().mixins().values()) {
            if (mixin.userObject() instanceof ReadArguments arguments) {
                arguments.retries(retries);
                arguments.surroundings(surroundings);
                arguments.settings(settings);
                command.getCommandSpec().addOption(Configuration.option());
            }
        }
    }

    private static boolean isSet(String variable) {
        return !System.getenv().getOrDefault(variable, "").isEmpty();
    }

    private Ansi ansi() {
        return streams.outIsTerminal() && !surroundings.noColor() ? Ansi.ON : Ansi.OFF;
    }

    private int wrongUsage(ParameterException wrong, String[] words) {
        String message = UsageError.words(wrong) + (isPiped(wrong) ? "; to read what is piped in, add -" : "");
        return wrongUsage(settings.withOrigins(message), UsageError.helpFor(wrong));
    }

    private int wrongUsage(String message, String help) {
        messages.error(message);
        messages.summary("Try 'pathrank " + help + "'.");
        return ExitCode.USAGE.number();
    }

    /** Returns whether the sources are missing and standard input has data. */
    private boolean isPiped(ParameterException wrong) {
        try {
            return wrong instanceof MissingSourceException
                    && !streams.inIsTerminal()
                    && streams.in().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int failed(Exception failure, CommandLine command, ParseResult words) {
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED.number();
        }
        if (failure instanceof NoReportException none) {
            RunFailureText.of(none.reason()).ifPresent(messages::error);
        } else if (failure instanceof FailFastException first) {
            messages.error(RunFailureText.of(first.failed()));
            messages.error(RunFailureText.stopped());
        } else {
            messages.error(words(failure));
        }
        boolean otherOptions = failure instanceof StateException state && state.otherOptions()
                || failure instanceof OutputIsSourceException;
        return (otherOptions ? ExitCode.USAGE : ExitCode.FAILED).number();
    }

    private static String words(Throwable failure) {
        if (failure instanceof IOException io) {
            return IoFailures.reason(io);
        }
        if (failure instanceof UncheckedIOException io) {
            return String.valueOf(io.getMessage());
        }
        return isLackOfMemory(failure)
                ? "the memory of " + Runtime.getRuntime().maxMemory() / MEBIBYTE
                        + " MiB is too small; use fewer --threads, a smaller --max-inflight, or give Java more memory"
                        + " with -Xmx"
                : internal(failure);
    }

    /**
     * Returns whether memory ran out. A class whose loading it stopped is an error of its own ever after, in which only
     * words tell of the cause.
     */
    private static boolean isLackOfMemory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .anyMatch(cause -> cause.toString().contains("OutOfMemoryError"));
    }

    // A fault of this program: a report of it needs to say where it happened.
    private static String internal(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return "this is a bug in pathrank; please report it with these lines: "
                + trace.toString().strip().replaceAll("\\R\\s*", " | ");
    }

    private int unwritten(IOException failure) {
        messages.error("cannot write to standard output: " + IoFailures.reason(failure));
        return ExitCode.FAILED.number();
    }
}
