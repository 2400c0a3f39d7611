package dev.pathrank.plan.load;

/**
 * The limits that refuse calls; {@link Long#MAX_VALUE} for one that is not known or does not apply.
 *
 * @param environments that may be busy at once
 * @param connections that the database accepts
 * @param interfaces of the network
 * @param addresses of the subnets
 * @param sharedByMb megabytes of running functions that share an interface; 0 where interfaces do not grow
 * @param rate calls a second of API Gateway
 * @param burst tokens of its full bucket
 */
public record CapacityLimits(
        long environments, long connections, long interfaces, long addresses, long sharedByMb, long rate, long burst) {}
