package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.report.deploy.GatewayRoutes.Route;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A skeleton of a SAM template in YAML: a function for each endpoint with its memory, timeout and route. The user adds
 * the code.
 */
final class SamTemplate {
    private static final String HTTP_API = "HttpApi";
    private static final String REST_API = "RestApi";
    private static final String REST_NAME = "${AWS::StackName}-rest";

    private static final DumpSettings LAYOUT = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setBestLineBreak("\n")
            .setWidth(120)
            .setDereferenceAliases(true)
            .build();

    /** Of one template (AWS CloudFormation user guide, 2026). */
    private static final int MOST_RESOURCES = 500;

    private final Plan plan;
    private final Map<PlannedEndpoint, Route> routes = new HashMap<>();
    /** The HEAD of each GET that has one: one function answers both. */
    private final Map<PlannedEndpoint, PlannedEndpoint> heads = new HashMap<>();

    private final Set<String> logicalIds = new HashSet<>();

    private SamTemplate(Plan plan, List<Route> routes) {
        this.plan = plan;
        routes.forEach(route -> this.routes.put(route.row(), route));
    }

    /** @return what it cannot express */
    static List<String> write(Plan plan, List<PlannedEndpoint> moved, Writer out) throws IOException {
        boolean rest = moved.stream().anyMatch(row -> row.target().target() == Target.REST_API);
        GatewayRoutes routes = GatewayRoutes.of(moved, rest);
        List<String> leftOut = new ArrayList<>();
        routes.leftOut().forEach(each -> leftOut.add(each + "; its function has no event"));
        List<PlannedEndpoint> functions = new ArrayList<>();
        for (PlannedEndpoint row :
                moved.stream().sorted(GatewayRoutes.BY_PATTERN).toList()) {
            if (row.target().target().isLambda()) {
                functions.add(row);
            } else {
                leftOut.add(PlanDocument.otherTarget(row));
            }
        }
        SamTemplate template = new SamTemplate(plan, routes.routes());
        List<PlannedEndpoint> own = template.withoutHeads(functions);
        ReservedConcurrency reserved = ReservedConcurrency.of(plan, own);
        if (reserved != null && !reserved.isPossible()) {
            leftOut.add(reserved.reason());
        }
        int resources = template.expanded(own);
        if (resources > MOST_RESOURCES) {
            leftOut.add("The template expands to " + resources + " resources, and CloudFormation takes "
                    + MOST_RESOURCES + ": divide it over several stacks");
        }
        out.write(new Dump(LAYOUT).dumpToString(template.template(own, reserved, leftOut)));
        out.flush();
        return leftOut;
    }

    /** Leaves out the HEAD of each GET: its function answers both. */
    private List<PlannedEndpoint> withoutHeads(List<PlannedEndpoint> functions) {
        Map<String, PlannedEndpoint> gets = new HashMap<>();
        functions.stream()
                .filter(row -> row.ranked().stats().method().equals("GET"))
                .forEach(row -> gets.put(row.ranked().stats().pattern(), row));
        List<PlannedEndpoint> own = new ArrayList<>();
        for (PlannedEndpoint row : functions) {
            PlannedEndpoint get = gets.get(row.ranked().stats().pattern());
            boolean both = get != null
                    && row.ranked().stats().method().equals("HEAD")
                    && get.target().target() == row.target().target();
            if (both) {
                heads.put(get, row);
            } else {
                own.add(row);
            }
        }
        return own;
    }

    /** Returns the resources that SAM makes of the template: of a function itself, its role, and each event. */
    private int expanded(List<PlannedEndpoint> functions) {
        int resources = 0;
        for (PlannedEndpoint row : functions) {
            resources +=
                    2 + (hasUrl(row) ? 3 : 0) + (routes.containsKey(row) ? 1 : 0) + (heads.containsKey(row) ? 1 : 0);
        }
        // An API with its stage and deployment, the alarms, the access control.
        return resources + 3 + 3 + 6 + 1;
    }

