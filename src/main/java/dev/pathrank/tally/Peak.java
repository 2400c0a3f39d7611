package dev.pathrank.tally;

/**
 * The busiest UTC second of an endpoint.
 *
 * @param originCalls most origin calls within one second; 0 where there is none
 * @param second the first such second since the epoch; meaningless where {@code originCalls} is 0
 */
public record Peak(long originCalls, long second) {
    /** No origin call. */
    public static final Peak NONE = new Peak(0, 0);
}
