package dev.pathrank.plan.load;

/**
 * The cold starts of one endpoint over the window of the logs.
 *
 * @param calls origin calls that were simulated, growth included
 * @param cold those that start cold
 * @param held the most environments at the same time, busy or idle
 * @param coldWithPing those that would start cold with a ping every five minutes
 * @param coldWithProvisioned those that would start cold with the provisioned environments
 * @param beyondProvisioned calls that find all provisioned environments busy
 */
public record ColdStartForecast(
        long calls, long cold, long held, long coldWithPing, long coldWithProvisioned, long beyondProvisioned) {}
