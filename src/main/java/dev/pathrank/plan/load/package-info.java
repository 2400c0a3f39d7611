/**
 * What endpoints use second by second: calls in flight, environments with their start-up, tokens of API Gateway, and
 * the calls that quotas would refuse. Start at {@link dev.pathrank.plan.load.EndpointLoads}, which looks at each
 * endpoint by itself, and {@link dev.pathrank.plan.load.JointLoads}, which adds endpoints up in a sequence. Knows
 * seconds and places, and neither waves nor AWS's figures.
 */
@NullMarked
package dev.pathrank.plan.load;

import org.jspecify.annotations.NullMarked;
