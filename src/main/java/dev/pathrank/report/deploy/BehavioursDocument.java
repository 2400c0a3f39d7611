package dev.pathrank.report.deploy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.BehaviourList.Behaviour;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cache behaviours in JSON: {@code CacheBehaviors} is that part of a {@code DistributionConfig}, {@code Warnings} is
 * for people.
 */
final class BehavioursDocument {
    /** Managed policies of CloudFront by their IDs, which are the same in every account. */
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    /** The three sets of methods that CloudFront allows; the first that holds all is taken. */
    private static final List<List<String>> METHODS = List.of(
            List.of("HEAD", "GET"),
            List.of("HEAD", "GET", "OPTIONS"),
            List.of("HEAD", "DELETE", "POST", "GET", "OPTIONS", "PUT", "PATCH"));

    private final JsonGenerator json;

    private BehavioursDocument(JsonGenerator json) {
        this.json = json;
    }

    /** @return what it cannot express */
    static List<String> write(Plan plan, List<PlannedEndpoint> moved, Writer out) throws IOException {
        BehaviourList behaviours = BehaviourList.of(plan, moved);
        List<String> warnings = new ArrayList<>();
        behaviours.leftOut().forEach(each -> warnings.add("left out: " + each));
        warnings.addAll(behaviours.warnings());
        behaviours.items().stream()
                .filter(item -> item.isNew() && isCached(item))
                .forEach(item -> warnings.add("CloudFront answers part of " + item.names()
                        + " from its cache; this behaviour caches nothing until you give it the present cache policy"));
        // Not closed: after a failed write that would complete the document and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.longLayout());
        new BehavioursDocument(json).write(behaviours.items(), warnings);
        json.writeRaw('\n');
        json.flush();
        return behaviours.leftOut();
    }

    private static boolean isCached(Behaviour item) {
        return item.endpoints().stream()
                .anyMatch(row ->
                        row.ranked().stats().calls() > row.ranked().stats().originCalls());
    }

    private void write(List<Behaviour> items, List<String> warnings) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("Warnings");
        for (String warning : warnings) {
            json.writeString(warning);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("CacheBehaviors");
        json.writeNumberField("Quantity", items.size());
        json.writeArrayFieldStart("Items");
        for (Behaviour item : items) {
            write(item);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Behaviour item) throws IOException {
        json.writeStartObject();
        json.writeStringField("PathPattern", item.path().text());
        json.writeStringField("TargetOriginId", item.origin());
        json.writeStringField("ViewerProtocolPolicy", "allow-all");
        Set<String> called = item.methods();
        List<String> allowed = METHODS.stream()
                .filter(methods -> methods.containsAll(called))
                .findFirst()
                .orElse(METHODS.get(METHODS.size() - 1));
        json.writeObjectFieldStart("AllowedMethods");
        methods(allowed);
        json.writeObjectFieldStart("CachedMethods");
        methods(METHODS.get(0));
        json.writeEndObject();
        json.writeEndObject();
        json.writeBooleanField("Compress", true);
        json.writeStringField("CachePolicyId", CACHING_DISABLED);
        json.writeStringField("OriginRequestPolicyId", item.isNew() ? ALL_VIEWER_EXCEPT_HOST : ALL_VIEWER);
        json.writeEndObject();
    }

    private void methods(List<String> methods) throws IOException {
        json.writeNumberField("Quantity", methods.size());
        json.writeArrayFieldStart("Items");
        for (String method : methods) {
            json.writeString(method);
        }
        json.writeEndArray();
    }
}
