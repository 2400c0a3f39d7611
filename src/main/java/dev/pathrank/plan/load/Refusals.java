package dev.pathrank.plan.load;

import java.util.List;

/**
 * The calls of the window that would fail when all endpoints up to a wave have moved.
 *
 * @param calls all of them; where environments are short, by the limit that refuses most
 * @param worst the most in one UTC minute
 * @param worstAt the first second of that minute, since the epoch; meaningless where {@code worst} is 0
 * @param causes each cause by itself, in the order of the constants; only those with a call
 */
public record Refusals(long calls, long worst, long worstAt, List<ByCause> causes) {
    /** No call would fail. */
    public static final Refusals NONE = new Refusals(0, 0, 0, List.of());

    public Refusals {
        causes = List.copyOf(causes);
    }

    /**
     * The calls that would fail for one cause.
     *
     * @param worst the most in one UTC minute
     * @param worstAt the first second of that minute, since the epoch
     */
    public record ByCause(RefusalCause cause, long calls, long worst, long worstAt) {}
}
