package dev.pathrank.report.stack;

import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The logical IDs of a template: letters and digits only, by CloudFormation's rule, so {@code api-user-id} becomes
 * {@code ApiUserId}. Those of what moves first are given first, so that an ID stays the same from wave to wave.
 */
final class LogicalIds {
    /** What SAM adds to the ID of a function for what it brings along. */
    private static final String ROLE = "Role";

    private static final String URL = "Url";

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param all what is deployed when all waves have moved */
    LogicalIds(Deployment all) {
        all.functions().forEach(group -> group.resources().forEach(this::add));
        all.groups().forEach(group -> group.resources().forEach(this::add));
    }

    private void add(Resource resource) {
        ids.computeIfAbsent(key(resource.type(), resource.name()), key -> switch (resource.type()) {
            case FUNCTION -> unique(of(resource.name()));
            case ROLE -> ofFunction(resource) + ROLE;
            case FUNCTION_URL -> ofFunction(resource) + URL;
            default -> unique(resource.type().prefix() + of(resource.name()));
        });
    }

    private String ofFunction(Resource resource) {
        return of(new Reference(ResourceType.FUNCTION, resource.name(), Attribute.ID));
    }

    private String unique(String wanted) {
        String id = wanted.endsWith(ROLE) || wanted.endsWith(URL) ? wanted + "Function" : wanted;
        String unique = id;
        for (int number = 2; !taken.add(unique); number++) {
            unique = id + "N" + number;
        }
        return unique;
    }

    private static String key(ResourceType type, String name) {
        return type + " " + name;
    }

    /** Returns a name as an ID. */
    static String of(String name) {
        StringBuilder id = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    String of(Resource resource) {
        return of(resource.id());
    }

    String of(Reference reference) {
        return Objects.requireNonNull(ids.get(key(reference.type(), reference.name())), reference::toString);
    }

    /** Lets an ID end in a text, so that another text makes another resource. */
    void mark(ResourceType type, String name, String text) {
        ids.computeIfPresent(key(type, name), (key, id) -> type.prefix() + of(name) + text);
    }
}
