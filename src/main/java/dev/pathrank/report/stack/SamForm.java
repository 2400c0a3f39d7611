package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SAM templates: CloudFormation's, in which a function brings its role and its URL along, and an API its deployment and
 * stage.
 */
final class SamForm extends CloudFormationForm {
    private static final List<String> OF_ALL_FUNCTIONS = List.of("Runtime", "Handler", "VpcConfig");

    SamForm(LogicalIds ids) {
        super(ids);
    }

    @Override
    String nestedType() {
        return "AWS::Serverless::Application";
    }

    @Override
    String location() {
        return "Location";
    }

    @Override
    Map<String, Object> header() {
        return ordered("Transform", "AWS::Serverless-2016-10-31");
    }

    @Override
    Map<String, Object> globals(StackPart part) {
        return part.resources().stream()
                .filter(resource -> resource.type() == ResourceType.FUNCTION)
                .findFirst()
                .map(function -> {
                    Map<String, Object> shared = new LinkedHashMap<>(function.properties());
                    shared.keySet().retainAll(OF_ALL_FUNCTIONS);
                    return ordered("Function", shared);
                })
                .orElse(Map.of());
    }

    @Override
    Map.@Nullable Entry<String, Map<String, Object>> shape(Resource resource, ResourceGroup group) {
        Map<String, Object> properties = resource.properties();
        return switch (resource.type()) {
            case FUNCTION -> Map.entry("AWS::Serverless::Function", function(resource, group));
            case HTTP_API ->
                Map.entry(
                        "AWS::Serverless::HttpApi",
                        ordered("StageName", "$default", "DefinitionBody", value(properties, "Body")));
            case REST_API ->
                Map.entry(
                        "AWS::Serverless::Api",
                        ordered(
                                "Name",
                                value(properties, "Name"),
                                "StageName",
                                ApiGroup.REST_STAGE,
                                "OpenApiVersion",
                                "3.0.1",
                                "EndpointConfiguration",
                                ordered("Type", "REGIONAL"),
                                "DefinitionBody",
                                value(properties, "Body")));
            case ROLE, FUNCTION_URL, HTTP_STAGE, REST_DEPLOYMENT, REST_STAGE -> null;
            case PERMISSION, TARGET_GROUP, LISTENER_RULE, ALARM, ACCESS_CONTROL -> super.shape(resource, group);
        };
    }

    private static Object value(Map<String, Object> properties, String name) {
        return Objects.requireNonNull(properties.get(name), name);
    }

    private static Map<String, Object> function(Resource resource, ResourceGroup group) {
        Map<String, Object> function = new LinkedHashMap<>(resource.properties());
        function.keySet().removeAll(OF_ALL_FUNCTIONS);
        function.remove("Role");
        function.remove("Code");
        function.put("CodeUri", "functions/" + resource.name() + "/");
        for (Resource other : group.resources()) {
            if (other.type() == ResourceType.FUNCTION_URL) {
                Map<String, Object> url = new LinkedHashMap<>(other.properties());
                url.remove("TargetFunctionArn");
                function.put("FunctionUrlConfig", url);
            }
        }
        return function;
    }
}
