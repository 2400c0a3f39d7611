package dev.pathrank.plan.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A resource that a migration uses up, with its quota, in the order in which they are printed. */
public enum Quota {
    CONCURRENCY(
            "lambda-concurrency",
            "Lambda concurrency by duration",
            "AWS Lambda",
            "Concurrent executions",
            "L-B99A9384"),
    /** Functions faster than 100 ms are bound by calls, not by duration: each unit of concurrency takes 10 a second. */
    CONCURRENCY_BY_RATE(
            "lambda-concurrency",
            "Lambda concurrency by 10 calls a second each",
            "AWS Lambda",
            "Concurrent executions",
            "L-B99A9384"),
    /** Returns the steepest rise of one function within 10 seconds. */
    SCALE_UP("lambda-scale-up", "Lambda scale-up of one function in 10 s", "AWS Lambda", "", ""),
    API_RATE("api-gateway-rate", "API Gateway steady rate", "Amazon API Gateway", "Throttle rate", "L-8A5B8E43"),
    API_BURST("api-gateway-burst", "API Gateway burst", "Amazon API Gateway", "", ""),
    INTERFACES("network-interfaces", "network interfaces", "Amazon VPC", "Network interfaces per Region", "L-DF5E4CA3"),
    ADDRESSES("subnet-addresses", "subnet addresses", "", "", ""),
    ROUTES("api-gateway-routes", "API Gateway routes", "Amazon API Gateway", "Routes per HTTP API", "L-65B5C802"),
    BEHAVIOURS(
            "cache-behaviours",
            "CloudFront cache behaviours",
            "Amazon CloudFront",
            "Cache behaviors per distribution",
            ""),
    TIMEOUT("integration-timeout-s", "integration timeout in seconds, slowest call", "", "", ""),
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
        return this != TIMEOUT && this != PAYLOAD && this != SCALE_UP;
    }

    static Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of("lambda-rate-per-concurrency"));
        Arrays.stream(values()).map(Quota::key).forEach(keys::add);
        return keys;
    }
}
