package dev.pathrank.report.stack;

import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Reference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource, independent of the form of the document.
 *
 * @param name unique among those of its type
 * @param properties by the names of CloudFormation, in the order in which they are written; values are strings,
 *     numbers, booleans, maps, lists and {@link Deferred}s
 */
record Resource(ResourceType type, String name, Map<String, Object> properties) {
    Resource {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Returns a value that tells its ID. */
    Reference id() {
        return new Reference(type, name, Attribute.ID);
    }

    /** Returns entries in this order; that of {@link Map#of} differs from process to process. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
