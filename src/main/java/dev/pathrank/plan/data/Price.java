package dev.pathrank.plan.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A price, or a free amount, that does not depend on how much is used. */
public enum Price {
    LAMBDA_REQUESTS_PER_MILLION,
    /** Requests a month that cost nothing. */
    LAMBDA_FREE_REQUESTS,
    /** GB-seconds a month that cost nothing. */
    LAMBDA_FREE_GB_SECONDS,
    /** Holding a provisioned environment ready. */
    PROVISIONED_GB_SECOND,
    /** Running in a provisioned environment, beside holding it. */
    PROVISIONED_RUN_GB_SECOND,
    ARM_PROVISIONED_GB_SECOND,
    ARM_PROVISIONED_RUN_GB_SECOND,
    NAT_GATEWAY_HOUR,
    /** Traffic through a NAT gateway. */
    NAT_GATEWAY_GB,
    /** A small EC2 instance (t4g.nano) in the place of a NAT gateway. */
    NAT_INSTANCE_HOUR,
    /** A public IPv4 address. */
    PUBLIC_ADDRESS_HOUR,
    /** What is written to CloudWatch Logs. */
    LOGS_GB,
    /** An Application Load Balancer, used or not. */
    ALB_HOUR,
    /** A capacity unit of an Application Load Balancer. */
    ALB_CAPACITY_UNIT_HOUR,
    /** The EC2 instance of Lambda Managed Instances that pathrank computes with: m7g.large, 2 vCPU and 8 GB. */
    MANAGED_INSTANCE_HOUR,
    /** What AWS adds to that, as a part of it. */
    MANAGED_INSTANCE_FEE,
    MANAGED_REQUESTS_PER_MILLION,
    /** A million requests that run through a CloudFront Function. */
    EDGE_FUNCTION_PER_MILLION,
    /** Requests a month for which that costs nothing. */
    EDGE_FUNCTION_FREE_CALLS,
    /** A million reads of a CloudFront KeyValueStore by its function. */
    EDGE_STORE_READS_PER_MILLION,
    /** Reads a month that cost nothing. */
    EDGE_STORE_FREE_READS,
    /** Keeping the snapshot of SnapStart; nothing for Java. */
    SNAPSTART_CACHE_GB_SECOND,
    /** Restoring it for a new environment; nothing for Java. */
    SNAPSTART_RESTORE_GB;

    /** Returns its name in a file of prices. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<String> keys() {
        return Arrays.stream(values()).map(Price::key).collect(Collectors.toSet());
    }
}
