package dev.pathrank.cli.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for options that the command line does not give.
 *
 * @param file the configuration file, as messages name it; null for none
 * @param all each option at most once
 */
public record Settings(@Nullable String file, List<Setting> all) {
    /** Nothing is set. */
    public static final Settings NONE = new Settings(null, List.of());

    public Settings {
        all = List.copyOf(all);
    }

    /** Returns words with those of the settings behind the name of the command. */
    public String[] in(String... words) {
        return Stream.of(
                        Stream.of(words).limit(1),
                        all.stream().flatMap(setting -> setting.words().stream()),
                        Stream.of(words).skip(1))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** Returns the setting of an option, by its longest name. */
    public Optional<Setting> of(String option) {
        return all.stream().filter(setting -> setting.option().equals(option)).findFirst();
    }

    /** Returns a message, and where the options come from that it names, if that is not the command line. */
    public String withOrigins(String message) {
        String origins = all.stream()
                .filter(setting -> message.matches("(?s).*" + setting.option() + "(?![a-z0-9-]).*"))
                .map(setting -> setting.option() + " is set in " + setting.origin())
                .collect(Collectors.joining("; "));
        return origins.isEmpty() ? message : message + " (" + origins + ")";
    }

    /** Returns each setting with the line or the variable that it comes from. */
    public List<String> words() {
        return all.stream()
                .map(setting -> setting + " (" + setting.origin() + ")")
                .toList();
    }

    /** Returns the same on one line; nothing if there is none. */
    public Optional<String> line() {
        return all.isEmpty() ? Optional.empty() : Optional.of("settings: " + String.join(", ", words()));
    }
}
