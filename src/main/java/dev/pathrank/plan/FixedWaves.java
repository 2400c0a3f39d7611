package dev.pathrank.plan;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.tally.EndpointStats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The waves that the user fixed, from lines such as {@code 1 GET /user/<id>}.
 *
 * @param waveByEndpoint wave number by method, a space and the pattern without the names of its placeholders
 */
public record FixedWaves(Map<String, Integer> waveByEndpoint) {
    /** Nothing is fixed. */
    public static final FixedWaves NONE = new FixedWaves(Map.of());

    private static final Pattern LINE = Pattern.compile("(\\d{1,4})[\\s,;]+([A-Za-z]+)[\\s,;]+(/\\S*)");

    public FixedWaves {
        waveByEndpoint = Map.copyOf(waveByEndpoint);
    }

    /**
     * Reads a file. Empty lines and those that begin with {@code #} do not count.
     *
     * @param name for messages
     * @throws IllegalArgumentException if a line is of another form; the message names it
     */
    public static FixedWaves read(String name, String text) {
        Map<String, Integer> waves = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
                throw new IllegalArgumentException("--waves " + name + " line " + number + ": \"" + line.strip()
                        + "\" is not a wave number and an endpoint; write a line such as \"1 GET /user/<id>\"");
            }
            String endpoint = matcher.group(2).toUpperCase(Locale.ROOT) + " " + matcher.group(3);
            if (waves.put(PlaceholderStyle.withoutNames(endpoint), Integer.valueOf(matcher.group(1))) != null) {
                throw new IllegalArgumentException(
                        "--waves " + name + " line " + number + ": " + endpoint + " is listed twice; keep one line");
            }
        }
        return new FixedWaves(waves);
    }

    /**
     * Returns the fixed endpoints that are not among these, by method and pattern without the names of placeholders.
     */
    List<String> without(List<EndpointStats> moving) {
        Set<String> known = moving.stream()
                .map(stats -> PlaceholderStyle.withoutNames(stats.method() + " " + stats.pattern()))
                .collect(Collectors.toSet());
        return waveByEndpoint.keySet().stream()
                .filter(endpoint -> !known.contains(endpoint))
                .sorted()
                .toList();
    }

    /** Returns the wave that the user fixed for an endpoint; empty where there is none. */
    OptionalInt wave(String method, String pattern) {
        Integer wave = waveByEndpoint.get(PlaceholderStyle.withoutNames(method + " " + pattern));
        return wave == null ? OptionalInt.empty() : OptionalInt.of(wave);
    }

    /** Returns the numbers that are used, ascending. */
    SortedSet<Integer> numbers() {
        return new TreeSet<>(waveByEndpoint.values());
    }
}
