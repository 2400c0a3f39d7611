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
 * permissions with which CloudFront's origin access control may call it (AWS Lambda developer guide, 2026). A function
 * behind a load balancer has a rule that looks at a header, which CloudFront adds for the origin of the function: a
 * rule for its path could have neither a percent sign nor more than a few wildcards, which also match slashes.
 */
final class FunctionGroups {
    /** The longest description of a function (Lambda API reference, 2026). */
    private static final int LONGEST_DESCRIPTION = 256;

    private static final String CLOUDFRONT = "cloudfront.amazonaws.com";
    private static final String LOAD_BALANCER = "elasticloadbalancing.amazonaws.com";

    private final Plan plan;
    private final AnsweringFunctions<PlannedEndpoint> answering;
    private final OriginIds origins;
    private final List<PlannedEndpoint> functions;
    /** The functions of all waves that are behind the load balancer, which its rules take in this order. */
    private final List<PlannedEndpoint> behindLoadBalancer;
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
        behindLoadBalancer = plan.moving().stream()
                .filter(FunctionGroups::isBehindLoadBalancer)
                .map(answering::of)
                .distinct()
                .toList();
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

    static boolean isBehindLoadBalancer(PlannedEndpoint row) {
        return row.target().target() == Target.ALB;
    }

    private ResourceGroup group(PlannedEndpoint row, @Nullable ReservedConcurrency reserved) {
        List<Resource> resources = new ArrayList<>();
        resources.add(function(row, reserved));
        resources.add(new Resource(ResourceType.ROLE, row.functionName(), role()));
        Map<String, Output> outputs = new LinkedHashMap<>();
        if (hasUrl(row)) {
            resources.add(new Resource(ResourceType.FUNCTION_URL, row.functionName(), url(row)));
            Parameter caller = Parameter.DISTRIBUTION_ARN;
            resources.add(permission(
                    row, "url", "lambda:InvokeFunctionUrl", CLOUDFRONT, caller, "FunctionUrlAuthType", "AWS_IAM"));
            resources.add(permission(
                    row, "invoke", "lambda:InvokeFunction", CLOUDFRONT, caller, "InvokedViaFunctionUrl", true));
            Reference url = new Reference(ResourceType.FUNCTION_URL, row.functionName(), Attribute.URL);
            outputs.put(origins.of(row), new Output("URL of the function", url));
        } else if (isBehindLoadBalancer(row)) {
            resources.add(permission(
                    row,
                    "balancer",
                    "lambda:InvokeFunction",
                    LOAD_BALANCER,
                    Text.of(
                            "arn:",
                            Known.PARTITION,
                            ":elasticloadbalancing:",
                            Known.REGION,
                            ":",
                            Known.ACCOUNT,
                            ":targetgroup/*")));
            resources.add(new Resource(ResourceType.TARGET_GROUP, row.functionName(), targetGroup(row)));
            resources.add(new Resource(ResourceType.LISTENER_RULE, row.functionName(), rule(row)));
            String what = "value of the header " + OriginIds.FUNCTION_HEADER
                    + ", which the origin adds; its domain is that of the load balancer";
            outputs.put(origins.of(row), new Output(what, Text.of(row.functionName())));
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

    /** @param condition names of further properties, each followed by its value */
    private static Resource permission(
            PlannedEndpoint row, String name, String action, String principal, Object source, Object... condition) {
        Map<String, Object> properties = ordered(
                "Action",
                action,
                "FunctionName",
                new Reference(ResourceType.FUNCTION, row.functionName(), Attribute.ID),
                "Principal",
                principal,
                "SourceArn",
                source);
        properties.putAll(ordered(condition));
        return new Resource(ResourceType.PERMISSION, name + "-" + row.functionName(), properties);
    }

    private static Map<String, Object> targetGroup(PlannedEndpoint row) {
        Reference function = new Reference(ResourceType.FUNCTION, row.functionName(), Attribute.ARN);
        return ordered("TargetType", "lambda", "Targets", List.of(ordered("Id", function)));
    }

    private Map<String, Object> rule(PlannedEndpoint row) {
        Map<String, Object> header =
                ordered("HttpHeaderName", OriginIds.FUNCTION_HEADER, "Values", List.of(row.functionName()));
        return ordered(
                "ListenerArn",
                Parameter.LISTENER_ARN,
                "Priority",
                behindLoadBalancer.indexOf(row) + 1,
                "Conditions",
                List.of(ordered("Field", "http-header", "HttpHeaderConfig", header)),
                "Actions",
                List.of(ordered(
                        "Type",
                        "forward",
                        "TargetGroupArn",
                        new Reference(ResourceType.TARGET_GROUP, row.functionName(), Attribute.ID))));
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
