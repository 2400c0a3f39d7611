package dev.pathrank.report.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resources that stand in one file: a function and what it needs, an API, or what the whole service has once.
 *
 * @param name of the function or API
 * @param outputs what is printed after deploying, by the ID of an origin
 */
record ResourceGroup(String name, List<Resource> resources, Map<String, Output> outputs) {
    ResourceGroup {
        resources = List.copyOf(resources);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** A value to print, with what it is. */
    record Output(String description, Deferred value) {}
}
