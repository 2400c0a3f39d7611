package dev.pathrank.cli.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The settings of a run, from the configuration file and the environment. The command line goes before the environment,
 * and that before the file.
 */
public final class Configuration {
    static final String KEY = "config";
    private static final String OPTION = "--" + KEY;

    private final ConfigPlaces places;
    private final List<String> commands;
    private final Function<String[], CommandLine> tool;

    /**
     * @param commands names of the commands that have settings
     * @param tool makes the command line that parses some words, with the command that they name
     */
    public Configuration(ConfigPlaces places, List<String> commands, Function<String[], CommandLine> tool) {
        this.places = places;
        this.commands = List.copyOf(commands);
        this.tool = tool;
    }

    /** Returns the names of the commands that have settings. */
    public List<String> commands() {
        return commands;
    }

    /** Returns the option that names the file, for each command. */
    public static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .paramLabel("FILE")
                .type(Path.class)
                .description("Take options from FILE. Default: " + ConfigPlaces.FILE + " here or above.")
                .build();
    }

    /**
     * Returns the settings for the command that some words name. A command line that is wrong has none, since it ends
     * with a message of its own.
     *
     * @throws ConfigException if the file or a variable cannot be used
     */
    public Settings settings(String... words) {
        if (words.length == 0 || !commands.contains(words[0])) {
            return Settings.NONE;
        }
        checkOtherVariables(words[0]);
        Map<String, String> variables = SettingReader.variables(words[0], places.environment());
        boolean named = variables.containsKey(KEY) || Stream.of(words).anyMatch(word -> word.startsWith(OPTION));
        Path found = named ? null : places.find();
        if (!named && found == null && variables.isEmpty()) {
            return Settings.NONE;
        }
        ParseResult given = parsed(words);
        return given == null || given.isUsageHelpRequested() || given.isVersionHelpRequested()
                ? Settings.NONE
                : settings(given, variables, found);
    }

    private @Nullable ParseResult parsed(String... words) {
        try {
            return tool.apply(words).parseArgs(words).subcommand();
        } catch (ParameterException e) {
            return null;
        }
    }

    private Settings settings(ParseResult given, Map<String, String> variables, @Nullable Path found) {
        String variable = variables.remove(KEY);
        Path named = given.matchedOptionValue(OPTION, variable == null ? null : Path.of(variable));
        Path path = named == null ? found : named;
        SettingReader reader = new SettingReader(given.commandSpec());
        Map<String, Setting> settings = new LinkedHashMap<>();
        ConfigFile file = path == null
                ? null
                : ConfigFile.read(path, named == null ? name(path) : path.toString(), named != null);
        if (file != null) {
            settings.putAll(reader.of(file));
            checkOthers(file, given.commandSpec().name());
        }
        reader.override(settings, variables);
        settings.keySet().removeIf(given::hasMatchedOption);
        return new Settings(file == null ? null : file.name(), List.copyOf(settings.values()));
    }

    /** Fails where a section that this run does not use is wrong; a slip should not wait for the other command. */
    private void checkOthers(ConfigFile file, String command) {
        Map<String, Integer> sections = new LinkedHashMap<>();
        file.entries().forEach(entry -> sections.putIfAbsent(entry.section(), entry.line()));
        sections.remove(command);
        sections.forEach((section, line) -> {
            if (!commands.contains(section)) {
                throw new ConfigException(file.place(line) + ": [" + section
                        + "] is not a command with options; the sections are [" + String.join("], [", commands) + "]");
            }
            reader(section).of(file);
        });
    }

    /** Fails where a variable for another command names no option of it. */
    private void checkOtherVariables(String command) {
        for (String other : commands) {
            Map<String, String> variables = SettingReader.variables(other, places.environment());
            variables.remove(KEY);
            if (!other.equals(command) && !variables.isEmpty()) {
                reader(other).requireKnown(variables.keySet());
            }
        }
    }

    private SettingReader reader(String command) {
        CommandLine line = Objects.requireNonNull(
                tool.apply(new String[] {command}).getSubcommands().get(command));
        return new SettingReader(line.getCommandSpec());
    }

    /** Returns a path as seen from the working folder, if it lies there or in one of the three folders above. */
    private String name(Path path) {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder != null
                        && places.folder().startsWith(folder)
                        && places.folder().getNameCount() - folder.getNameCount() <= 3
                ? places.folder().relativize(absolute).toString()
                : path.toString();
    }
}
