package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.report.deploy.ApiKind;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import dev.pathrank.report.stack.ResourceGroup.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An API of API Gateway with its stage, what lets it call its functions, and its alarms. */
final class ApiGroup {
    static final String REST_STAGE = "prod";

    private ApiGroup() {}

    static ResourceGroup of(Plan plan, Api api, int wave, StackAlarms alarms) {
        GatewayBody body = new GatewayBody(plan, api, wave, false);
        Text name = Text.of(Known.STACK, "-" + api.id());
        Map<String, Object> document = body.document(name, List.of());
        List<Resource> resources =
                new ArrayList<>(api.kind() == ApiKind.REST ? rest(api, name, document) : http(api, document));
        Reference id = resources.get(0).id();
        for (PlannedEndpoint function : body.functions()) {
            resources.add(permission(function, id));
        }
        resources.addAll(alarms.of(api, api.kind() == ApiKind.REST ? name : id));
        Text domain = Text.of(id, ".execute-api.", Known.REGION, ".", Known.DNS_SUFFIX);
        String what = api.kind() == ApiKind.REST
                ? "Domain of the API; the path of its origin is /" + REST_STAGE
                : "Domain of the API";
        return new ResourceGroup(api.id(), resources, Map.of(api.id(), new Output(what, domain)));
    }

    private static List<Resource> http(Api api, Map<String, Object> document) {
        Resource http = new Resource(ResourceType.HTTP_API, api.id(), ordered("Body", document));
        return List.of(
                http,
                new Resource(
                        ResourceType.HTTP_STAGE,
                        api.id(),
                        ordered("ApiId", http.id(), "StageName", "$default", "AutoDeploy", true)));
    }

    /** Returns a regional REST API: CloudFront stands before it, and an edge-optimized API would bring another one. */
    private static List<Resource> rest(Api api, Text name, Map<String, Object> document) {
        Resource rest = new Resource(
                ResourceType.REST_API,
                api.id(),
                ordered(
                        "Name", name,
                        "Body", document,
                        "EndpointConfiguration", ordered("Types", List.of("REGIONAL"))));
        Resource deployment = new Resource(ResourceType.REST_DEPLOYMENT, api.id(), ordered("RestApiId", rest.id()));
        return List.of(
                rest,
                deployment,
                new Resource(
                        ResourceType.REST_STAGE,
                        api.id(),
                        ordered("RestApiId", rest.id(), "DeploymentId", deployment.id(), "StageName", REST_STAGE)));
    }

    private static Resource permission(PlannedEndpoint function, Reference api) {
        return new Resource(
                ResourceType.PERMISSION,
                "gateway-" + function.functionName(),
                ordered(
                        "Action",
                        "lambda:InvokeFunction",
                        "FunctionName",
                        new Reference(ResourceType.FUNCTION, function.functionName(), Attribute.ID),
                        "Principal",
                        "apigateway.amazonaws.com",
                        "SourceArn",
                        Text.of(
                                "arn:",
                                Known.PARTITION,
                                ":execute-api:",
                                Known.REGION,
                                ":",
                                Known.ACCOUNT,
                                ":",
                                api,
                                "/*")));
    }

    /** Returns how long an API of a kind waits for an answer by default, in seconds. */
    static long waits(Plan plan, ApiKind kind) {
        return switch (kind) {
            case HTTP -> plan.options().quotas().of(Quota.TIMEOUT).orElse(FunctionTimeout.GATEWAY_WAITS);
            case REST -> plan.options().quotas().restTimeoutSeconds().orElse(FunctionTimeout.GATEWAY_WAITS);
        };
    }
}
