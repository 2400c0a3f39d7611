package dev.pathrank.report.deploy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.plan.route.PathWildcard.Relation;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.BehaviourList.Behaviour;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cache behaviours in JSON: the part {@code CacheBehaviors} of a {@code DistributionConfig}, or, merged into a present
 * configuration, the whole of it.
 */
final class BehavioursDocument {
    /** Managed policies of CloudFront by their IDs, which are the same in every account. */
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    static final String REQUEST_POLICY = "OriginRequestPolicyId";

    /** The three sets of methods that CloudFront allows; the first that holds all is taken. */
    private static final List<List<String>> METHODS = List.of(
            List.of("HEAD", "GET"),
            List.of("HEAD", "GET", "OPTIONS"),
            List.of("HEAD", "DELETE", "POST", "GET", "OPTIONS", "PUT", "PATCH"));

    private final List<String> warnings = new ArrayList<>();

    private BehavioursDocument() {}

    /** @param present the configuration that they are merged into; null for none */
    static DocumentNotes write(Plan plan, List<PlannedEndpoint> moved, @Nullable DistributionConfig present, Writer out)
            throws IOException {
        BehavioursDocument document = new BehavioursDocument();
        boolean byFunction = plan.options().waves().choice() == SwitchChoice.FUNCTION;
        if (byFunction && present != null) {
            Map<String, @Nullable Object> content = RouterAssociations.in(present, plan, moved, document.warnings);
            document.sayHowToDeploy(present);
            write(content, out);
            return new DocumentNotes(
                    moved.stream()
                            .filter(row -> !row.target().target().isLambda())
                            .map(PlanDocument::otherTarget)
                            .toList(),
                    document.warnings);
        }
        BehaviourList behaviours = BehaviourList.of(plan, moved, present == null ? List.of() : present.paths());
        if (byFunction) {
            document.warnings.add(
                    "the plan moves methods apart, which a behaviour cannot; plan with --switch behaviours, or give"
                            + " --distribution-config FILE to associate the router of --emit cloudfront-function");
        }
        document.warnings.addAll(behaviours.warnings());
        if (present == null && behaviours.items().stream().anyMatch(item -> !item.isNew())) {
            document.warnings.add("behaviours that keep paths at the present origin cache nothing; with"
                    + " --distribution-config FILE they keep the cache that they have");
        }
        Map<String, @Nullable Object> content = present == null
                ? Map.of("CacheBehaviors", document.alone(behaviours.items()))
                : present.with(document.merged(behaviours.items(), present));
        write(content, out);
        return new DocumentNotes(behaviours.leftOut(), document.warnings);
    }

    private static void write(Map<String, @Nullable Object> content, Writer out) throws IOException {
        // Not closed: after a failed write that would complete the document and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.longLayout());
        JsonTree.write(content, json);
        json.writeRaw('\n');
        json.flush();
    }

    private void sayHowToDeploy(DistributionConfig present) {
        warnings.add("deploy it with: aws cloudfront update-distribution --id ID --distribution-config file://FILE"
                + (present.eTag().isEmpty() ? "" : " --if-match " + present.eTag()));
    }

    private Map<String, @Nullable Object> alone(List<Behaviour> items) {
        List<Map<String, @Nullable Object>> written = new ArrayList<>();
        for (Behaviour item : items) {
            if (item.isNew() && isCached(item)) {
                warnings.add("CloudFront answers part of " + item.names()
                        + " from its cache; this behaviour caches nothing until you give it the present cache policy");
            }
            Map<String, @Nullable Object> behaviour = new LinkedHashMap<>();
            behaviour.put("PathPattern", item.path().text());
            behaviour.put("TargetOriginId", item.origin());
            behaviour.put("ViewerProtocolPolicy", "allow-all");
            behaviour.put("AllowedMethods", allowed(item.methods(), METHODS.get(0)));
            behaviour.put("Compress", true);
            behaviour.put("CachePolicyId", CACHING_DISABLED);
            behaviour.put(REQUEST_POLICY, item.isNew() ? ALL_VIEWER_EXCEPT_HOST : ALL_VIEWER);
            written.add(behaviour);
        }
        return list(written);
    }

    private static boolean isCached(Behaviour item) {
        return item.endpoints().stream()
                .anyMatch(row ->
                        row.ranked().stats().calls() > row.ranked().stats().originCalls());
    }

