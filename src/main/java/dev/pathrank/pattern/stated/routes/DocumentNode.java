package dev.pathrank.pattern.stated.routes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JSON or YAML document holds, each part with its line. */
sealed interface DocumentNode {
    /** Where it begins, from 1; for a value in a mapping the line of its key. */
    int line();

    /** The value of a key of a mapping. */
    default Optional<DocumentNode> at(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The values of a mapping in their order; of anything else, none. */
    default Map<String, DocumentNode> entries() {
        return Map.of();
    }

    /** The items of a sequence; of anything else, none. */
    default List<DocumentNode> items() {
        return List.of();
    }

    /** The text of a scalar; of anything else, the empty one. */
    default String text() {
        return "";
    }

    /** The text below a key, or the empty one. */
    default String text(String key) {
        return at(key).map(DocumentNode::text).orElse("");
    }

    /** Keys with values. */
    record Mapping(int line, Map<String, DocumentNode> entries) implements DocumentNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A list. */
    record Sequence(int line, List<DocumentNode> items) implements DocumentNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A text, a number or a truth value; null is the empty text. */
    record Scalar(int line, String text) implements DocumentNode {}
}
