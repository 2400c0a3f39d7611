package dev.pathrank.pattern.stated.routes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a JSON or YAML document, with its line. */
sealed interface DocumentNode {
    /** Returns the line at which this begins, from 1; for a value of a mapping the line of its key. */
    int line();

    /** Returns the value of a key of a mapping. */
    default Optional<DocumentNode> at(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** Returns the entries of a mapping in their order; none for other nodes. */
    default Map<String, DocumentNode> entries() {
        return Map.of();
    }

    /** Returns the items of a sequence; none for other nodes. */
    default List<DocumentNode> items() {
        return List.of();
    }

    /** Returns the text of a scalar; empty for other nodes. */
    default String text() {
        return "";
    }

    /** Returns the text of a key's value; empty where there is none. */
    default String text(String key) {
        return at(key).map(DocumentNode::text).orElse("");
    }

    /** Keys with their values. */
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

    /** A text, a number or a boolean; null is the empty text. */
    record Scalar(int line, String text) implements DocumentNode {}
}
