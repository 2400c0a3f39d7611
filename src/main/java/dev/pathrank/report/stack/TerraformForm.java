package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.DeployFile;
import dev.pathrank.report.deploy.JsonTree;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Parameter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** One module in Terraform's JSON syntax, for the provider {@code hashicorp/aws}. */
final class TerraformForm implements StackForm {
    /**
     * The first version that knows the argument {@code invoked_via_function_url} of a permission (hashicorp/aws, change
     * log of 6.28.0, 2026-01-07, #44858); all other arguments are older.
     */
    private static final String PROVIDER_VERSION = ">= 6.28.0";

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @Override
    public int count(Resource resource) {
        return resource.type() == ResourceType.ROLE || resource.type() == ResourceType.TARGET_GROUP ? 2 : 1;
    }

    @Override
    public List<DeployFile> files(List<StackPart> parts, List<String> leftOut) throws IOException {
        TerraformRendering rendering = new TerraformRendering();
        List<Map<String, Object>> contents = new ArrayList<>();
        for (StackPart part : parts) {
            contents.add(content(part, rendering));
        }
        Map<String, Object> main = head(rendering, leftOut);
        main.putAll(contents.get(0));
        contents.set(0, main);
        List<DeployFile> files = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            String name = parts.get(at).isMain() ? "main" : parts.get(at).name();
            files.add(new DeployFile(name + ".tf.json", json(contents.get(at))));
        }
        return files;
    }

    private static String json(Object content) throws IOException {
        StringWriter text = new StringWriter();
        JsonGenerator json = Json.generator(text);
        json.setPrettyPrinter(Json.longLayout());
        JsonTree.write(content, json);
        json.writeRaw('\n');
        json.close();
        return text.toString();
    }

    /** Returns what stands in one file only: the provider, and what the other files refer to. */
    private static Map<String, Object> head(TerraformRendering rendering, List<String> leftOut) {
        Map<String, Object> head = new LinkedHashMap<>();
        if (!leftOut.isEmpty()) {
            head.put("//", ordered("left_out", leftOut));
        }
        head.put(
                "terraform",
                ordered(
                        "required_providers",
                        ordered("aws", ordered("source", "hashicorp/aws", "version", PROVIDER_VERSION))));
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Known known : rendering.known()) {
            switch (known) {
                case REGION -> data.put("aws_region", ordered("current", Map.of()));
                case ACCOUNT -> data.put("aws_caller_identity", ordered("current", Map.of()));
                case PARTITION, DNS_SUFFIX -> data.put("aws_partition", ordered("current", Map.of()));
                case STACK ->
                    variables.put(
                            "stack_name",
                            ordered("type", "string", "description", "What names of this stack begin with"));
            }
        }
        for (Parameter each : rendering.parameters()) {
            variables.put(
                    each.variable(),
                    ordered("type", each.isList() ? "list(string)" : "string", "description", each.description()));
        }
        if (!variables.isEmpty()) {
            head.put("variable", variables);
        }
        if (!data.isEmpty()) {
            head.put("data", data);
        }
        return head;
    }

    private static Map<String, Object> content(StackPart part, TerraformRendering rendering) throws IOException {
        Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (ResourceGroup group : part.groups()) {
            for (Resource resource : group.resources()) {
                add(resource.type().terraform(), resource.name(), block(resource, rendering), resources);
                if (resource.type() == ResourceType.ROLE) {
                    List<?> policies = (List<?>) value(resource, "ManagedPolicyArns");
                    Map<String, Object> attachment = ordered(
                            "role",
                            "${aws_iam_role." + resource.name() + ".name}",
                            "policy_arn",
                            rendering.of(policies.get(0)));
                    add("aws_iam_role_policy_attachment", resource.name(), attachment, resources);
                } else if (resource.type() == ResourceType.TARGET_GROUP) {
                    List<?> targets = (List<?>) value(resource, "Targets");
                    Map<String, Object> attachment = ordered(
                            "target_group_arn",
                            rendering.of(resource.id()),
                            "target_id",
                            rendering.of(Objects.requireNonNull(((Map<?, ?>) targets.get(0)).get("Id"))),
                            // A target group takes a function only once it may call it.
                            "depends_on",
                            List.of("aws_lambda_permission.balancer-" + resource.name()));
                    add("aws_lb_target_group_attachment", resource.name(), attachment, resources);
                }
            }
            group.outputs()
                    .forEach((origin, output) -> outputs.put(
                            origin,
                            ordered("description", output.description(), "value", rendering.of(output.value()))));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        if (!resources.isEmpty()) {
            content.put("resource", resources);
        }
        if (!outputs.isEmpty()) {
            content.put("output", outputs);
        }
        return content;
    }

    private static void add(
            String type, String name, Map<String, Object> block, Map<String, Map<String, Object>> resources) {
        resources.computeIfAbsent(type, each -> new LinkedHashMap<>()).put(name, block);
    }

    private static Object value(Resource resource, String property) {
        return Objects.requireNonNull(resource.properties().get(property), property);
    }

    /** Returns the arguments of a resource: CloudFormation's, in Terraform's words. */
    private static Map<String, Object> block(Resource resource, TerraformRendering rendering) throws IOException {
        Map<String, Object> block = new LinkedHashMap<>();
        switch (resource.type()) {
            case HTTP_API -> {
                block.put("name", rendering.of(title(resource)));
                block.put("protocol_type", "HTTP");
            }
            case HTTP_STAGE -> block.put("name", value(resource, "StageName"));
            case ALARM -> block.put("alarm_name", "${var.stack_name}-" + resource.name());
            default -> {}
        }
        for (Map.Entry<String, Object> each : resource.properties().entrySet()) {
            put(resource.type(), each.getKey(), rendering.of(each.getValue()), block);
        }
        if (resource.type() == ResourceType.REST_DEPLOYMENT) {
            // A deployment is a snapshot of its API: another body needs another one.
            String body = "${sha1(aws_api_gateway_rest_api." + resource.name() + ".body)}";
            block.put("triggers", ordered("body", body));
            block.put("lifecycle", ordered("create_before_destroy", true));
        }
        return block;
    }

    private static Object title(Resource api) {
        Map<?, ?> info = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) value(api, "Body")).get("info"));
        return Objects.requireNonNull(info.get("title"));
    }

    private static void put(ResourceType type, String property, Object value, Map<String, Object> block)
            throws IOException {
        switch (property) {
            case "Body" -> block.put("body", TerraformRendering.withLists(compact(value)));
            case "Code", "OriginAccessControlConfig" -> block.putAll(inSnake(value));
            case "VpcConfig", "Cors", "EndpointConfiguration" -> block.put(snake(property), List.of(inSnake(value)));
            case "AssumeRolePolicyDocument" -> block.put("assume_role_policy", compact(value));
            case "Dimensions" -> block.put("dimensions", dimensions((List<?>) value));
            case "TargetFunctionArn" -> block.put("function_name", value);
            case "AuthType" -> block.put("authorization_type", value);
            case "Conditions" -> block.put("condition", List.of(condition((List<?>) value)));
            case "Actions" ->
                block.put(
                        "action",
                        ((List<?>) value).stream().map(TerraformForm::inSnake).toList());
            case "ManagedPolicyArns", "Targets" -> {}
            default -> {
                if (type != ResourceType.HTTP_STAGE || !property.equals("StageName")) {
                    block.put(snake(property), value);
                }
            }
        }
    }

    private static Map<String, Object> condition(List<?> conditions) {
        Map<?, ?> only = (Map<?, ?>) conditions.get(0);
        return ordered("http_header", List.of(inSnake(Objects.requireNonNull(only.get("HttpHeaderConfig")))));
    }

    private static Map<String, Object> dimensions(List<?> pairs) {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        for (Object pair : pairs) {
            Map<?, ?> one = (Map<?, ?>) pair;
            dimensions.put((String) Objects.requireNonNull(one.get("Name")), Objects.requireNonNull(one.get("Value")));
        }
        return dimensions;
    }

    private static Map<String, Object> inSnake(Object value) {
        Map<String, Object> block = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> block.put(snake((String) name), each));
        return block;
    }

    private static String snake(String word) {
        return WORD_START.matcher(word).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static String compact(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.generator(text)) {
            JsonTree.write(value, json);
        }
        return text.toString();
    }
}
