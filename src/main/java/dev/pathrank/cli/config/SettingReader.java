package dev.pathrank.cli.config;

import dev.pathrank.text.Suggestions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reader of the settings of one command: what it refuses, names the line or the variable. */
final class SettingReader {
    private static final String PREFIX = "PATHRANK_";

    /** Keys of options that write, or that decide whom requests and credentials are sent to. */
    private static final Set<String> UNTRUSTED = Set.of(
            "output",
            "save",
            "state",
            "endpoint-url",
            "profile",
            "summary",
            "rejects",
            "out",
            "tmp-dir",
            "request-payer");

    /** Options that take a file where they take a word, too. */
    private static final Set<String> MAY_BE_FILES = Set.of("quotas", "state");

    private final String command;
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    SettingReader(CommandSpec spec) {
        command = spec.name();
        for (OptionSpec option : spec.options()) {
            String key = key(option);
            if (!option.usageHelp() && !option.versionHelp() && !key.equals(Configuration.KEY)) {
                options.put(key, option);
            }
        }
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** Returns the variables that are set for the options of a command, by the option's key, and sorted. */
    static Map<String, String> variables(String command, Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(variable(command, "")) && !value.isEmpty()) {
                String key = name.substring(variable(command, "").length());
                variables.put(key.toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        });
        return variables;
    }

    private static String variable(String command, String key) {
        return (PREFIX + command + "_" + key).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Reads the sections of a file that are meant for this command.
     *
     * @throws ConfigException if a key is unknown, may not be set there, or has a value of the wrong type
     */
    Map<String, Setting> of(ConfigFile file) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (ConfigEntry entry : file.entries()) {
            if (entry.section().equals(command)) {
                Setting setting = of(file, entry);
                if (setting != null) {
                    settings.put(setting.option(), setting);
                }
            }
        }
        return settings;
    }

    private @Nullable Setting of(ConfigFile file, ConfigEntry entry) {
        String place = file.place(entry.line());
        OptionSpec option = options.get(entry.key());
        if (option == null) {
            throw new ConfigException(
                    place + ": unknown key \"" + entry.key() + "\" in [" + command + "]" + meant(entry.key(), ""));
        }
        if (!file.named() && UNTRUSTED.contains(entry.key())) {
            throw new ConfigException(place + ": " + entry.key() + " may not be set in a file that was found, as it may"
                    + " be somebody else's; use " + option.longestName() + ", " + variable(command, entry.key())
                    + ", or name the file with --config");
        }
        if (entry.list() && !option.isMultiValue()) {
            throw new ConfigException(place + ": " + entry.key() + " takes one value, not a list");
        }
        List<String> values = entry.values().stream()
                .map(value -> isFile(option, value) ? inFolder(file.path(), value) : value)
                .toList();
        return setting(option, values, place, entry.key());
    }

    /** @throws ConfigException if one of the variables with these keys is for no option */
    void requireKnown(Set<String> keys) {
        for (String key : keys) {
            if (!options.containsKey(key)) {
                throw new ConfigException(variable(command, key) + ": pathrank " + command + " has no --" + key
                        + meant(key, variable(command, "")));
            }
        }
    }

    /** Reads the variables; a flag that is {@code false} takes a setting away. */
    void override(Map<String, Setting> settings, Map<String, String> variables) {
        requireKnown(variables.keySet());
        variables.forEach((key, value) -> {
            String variable = variable(command, key);
            OptionSpec option = Objects.requireNonNull(options.get(key));
            List<String> values = option.isMultiValue() ? value.lines().toList() : List.of(value);
            Setting setting = setting(option, values, variable, variable);
            if (setting == null) {
                settings.remove(option.longestName());
            } else {
                settings.put(option.longestName(), setting);
            }
        });
    }

    /** Returns null for a flag that is off and for an empty list. */
    private static @Nullable Setting setting(OptionSpec option, List<String> values, String origin, String name) {
        if (option.arity().max() > 0) {
            return values.isEmpty() ? null : new Setting(option.longestName(), values, origin);
        }
        String value = values.size() == 1 ? values.get(0) : "";
        if (!value.equals("true") && !value.equals("false")) {
            throw new ConfigException((origin.equals(name) ? origin : origin + ": " + name) + " must be true or false");
        }
        return value.equals("true") ? new Setting(option.longestName(), List.of(), origin) : null;
    }

    /** Returns the end of a message that offers what was probably meant. */
    private String meant(String key, String prefix) {
        List<String> nearest = Suggestions.nearest(key, List.copyOf(options.keySet()));
        if (nearest.isEmpty()) {
            return "; pathrank " + command + " --help lists the options";
        }
        String name = nearest.get(0);
        return ". Did you mean "
                + (prefix.isEmpty()
                        ? name
                        : prefix + name.toUpperCase(Locale.ROOT).replace('-', '_')) + "?";
    }

    static boolean isFile(OptionSpec option, String value) {
        boolean path = option.typeInfo().getType() == Path.class
                || option.typeInfo().getAuxiliaryTypes().length > 0
                        && option.typeInfo().getAuxiliaryTypes()[0] == Path.class;
        boolean perhaps = MAY_BE_FILES.contains(key(option)) && value.matches(".*[./\\\\].*");
        return path && !value.equals("-") || perhaps && !value.contains("://");
    }

    /** Returns a file that the configuration file names, as seen from the working folder. */
    private static String inFolder(Path config, String value) {
        Path here = Path.of("").toAbsolutePath();
        Path folder = config.toAbsolutePath().getParent();
        if (value.isEmpty() || folder == null || folder.equals(here)) {
            return value;
        }
        Path file = folder.resolve(value).normalize();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
