package dev.pathrank.report.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What one file of a template holds.
 *
 * @param name of the file without its ending; empty for the main one
 * @param functions whether it holds functions alone, which other parts refer to
 */
record StackPart(String name, boolean functions, List<ResourceGroup> groups) {
    /** Resources of one template (AWS CloudFormation user guide, "Quotas", 2026). */
    static final int MOST_RESOURCES = 500;

    StackPart {
        groups = List.copyOf(groups);
    }

    /**
     * Divides what is deployed into files of at most {@value #MOST_RESOURCES} resources. All waves decide, so that a
     * resource has the same file in the documents of all waves: moved between templates it would be made anew.
     *
     * @param all what is deployed when all waves have moved
     * @param now what is deployed now
     * @param count resources that a form makes of one
     * @return the main part first; one only if all of it fits
     */
    static List<StackPart> of(Deployment all, Deployment now, ToIntFunction<Resource> count) {
        if (sum(all.groups(), count) <= MOST_RESOURCES) {
            return List.of(new StackPart("", false, now.groups()));
        }
        Map<String, String> places = new HashMap<>();
        int file = 0;
        int used = MOST_RESOURCES;
        for (ResourceGroup group : all.functions()) {
            int size = sum(List.of(group), count);
            if (used + size > MOST_RESOURCES) {
                file++;
                used = 0;
            }
            used += size;
            places.put(group.name(), "functions-" + file);
        }
        Map<String, List<ResourceGroup>> parts = new LinkedHashMap<>();
        parts.put("", List.of(now.service()));
        for (ResourceGroup group : now.functions()) {
            parts.computeIfAbsent(places.getOrDefault(group.name(), ""), name -> new ArrayList<>())
                    .add(group);
        }
        now.apis().forEach(group -> parts.put(group.name(), List.of(group)));
        return parts.entrySet().stream()
                .map(part -> new StackPart(part.getKey(), places.containsValue(part.getKey()), part.getValue()))
                .collect(Collectors.toList());
    }

    private static int sum(List<ResourceGroup> groups, ToIntFunction<Resource> count) {
        return groups.stream()
                .flatMap(group -> group.resources().stream())
                .mapToInt(count)
                .sum();
    }

    /** Returns whether it is the main part. */
    boolean isMain() {
        return name.isEmpty();
    }

    /** Returns all resources. */
    List<Resource> resources() {
        return groups.stream().flatMap(group -> group.resources().stream()).toList();
    }
}
