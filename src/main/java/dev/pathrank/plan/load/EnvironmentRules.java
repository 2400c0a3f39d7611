package dev.pathrank.plan.load;

/**
 * How environments start, live and end in the simulation.
 *
 * @param startUpMs how long a new environment takes to start, before it answers its first call
 * @param idleSeconds how long a free environment stays
 * @param longestSeconds the longest that a function runs
 * @param provisioned environments that are always ready, in the comparison with those that start
 * @param growth factor on the calls, in thousandths
 */
public record EnvironmentRules(long startUpMs, long idleSeconds, long longestSeconds, int provisioned, long growth) {}
