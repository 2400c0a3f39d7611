package dev.pathrank.report.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.pattern.stated.MatchNode;
import dev.pathrank.report.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of a KeyValueStore in which the router walks the trees of patterns. A value holds a node and as
 * much below it as fits; what does not fit has a key of its own, and equal parts have one key. A node with very many
 * literals has them spread over several keys by a hash of their text.
 */
final class RouterStore {
    /** The longest value, 1 KB (Amazon CloudFront developer guide, "Quotas on key value stores", 2026). */
    static final int MOST_VALUE = 1024;

    /** The most bytes of a pattern with its methods, and of both with their routes, that surely fit into a value. */
    static final int MOST_END = 900;

    /** What a bucket holds on average, so that few of them must put what follows under keys. */
    private static final int BUCKET = 700;

    /** Bytes of a reference with the signs around it. */
    private static final int REFERENCE = 12;

    private static final int PRIME = 1_000_003;
    private static final MatchNode NOTHING = new MatchNode(null, List.of(), List.of());

    private final Map<String, Map<String, Route>> routes;
    private final Map<String, String> names;
    private final Map<String, String> spread = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Packed> keys = new HashMap<>();

    /**
     * Where the calls of a method go.
     *
     * @param wave from which on they go there
     * @param origin its ID in the distribution
     */
    record Route(int wave, String origin) {}

    /**
     * A part of the tree.
     *
     * @param json the part, or the key that holds it as a JSON text
     * @param reads the most keys that a request reads below it
     * @param open whether requests may go on below it
     */
    private record Packed(String json, int reads, boolean open) {}

    /** A segment of a node with what follows it, which may be put under a key. */
    private static final class Item {
        private final MatchNode.Branch branch;
        private Packed next;

        Item(MatchNode.Branch branch, Packed next) {
            this.branch = branch;
            this.next = next;
        }

        int size() {
            return next.json.startsWith("\"") ? 0 : bytes(next.json);
        }
    }

    /**
     * @param routes by pattern in printed form and method
     * @param names how the plan writes a pattern, where it is not the printed form
     */
    RouterStore(Map<String, Map<String, Route>> routes, Map<String, String> names) {
        this.routes = routes;
        this.names = names;
    }

    /** Returns whether a pattern and its methods fit into a value. */
    static boolean fits(String pattern, Collection<String> methods) {
        // The methods stand there a second time if their routes do not fit beside them.
        return bytes(pattern) + 2 * bytes(String.join(" ", methods)) <= MOST_END;
    }

    /** Returns the values by key. */
    Map<String, String> values() {
        return values;
    }

    /** Puts a value under a key. */
    void put(String key, String value) {
        values.put(key, value);
    }

    /**
     * Puts a tree under a key.
     *
     * @return the most keys that a request reads in it
     */
    int put(String key, MatchNode root) {
        Packed packed = packed(root);
        values.put(key, packed.json);
        return packed.reads + 1;
    }

    private Packed packed(MatchNode node) {
        List<Item> items = new ArrayList<>();
        node.branches().forEach(branch -> items.add(new Item(branch, packed(branch.next()))));
        return packed(node, items);
    }

    private Packed packed(MatchNode node, List<Item> items) {
        List<Item> literals =
                items.stream().filter(item -> item.branch.isLiteral()).toList();
        List<Item> placeholders =
                items.stream().filter(item -> !item.branch.isLiteral()).toList();
        Buckets buckets = areMany(literals) ? buckets(literals) : null;
        List<Item> inside = buckets == null ? literals : List.of();
        String json =
                shrunk(buckets == null ? items : placeholders, () -> node(node, inside, placeholders, buckets, null));
        List<Item> own = placeholders;
        Packed more = null;
        while (bytes(json) > MOST_VALUE && own.size() > 1) {
            own = own.subList(0, own.size() / 2);
            more = underKey(packed(NOTHING, placeholders.subList(own.size(), placeholders.size())));
            json = node(node, inside, own, buckets, more);
        }
        if (bytes(json) > MOST_VALUE) {
            throw new IllegalStateException("a node of " + bytes(json) + " bytes: " + json);
        }
        int reads = reads(literals, placeholders) + (buckets == null ? 0 : 1) + (more == null ? 0 : more.reads);
        return new Packed(json, reads, !items.isEmpty());
    }

    /**
     * Returns whether literals would not fit into the value of their node even if nothing of what follows were in it.
     */
    private static boolean areMany(List<Item> literals) {
        return literals.stream()
                        .mapToInt(item -> bytes(item.branch.texts().get(0)) + REFERENCE)
                        .sum()
                > MOST_VALUE / 2;
    }

    /** Makes a value; puts what follows the largest items under keys until it fits. */
    private String shrunk(List<Item> items, Supplier<String> value) {
        String json = value.get();
        while (bytes(json) > MOST_VALUE) {
            Item largest = null;
            for (Item item : items) {
                largest = largest == null || item.size() > largest.size() ? item : largest;
            }
            if (largest == null || largest.size() == 0) {
                return json;
            }
            largest.next = underKey(largest.next);
            json = value.get();
        }
        return json;
    }

