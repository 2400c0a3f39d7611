package dev.pathrank.plan;

import dev.pathrank.plan.load.Refusals;

/**
 * What happens when everything up to a wave has moved.
 *
 * @param refusals the calls of the logs that would fail
 * @param throttling the tokens of API Gateway
 * @param mostCalls origin calls within one second, growth included, wherever they go
 */
public record WaveLoad(Refusals refusals, Throttling throttling, long mostCalls) {
    /**
     * What API Gateway's token bucket makes of the calls.
     *
     * @param refusedEvenly calls that find no token if those of a second are spread evenly over it
     * @param lowestEvenly the fewest tokens that are left then
     * @param refusedEarly the same if they come within the first 100 ms of it
     * @param lowestEarly the fewest tokens that are left then
     */
    public record Throttling(long refusedEvenly, long lowestEvenly, long refusedEarly, long lowestEarly) {}
}