    /** Returns the present behaviours with the new ones, each before the first that would take its paths. */
    private List<Map<String, @Nullable Object>> merged(List<Behaviour> items, DistributionConfig present) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(present.behaviours());
        for (int at = items.size() - 1; at >= 0; at--) {
            insert(items.get(at), present, all);
        }
        items.stream().filter(Behaviour::isNew).forEach(item -> warnOfWhatKeeps(item, items, present));
        warnings.addAll(
                present.missingOrigins(items.stream().filter(Behaviour::isNew).map(Behaviour::origin)));
        sayHowToDeploy(present);
        return all;
    }

    /** A present behaviour for a part of what a new one takes stays before it, and keeps that part where it is. */
    private void warnOfWhatKeeps(Behaviour item, List<Behaviour> items, DistributionConfig present) {
        for (Map<String, @Nullable Object> each : present.behaviours()) {
            PathWildcard path = DistributionConfig.path(each);
            String origin = String.valueOf(each.get("TargetOriginId"));
            if (path.relationTo(item.path()) == Relation.TAKEN
                    && !origin.equals(item.origin())
                    && items.stream().noneMatch(other -> other.path().equals(path))) {
                warnings.add("the present behaviour " + path.text() + " comes before "
                        + item.path().text() + " and keeps its paths at " + origin
                        + "; change or remove it if they move too");
            }
        }
    }

    private void insert(Behaviour item, DistributionConfig present, List<Map<String, @Nullable Object>> all) {
        int at = 0;
        Relation relation = Relation.TAKES_NONE;
        for (; at < all.size(); at++) {
            relation = DistributionConfig.path(all.get(at)).relationTo(item.path());
            if (relation.takesAll() || relation == Relation.TAKES_SOME) {
                break;
            }
        }
        if (at < all.size() && relation == Relation.SAME) {
            if (!item.isNew()) {
                return;
            }
            all.remove(at);
        }
        for (Map<String, @Nullable Object> later : all.subList(Math.min(at, all.size()), all.size())) {
            PathWildcard path = DistributionConfig.path(later);
            if (item.isNew() && item.path().relationTo(path) == Relation.TAKES_ALL) {
                warnings.add(item.path().text() + " comes before the present behaviour " + path.text()
                        + " and takes its paths");
            }
        }
        all.add(at, behaviour(item, present));
    }

    private Map<String, @Nullable Object> behaviour(Behaviour item, DistributionConfig present) {
        Map<String, @Nullable Object> behaviour = new LinkedHashMap<>();
        behaviour.put("PathPattern", item.path().text());
        behaviour.putAll(present.behaviourOf(item.path()));
        if (!item.isNew()) {
            return behaviour;
        }
        behaviour.put("TargetOriginId", item.origin());
        if (ALL_VIEWER.equals(behaviour.get(REQUEST_POLICY))) {
            behaviour.put(REQUEST_POLICY, ALL_VIEWER_EXCEPT_HOST);
        } else if (behaviour.get("ForwardedValues") != null || behaviour.get(REQUEST_POLICY) != null) {
            warnings.add(
                    item.path().text() + " keeps the present policies: they must not forward Host to " + item.origin());
        }
        allow(behaviour, item.methods());
        return behaviour;
    }

    /** Lets a behaviour allow more methods. */
    static void allow(Map<String, @Nullable Object> behaviour, Set<String> called) {
        Set<String> methods = new TreeSet<>(called);
        List<String> cached = METHODS.get(0);
        if (behaviour.get("AllowedMethods") instanceof Map<?, ?> allowed
                && allowed.get("Items") instanceof List<?> now) {
            now.forEach(method -> methods.add(String.valueOf(method)));
            if (allowed.get("CachedMethods") instanceof Map<?, ?> list && list.get("Items") instanceof List<?> them) {
                cached = them.stream().map(String::valueOf).toList();
            }
        }
        behaviour.put("AllowedMethods", allowed(methods, cached));
    }

    private static Map<String, @Nullable Object> allowed(Set<String> called, List<String> cached) {
        Map<String, @Nullable Object> allowed = list(METHODS.stream()
                .filter(methods -> methods.containsAll(called))
                .findFirst()
                .orElse(METHODS.get(METHODS.size() - 1)));
        allowed.put("CachedMethods", list(cached));
        return allowed;
    }

    /** Returns a list as CloudFront writes it. */
    static Map<String, @Nullable Object> list(List<?> items) {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("Quantity", items.size());
        list.put("Items", items);
        return list;
    }
}
