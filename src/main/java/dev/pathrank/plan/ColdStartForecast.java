package dev.pathrank.plan;

/**
 * Cold starts of one endpoint over the window of the logs.
 *
 * @param calls origin calls that were simulated, growth included
 * @param cold those that start cold
 * @param environments the most that exist at the same time
 * @param coldWithPing those that would start cold with one call every five minutes that keeps an environment warm
 * @param coldWithProvisioned those that would start cold beside the provisioned environments
 * @param beyondProvisioned calls that find all provisioned environments busy
 */
public record ColdStartForecast(
        long calls, long cold, long environments, long coldWithPing, long coldWithProvisioned, long beyondProvisioned) {
    /** Nothing was called. */
    static final ColdStartForecast NONE = new ColdStartForecast(0, 0, 0, 0, 0, 0);
}