    /** Returns a reference to a part; equal parts have one key. */
    private Packed underKey(Packed part) {
        return keys.computeIfAbsent(part.json, json -> {
            String key = "n" + (keys.size() + 1);
            values.put(key, json);
            return new Packed("\"" + key + "\"", part.reads + 1, part.open);
        });
    }

    /** Spreads literals over as few keys as hold them. */
    private Buckets buckets(List<Item> literals) {
        int size = literals.stream()
                .mapToInt(item -> bytes(item.branch.texts().get(0)) + bytes(item.next.json) + 4)
                .sum();
        for (int count = 1 + size / BUCKET; ; count *= 2) {
            List<List<Item>> spread = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                spread.add(new ArrayList<>());
            }
            for (Item item : literals) {
                spread.get(hash(item.branch.texts().get(0)) % count).add(item);
            }
            List<String> texts = new ArrayList<>();
            for (List<Item> bucket : spread) {
                texts.add(shrunk(bucket, () -> json(out -> literals(bucket, out))));
            }
            if (texts.stream().allMatch(text -> bytes(text) <= MOST_VALUE)) {
                String key = "b" + (values.size() + 1);
                for (int i = 0; i < count; i++) {
                    values.put(key + "." + i, texts.get(i));
                }
                return new Buckets(key, count);
            }
        }
    }

    private record Buckets(String key, int count) {}

    /** Returns the hash by which the router finds the key of a literal; the same as in {@code router.js}. */
    static int hash(String text) {
        long sum = 7;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum * 31 + text.charAt(i)) % PRIME;
        }
        return (int) (sum * 435_767 % PRIME);
    }

    private static int reads(List<Item> literals, List<Item> placeholders) {
        return literals.stream().mapToInt(item -> item.next.reads).max().orElse(0)
                + placeholders.stream().mapToInt(item -> item.next.reads).sum();
    }

    private interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private static String json(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.generator(text)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("no text", e);
        }
        return text.toString();
    }

    private String node(
            MatchNode node,
            List<Item> literals,
            List<Item> placeholders,
            @Nullable Buckets buckets,
            @Nullable Packed more) {
        return json(out -> {
            out.writeStartObject();
            if (node.pattern() != null) {
                out.writeFieldName("e");
                end(node.pattern(), node.methods(), out);
            }
            if (!literals.isEmpty()) {
                out.writeFieldName("l");
                literals(literals, out);
            }
            if (buckets != null) {
                out.writeStringField("b", buckets.key());
                out.writeNumberField("n", buckets.count());
            }
            if (!placeholders.isEmpty()) {
                out.writeFieldName("p");
                placeholders(placeholders, out);
            }
            if (more != null) {
                out.writeFieldName("m");
                out.writeRawValue(more.json);
            }
            out.writeEndObject();
        });
    }

    private void end(String pattern, List<String> methods, JsonGenerator out) throws IOException {
        String name = names.getOrDefault(pattern, pattern);
        String all = String.join(" ", methods);
        Map<String, Route> moved = routes.getOrDefault(pattern, Map.of());
        out.writeStartArray();
        out.writeString(name);
        out.writeString(all);
        if (!moved.isEmpty()) {
            String inside = json(json -> routes(moved, json));
            if (bytes(name) + bytes(all) + bytes(inside) <= MOST_END) {
                out.writeRawValue(inside);
            } else {
                out.writeString(spread(pattern, moved) + " " + String.join(" ", moved.keySet()));
            }
        }
        out.writeEndArray();
    }

    private static void routes(Map<String, Route> moved, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Route> each : moved.entrySet()) {
            out.writeFieldName(each.getKey());
            route(each.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void route(Route route, JsonGenerator out) throws IOException {
        out.writeStartArray();
        out.writeNumber(route.wave());
        out.writeString(route.origin());
        out.writeEndArray();
    }

    /** Puts the route of each method under a key of its own, as too many move; returns what the keys begin with. */
    private String spread(String pattern, Map<String, Route> moved) {
        String key = spread.computeIfAbsent(pattern, each -> "r" + (spread.size() + 1));
        moved.forEach((method, route) -> values.put(key + "." + method, json(json -> route(route, json))));
        return key;
    }

    private static void literals(List<Item> literals, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Item item : literals) {
            out.writeFieldName(item.branch.texts().get(0));
            out.writeRawValue(item.next.json);
        }
        out.writeEndObject();
    }

    private static void placeholders(List<Item> placeholders, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Item item : placeholders) {
            out.writeStartArray();
            out.writeStartArray();
            for (String text : item.branch.texts()) {
                out.writeString(text);
            }
            out.writeEndArray();
            out.writeNumber(!item.branch.rest() ? 0 : item.next.open ? 1 : 2);
            out.writeRawValue(item.next.json);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
