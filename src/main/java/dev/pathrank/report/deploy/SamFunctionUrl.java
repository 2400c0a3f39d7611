package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a function URL behind CloudFront needs: how it answers, and the two permissions with which CloudFront's origin
 * access control may call it (AWS Lambda developer guide, 2026).
 */
final class SamFunctionUrl {
    /** The parameter with the ARN of the distribution. */
    static final String DISTRIBUTION = "DistributionArn";

    static final String ACCESS_CONTROL = "FunctionUrlAccessControl";

    private static final long BUFFERED_BYTES = 6L << 20;

    private SamFunctionUrl() {}

    /** Returns its configuration; larger answers are streamed, which a function in a VPC cannot do. */
    static Map<String, Object> config(PlannedEndpoint row, Plan plan) {
        boolean streams = row.ranked().stats().traffic().bytesOut().largest() > BUFFERED_BYTES
                && !plan.options().vpc();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("AuthType", "AWS_IAM");
        config.put("InvokeMode", streams ? "RESPONSE_STREAM" : "BUFFERED");
        return config;
    }

    /** Adds the permissions of a function. */
    static void addPermissions(String logicalId, Map<String, Object> resources) {
        Map<String, Object> url = permission(logicalId, "lambda:InvokeFunctionUrl");
        url.put("FunctionUrlAuthType", "AWS_IAM");
        resources.put(logicalId + "UrlPermission", SamTemplate.resource("AWS::Lambda::Permission", url));
        Map<String, Object> function = permission(logicalId, "lambda:InvokeFunction");
        function.put("InvokedViaFunctionUrl", true);
        resources.put(logicalId + "InvokePermission", SamTemplate.resource("AWS::Lambda::Permission", function));
    }

    private static Map<String, Object> permission(String logicalId, String action) {
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("Action", action);
        permission.put("FunctionName", Map.of("Ref", logicalId));
        permission.put("Principal", "cloudfront.amazonaws.com");
        permission.put("SourceArn", Map.of("Ref", DISTRIBUTION));
        return permission;
    }

    /** Returns the origin access control, which the origins of all function URLs of the distribution use. */
    static Map<String, Object> accessControl() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("Name", Map.of("Fn::Sub", "${AWS::StackName}-function-urls"));
        config.put("OriginAccessControlOriginType", "lambda");
        config.put("SigningBehavior", "always");
        config.put("SigningProtocol", "sigv4");
        return SamTemplate.resource(
                "AWS::CloudFront::OriginAccessControl", Map.of("OriginAccessControlConfig", config));
    }
}
