package dev.pathrank.report.stack;

/** A type of resource at AWS. */
enum ResourceType {
    FUNCTION("", "AWS::Lambda::Function", "aws_lambda_function"),
    ROLE("", "AWS::IAM::Role", "aws_iam_role"),
    FUNCTION_URL("", "AWS::Lambda::Url", "aws_lambda_function_url"),
    PERMISSION("Permission", "AWS::Lambda::Permission", "aws_lambda_permission"),
    TARGET_GROUP("TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", "aws_lb_target_group"),
    LISTENER_RULE("Rule", "AWS::ElasticLoadBalancingV2::ListenerRule", "aws_lb_listener_rule"),
    HTTP_API("", "AWS::ApiGatewayV2::Api", "aws_apigatewayv2_api"),
    HTTP_STAGE("Stage", "AWS::ApiGatewayV2::Stage", "aws_apigatewayv2_stage"),
    REST_API("", "AWS::ApiGateway::RestApi", "aws_api_gateway_rest_api"),
    REST_DEPLOYMENT("Deployment", "AWS::ApiGateway::Deployment", "aws_api_gateway_deployment"),
    REST_STAGE("Stage", "AWS::ApiGateway::Stage", "aws_api_gateway_stage"),
    ALARM("", "AWS::CloudWatch::Alarm", "aws_cloudwatch_metric_alarm"),
    ACCESS_CONTROL("", "AWS::CloudFront::OriginAccessControl", "aws_cloudfront_origin_access_control");

    private final String prefix;
    private final String cloudFormation;
    private final String terraform;

    ResourceType(String prefix, String cloudFormation, String terraform) {
        this.prefix = prefix;
        this.cloudFormation = cloudFormation;
        this.terraform = terraform;
    }

    /** Returns what its logical IDs begin with, so that they differ from those of functions and APIs. */
    String prefix() {
        return prefix;
    }

    /** Returns its name in CloudFormation. */
    String cloudFormation() {
        return cloudFormation;
    }

    /** Returns its name in Terraform. */
    String terraform() {
        return terraform;
    }
}
