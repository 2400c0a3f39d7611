package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.plan.AnsweringFunctions;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.report.deploy.OriginIds;
import dev.pathrank.report.deploy.PlanDocument;
import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Parameter;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import dev.pathrank.report.stack.ResourceGroup.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions with their roles, and with what a function URL behind CloudFront needs: how it answers, and the two
 * permissions with which CloudFront's origin access control may call it (AWS Lambda developer guide, 2026).
 */
final class FunctionGroups {
    /** The longest description of a function (Lambda API reference, 2026). */
    private static final int LONGEST_DESCRIPTION = 256;

    private static final String CLOUDFRONT = "cloudfront.amazonaws.com";

    private final Plan plan;
    private final AnsweringFunctions<PlannedEndpoint> answering;
    private final OriginIds origins;
    private final List<PlannedEndpoint> functions;
    /** The endpoints whose preflights are answered by the configuration of a function URL. */
    private final Set<PlannedEndpoint> withPreflights = new LinkedHashSet<>();

    /** @param moved in the order in which they move */
    FunctionGroups(Plan plan, List<PlannedEndpoint> moved) {
        this.plan = plan;
        this.answering = AnsweringFunctions.of(plan);
        this.origins = OriginIds.of(plan);
        Set<PlannedEndpoint> found = new LinkedHashSet<>();
        for (PlannedEndpoint row : moved) {
            PlannedEndpoint function = answering.of(row);
            if (function != null) {
                found.add(function);
                if (!function.equals(row) && row.ranked().stats().method().equals("OPTIONS")) {
                    withPreflights.add(function);
                }
            }
        }
        functions = List.copyOf(found);
    }

    /** Returns the endpoints that have a function of their own, in the order in which they move. */
    List<PlannedEndpoint> functions() {
        return functions;
    }

    /** Returns a group for each function. */
    List<ResourceGroup> groups(@Nullable ReservedConcurrency reserved) {
        return functions.stream().map(row -> group(row, reserved)).toList();
    }

    static boolean hasUrl(PlannedEndpoint row) {
        return row.target().target() == Target.FUNCTION_URL;
    }

    private ResourceGroup group(PlannedEndpoint row, @Nullable ReservedConcurrency reserved) {
        List<Resource> resources = new ArrayList<>();
        resources.add(function(row, reserved));
        resources.add(new Resource(ResourceType.ROLE, row.functionName(), role()));
        Map<String, Output> outputs = new LinkedHashMap<>();
        if (hasUrl(row)) {
            resources.add(new Resource(ResourceType.FUNCTION_URL, row.functionName(), url(row)));
            resources.add(permission(row, "url", "lambda:InvokeFunctionUrl", "FunctionUrlAuthType", "AWS_IAM"));
            resources.add(permission(row, "invoke", "lambda:InvokeFunction", "InvokedViaFunctionUrl", true));
            Reference url = new Reference(ResourceType.FUNCTION_URL, row.functionName(), Attribute.URL);
            outputs.put(origins.of(row), new Output("URL of the function", url));
        }
        return new ResourceGroup(row.functionName(), resources, outputs);
    }

    private Resource function(PlannedEndpoint row, @Nullable ReservedConcurrency reserved) {
        String description = PlanDocument.name(row);
        Map<String, Object> function = ordered(
                "FunctionName",
                row.functionName(),
                "Description",
                description.substring(0, Math.min(description.length(), LONGEST_DESCRIPTION)),
                "Role",
                new Reference(ResourceType.ROLE, row.functionName(), Attribute.ARN),
                "Runtime",
                Parameter.RUNTIME,
                "Handler",
                Parameter.HANDLER,
                "Code",
                ordered("S3Bucket", Parameter.CODE_BUCKET, "S3Key", "functions/" + row.functionName() + ".zip"),
                "MemorySize",
                row.memoryMb(),
                "Timeout",
                FunctionTimeout.seconds(row, plan.options().quotas()));
        if (reserved != null && reserved.isPossible()) {
            function.put("ReservedConcurrentExecutions", reserved.of(row));
        }
        if (plan.options().vpc()) {
            function.put(
                    "VpcConfig",
                    ordered("SubnetIds", Parameter.SUBNET_IDS, "SecurityGroupIds", Parameter.SECURITY_GROUP_IDS));
        }
        return new Resource(ResourceType.FUNCTION, row.functionName(), function);
    }

    /** Returns a role that may write logs, and in a VPC use its interfaces. */
    private Map<String, Object> role() {
        Map<String, Object> statement = ordered(
                "Effect", "Allow",
                "Principal", ordered("Service", "lambda.amazonaws.com"),
                "Action", "sts:AssumeRole");
        String policy = plan.options().vpc() ? "AWSLambdaVPCAccessExecutionRole" : "AWSLambdaBasicExecutionRole";
        return ordered(
                "AssumeRolePolicyDocument",
                ordered("Version", "2012-10-17", "Statement", List.of(statement)),
                "ManagedPolicyArns",
                List.of(Text.of("arn:", Known.PARTITION, ":iam::aws:policy/service-role/" + policy)));
    }

    /** Returns a URL; larger answers are streamed, which a function in a VPC cannot do. */
    private Map<String, Object> url(PlannedEndpoint row) {
        boolean streams = row.ranked().stats().traffic().bytesOut().largest() > FunctionTimeout.BUFFERED_BYTES
                && !plan.options().vpc();
        Map<String, Object> url = ordered(
                "TargetFunctionArn",
                new Reference(ResourceType.FUNCTION, row.functionName(), Attribute.ID),
                "AuthType",
                "AWS_IAM",
                "InvokeMode",
                streams ? "RESPONSE_STREAM" : "BUFFERED");
        if (withPreflights.contains(row)) {
            url.put(
                    "Cors",
                    ordered(
                            "AllowOrigins", Parameter.ALLOWED_ORIGINS,
                            "AllowMethods", List.of("*"),
                            "AllowHeaders", List.of("*")));
        }
        return url;
    }

    private static Resource permission(
            PlannedEndpoint row, String name, String action, String condition, Object conditionValue) {
        return new Resource(
                ResourceType.PERMISSION,
                name + "-" + row.functionName(),
                ordered(
                        "Action",
                        action,
                        "FunctionName",
                        new Reference(ResourceType.FUNCTION, row.functionName(), Attribute.ID),
                        "Principal",
                        CLOUDFRONT,
                        "SourceArn",
                        Parameter.DISTRIBUTION_ARN,
                        condition,
                        conditionValue));
    }

    /** Returns the origin access control, which the origins of all function URLs of the distribution use. */
    static Resource accessControl() {
        return new Resource(
                ResourceType.ACCESS_CONTROL,
                "function-url-access-control",
                ordered(
                        "OriginAccessControlConfig",
                        ordered(
                                "Name", Text.of(Known.STACK, "-function-urls"),
                                "OriginAccessControlOriginType", "lambda",
                                "SigningBehavior", "always",
                                "SigningProtocol", "sigv4")));
    }
}
