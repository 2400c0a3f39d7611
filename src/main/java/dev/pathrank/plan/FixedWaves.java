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
 * @param written the same endpoints as the user wrote them
 */
public record FixedWaves(Map<String, Integer> waveByEndpoint, Map<String, String> written) {
    /** Nothing is fixed. */
    public static final FixedWaves NONE = new FixedWaves(Map.of(), Map.of());

    private static final Pattern LINE = Pattern.compile("(\\d{1,4})[\\s,;]+([A-Za-z]+)[\\s,;]+(/\\S*)");

    public FixedWaves {
        waveByEndpoint = Map.copyOf(waveByEndpoint);
        written = Map.copyOf(written);
    }

    /**
     * Reads a file. Empty lines and those that begin with {@code #} do not count.
     *
     * @param name for messages
     * @throws IllegalArgumentException if a line is of another form; the message names it
     */
    public static FixedWaves read(String name, String text) {
        Map<String, Integer> waves = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
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
            String method = matcher.group(2).toUpperCase(Locale.ROOT);
            String endpoint = method + " " + matcher.group(3);
            String key = key(method, matcher.group(3));
            if (waves.put(key, Integer.valueOf(matcher.group(1))) != null) {
                throw new IllegalArgumentException(
                        "--waves " + name + " line " + number + ": " + endpoint + " is listed twice; keep one line");
            }
            written.put(key, endpoint);
        }
        return new FixedWaves(waves, written);
    }

    private static String key(String method, String pattern) {
        return method + " " + PlaceholderStyle.withoutNames(pattern);
    }

    /** Returns the fixed endpoints that are not among these, as they were written. */
    List<String> without(List<EndpointStats> moving) {
        Set<String> known = moving.stream()
                .map(stats -> key(stats.method(), stats.pattern()))
                .collect(Collectors.toSet());
        return written.entrySet().stream()
                .filter(each -> !known.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** Returns the wave that the user fixed for an endpoint; empty where there is none. */
    OptionalInt wave(String method, String pattern) {
        Integer wave = waveByEndpoint.get(key(method, pattern));
        return wave == null ? OptionalInt.empty() : OptionalInt.of(wave);
    }

    /** Returns the numbers that are used, ascending. */
    SortedSet<Integer> numbers() {
        return new TreeSet<>(waveByEndpoint.values());
    }
}
