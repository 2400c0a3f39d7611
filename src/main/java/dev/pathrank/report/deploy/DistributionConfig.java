package dev.pathrank.report.deploy;

import dev.pathrank.plan.route.PathWildcard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a distribution as {@code aws cloudfront get-distribution-config} prints it. Only its cache
 * behaviours are understood; everything else is kept as it is.
 *
 * @param eTag of the configuration, which the update must name; empty where the file has none
 * @param config the value of {@code DistributionConfig}
 */
public record DistributionConfig(String eTag, Map<String, @Nullable Object> config) {
    private static final String BEHAVIOURS = "CacheBehaviors";
    private static final String DEFAULT = "DefaultCacheBehavior";
    private static final String PATH = "PathPattern";
    private static final String ITEMS = "Items";

    /**
     * Reads a file: the whole answer of the command, or the configuration alone.
     *
     * @param name for messages
     * @throws IllegalArgumentException if it is none; the message says what to give
     */
    public static DistributionConfig read(String name, String text) {
        Map<String, @Nullable Object> answer;
        try {
            answer = map(JsonTree.read(text));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is no JSON: " + firstLine(e) + hint(), e);
        }
        Object inner = answer.get("DistributionConfig");
        Map<String, @Nullable Object> config = inner == null ? answer : map(inner);
        if (!(config.get(DEFAULT) instanceof Map<?, ?>) || !(config.get("Origins") instanceof Map<?, ?>)) {
            throw new IllegalArgumentException(name + " has no DefaultCacheBehavior and Origins" + hint());
        }
        return new DistributionConfig(answer.get("ETag") instanceof String tag ? tag : "", config);
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String hint() {
        return "; give what \"aws cloudfront get-distribution-config --id ID\" prints";
    }

    /** Returns a warning for each of these IDs that neither an origin nor an origin group has, sorted by ID. */
    List<String> missingOrigins(Stream<String> origins) {
        Set<String> present = Stream.of("Origins", "OriginGroups")
                .flatMap(list -> items(config.get(list)).stream())
                .map(origin -> String.valueOf(origin.get("Id")))
                .collect(Collectors.toSet());
        return origins.filter(origin -> !present.contains(origin))
                .distinct()
                .sorted()
                .map(origin -> "the distribution has no origin " + origin + "; add it first")
                .toList();
    }

    /** Returns the present behaviours but the default one, as copies, in their order. */
    List<Map<String, @Nullable Object>> behaviours() {
        return items(config.get(BEHAVIOURS));
    }

    /** Returns the paths of the present behaviours but the default one. */
    List<PathWildcard> paths() {
        return behaviours().stream().map(DistributionConfig::path).toList();
    }

    /** Returns a copy of the behaviour that all requests of a path have now, without its path pattern. */
    Map<String, @Nullable Object> behaviourOf(PathWildcard path) {
        Map<String, @Nullable Object> found = behaviours().stream()
                .filter(each -> path(each).relationTo(path).takesAll())
                .findFirst()
                .orElseGet(this::defaultBehaviour);
        found.remove(PATH);
        return found;
    }

    /** Returns a copy of the behaviour of all other paths. */
    Map<String, @Nullable Object> defaultBehaviour() {
        return map(config.get(DEFAULT));
    }

    static PathWildcard path(Map<String, @Nullable Object> behaviour) {
        String text = String.valueOf(behaviour.get(PATH));
        return new PathWildcard(text.startsWith("/") || text.startsWith("*") ? text : "/" + text);
    }

    /** Returns the whole configuration with another default behaviour and other behaviours. */
    Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> byDefault, List<Map<String, @Nullable Object>> behaviours) {
        Map<String, @Nullable Object> changed = with(behaviours);
        changed.put(DEFAULT, byDefault);
        return changed;
    }

    /** Returns the whole configuration with other behaviours. */
    Map<String, @Nullable Object> with(List<Map<String, @Nullable Object>> behaviours) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(config);
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("Quantity", behaviours.size());
        list.put(ITEMS, behaviours);
        changed.put(BEHAVIOURS, list);
        return changed;
    }

    /** Returns the items of a list as copies that may be changed; none for what is no list. */
    static List<Map<String, @Nullable Object>> items(@Nullable Object list) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (list instanceof Map<?, ?> map && map.get(ITEMS) instanceof List<?> all) {
            all.forEach(each -> items.add(map(each)));
        }
        return items;
    }

    /** Returns a copy that may be changed; empty for what is no object. */
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> copy.put(Objects.toString(key), each));
        }
        return copy;
    }
}