    private Map<String, Object> template(
            List<PlannedEndpoint> functions, @Nullable ReservedConcurrency reserved, List<String> leftOut) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Transform", "AWS::Serverless-2016-10-31");
        template.put("Description", "Endpoints moved to Lambda");
        if (!leftOut.isEmpty()) {
            template.put("Metadata", Map.of("PathrankLeftOut", leftOut));
        }
        template.put("Parameters", parameters(functions));
        template.put("Globals", Map.of("Function", globals()));
        template.put("Resources", resources(functions, reserved));
        return template;
    }

    private Map<String, Object> parameters(List<PlannedEndpoint> functions) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("Runtime", parameter("String", "Identifier of the runtime, such as nodejs22.x"));
        parameters.put("Handler", parameter("String", "Entry of each function's code, such as index.handler"));
        if (plan.options().vpc()) {
            parameters.put("SubnetIds", parameter("List<AWS::EC2::Subnet::Id>", "Subnets of the functions"));
            parameters.put(
                    "SecurityGroupIds",
                    parameter("List<AWS::EC2::SecurityGroup::Id>", "Security groups of the functions"));
        }
        if (functions.stream().anyMatch(SamTemplate::hasUrl)) {
            parameters.put(
                    SamFunctionUrl.DISTRIBUTION,
                    parameter("String", "ARN of the CloudFront distribution, which alone may call the function URLs"));
        }
        if (!functions.isEmpty()) {
            parameters.put("AlarmTopicArn", parameter("String", "ARN of the SNS topic that the alarms tell"));
        }
        return parameters;
    }

    private static boolean hasUrl(PlannedEndpoint row) {
        return row.target().target() == Target.FUNCTION_URL;
    }

    private static Map<String, Object> parameter(String type, String description) {
        return ordered("Type", type, "Description", description);
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("Ref", name);
    }

    private Map<String, Object> globals() {
        Map<String, Object> globals = ordered("Runtime", ref("Runtime"), "Handler", ref("Handler"));
        if (plan.options().vpc()) {
            globals.put(
                    "VpcConfig", ordered("SubnetIds", ref("SubnetIds"), "SecurityGroupIds", ref("SecurityGroupIds")));
        }
        return globals;
    }

    private Map<String, Object> resources(List<PlannedEndpoint> functions, @Nullable ReservedConcurrency reserved) {
        Map<String, Object> resources = new LinkedHashMap<>();
        List<SamAlarms.Api> apis = new ArrayList<>();
        if (hasRoutes(Target.HTTP_API)) {
            resources.put(HTTP_API, resource("AWS::Serverless::HttpApi", Map.of("StageName", "$default")));
            long waits = plan.options().quotas().of(Quota.TIMEOUT).orElse(FunctionTimeout.GATEWAY_WAITS);
            apis.add(new SamAlarms.Api(HTTP_API, "ApiId", ref(HTTP_API), "5xx", waits));
        }
        if (hasRoutes(Target.REST_API)) {
            // CloudFront stands before it: an edge-optimized API would bring a second distribution.
            Map<String, Object> properties =
                    ordered("StageName", "prod", "EndpointConfiguration", Map.of("Type", "REGIONAL"));
            properties.put("Name", Map.of("Fn::Sub", REST_NAME));
            resources.put(REST_API, resource("AWS::Serverless::Api", properties));
            long waits = plan.options().quotas().restTimeoutSeconds().orElse(FunctionTimeout.GATEWAY_WAITS);
            apis.add(new SamAlarms.Api(REST_API, "ApiName", Map.of("Fn::Sub", REST_NAME), "5XXError", waits));
        }
        for (PlannedEndpoint row : functions) {
            String id = logicalId(row.functionName());
            Map<String, Object> function = function(row);
            if (reserved != null && reserved.isPossible()) {
                function.put("ReservedConcurrentExecutions", reserved.of(row));
            }
            resources.put(id, resource("AWS::Serverless::Function", function));
            if (hasUrl(row)) {
                SamFunctionUrl.addPermissions(id, resources);
                resources.putIfAbsent(SamFunctionUrl.ACCESS_CONTROL, SamFunctionUrl.accessControl());
            }
        }
        functions.stream()
                .mapToInt(row -> Objects.requireNonNull(row.wave()))
                .max()
                .ifPresent(wave -> SamAlarms.add(plan, wave, apis, resources));
        return resources;
    }

    private boolean hasRoutes(Target target) {
        return routes.keySet().stream().anyMatch(row -> row.target().target() == target);
    }

    private Map<String, Object> function(PlannedEndpoint row) {
        Map<String, Object> function =
                ordered("FunctionName", row.functionName(), "CodeUri", "functions/" + row.functionName() + "/");
        function.put("Description", PlanDocument.name(row));
        function.put("MemorySize", row.memoryMb());
        function.put("Timeout", FunctionTimeout.seconds(row, plan.options().quotas()));
        if (hasUrl(row)) {
            function.put("FunctionUrlConfig", SamFunctionUrl.config(row, plan));
        }
        Map<String, Object> events = new LinkedHashMap<>();
        if (routes.containsKey(row)) {
            events.put("Route", event(routes.get(row)));
        }
        Route head = routes.get(heads.get(row));
        if (head != null) {
            events.put("Head", event(head));
        }
        if (!events.isEmpty()) {
            function.put("Events", events);
        }
        return function;
    }

    private static Map<String, Object> event(Route route) {
        boolean rest = route.row().target().target() == Target.REST_API;
        Map<String, Object> properties = ordered("Path", route.path(), "Method", route.method());
        properties.put(rest ? "RestApiId" : "ApiId", ref(rest ? REST_API : HTTP_API));
        if (!rest) {
            properties.put("PayloadFormatVersion", "2.0");
        }
        return ordered("Type", rest ? "Api" : "HttpApi", "Properties", properties);
    }

    /** Returns letters and digits only, by CloudFormation's rule: {@code api-user-id} becomes {@code ApiUserId}. */
    private String logicalId(String functionName) {
        StringBuilder id = new StringBuilder();
        for (String word : functionName.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        String unique = id.toString();
        for (int number = 2; !logicalIds.add(unique); number++) {
            unique = id + "N" + number;
        }
        return unique;
    }

    /** Returns a resource of a template. */
    static Map<String, Object> resource(String type, Map<String, Object> properties) {
        return ordered("Type", type, "Properties", properties);
    }

    /** Returns two entries in this order; that of {@link Map#of} differs from run to run. */
    static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
