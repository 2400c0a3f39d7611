package dev.pathrank.plan.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A resource that a migration uses up, with its quota, in the order in which they are printed. */
public enum Quota {
    CONCURRENCY("lambda-concurrency", "Lambda concurrency", "AWS Lambda", "Concurrent executions", "L-B99A9384"),
    /** Each unit of concurrency takes ten requests a second, however fast the function is. */
    CONCURRENCY_BY_RATE(
            "lambda-concurrency",
            "Lambda requests, 10 a second for each unit of concurrency",
            "AWS Lambda",
            "Concurrent executions",
            "L-B99A9384"),
    /** The steepest rise of one function's environments within 10 seconds. */
    SCALE_UP("lambda-scale-up", "Lambda scale-up of one function in 10 s", "AWS Lambda", "", ""),
    /** The steepest rise of one function's requests a second within 10 seconds. */
    SCALE_UP_RATE(
            "lambda-scale-up-rate", "Lambda scale-up of one function in 10 s, requests a second", "AWS Lambda", "", ""),
    /** The tokens that API Gateway's bucket gains each second. */
    API_RATE("api-gateway-rate", "API Gateway rate", "Amazon API Gateway", "Throttle rate", "L-8A5B8E43"),
    /** The tokens of the full bucket. Service Quotas tells it, and nobody can request it. */
    API_BURST("api-gateway-burst", "API Gateway burst", "Amazon API Gateway", "", "L-CDF5615A"),
    INTERFACES("network-interfaces", "network interfaces", "Amazon VPC", "Network interfaces per Region", "L-DF5E4CA3"),
    ADDRESSES("subnet-addresses", "subnet addresses", "", "", ""),
    CONNECTIONS("database-connections", "database connections", "", "", ""),
    /** It can be raised, but each route takes an integration of its own, and their number cannot. */
    ROUTES("api-gateway-routes", "API Gateway routes", "Amazon API Gateway", "", "L-65B5C802"),
    /** One function an endpoint takes one integration each. */
    INTEGRATIONS("api-gateway-integrations", "API Gateway integrations", "Amazon API Gateway", "", ""),
    /** The nodes of a REST API's tree of paths. */
    RESOURCES("api-gateway-resources", "REST API resources", "Amazon API Gateway", "Resources per API", "L-01C8A9E0"),
    BEHAVIOURS(
            "cache-behaviours",
            "CloudFront cache behaviours",
            "Amazon CloudFront",
            "Cache behaviors per distribution",
            ""),
    TEMPLATE("template-resources", "CloudFormation resources of one template", "AWS CloudFormation", "", ""),
    TIMEOUT("integration-timeout-s", "time-out in seconds, slowest call", "", "", ""),
    PAYLOAD("payload-bytes", "payload in bytes, largest answer", "", "", "");

    private final String key;
    private final String label;
    private final String service;
    private final String awsName;
    private final String code;

    Quota(String key, String label, String service, String awsName, String code) {
        this.key = key;
        this.label = label;
        this.service = service;
        this.awsName = awsName;
        this.code = code;
    }

    /** Returns its name in a file of quotas. */
    public String key() {
        return key;
    }

    /** Returns the resource in words for the report. */
    public String label() {
        return label;
    }

    /** Returns the AWS service to ask; empty where there is none. */
    public String service() {
        return service;
    }

    /** Returns the code of a service in Service Quotas; empty where there is none. */
    static String serviceCode(String service) {
        return switch (service) {
            case "AWS Lambda" -> "lambda";
            case "Amazon API Gateway" -> "apigateway";
            case "Amazon VPC" -> "vpc";
            case "Amazon CloudFront" -> "cloudfront";
            default -> "";
        };
    }

    /** Returns the quota's name at AWS; empty where no increase can be requested. */
    public String awsName() {
        return awsName;
    }

    /** Returns the code in Service Quotas; empty where it is not known. */
    public String code() {
        return code;
    }

    /** Returns whether it is used up by all that has moved together, rather than by one endpoint. */
    public boolean shared() {
        return this != TIMEOUT && this != PAYLOAD && this != SCALE_UP && this != SCALE_UP_RATE;
    }

    static Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of("lambda-rate-per-concurrency"));
        Arrays.stream(values()).map(Quota::key).forEach(keys::add);
        return keys;
    }
}
