package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.SecondField;
import org.jspecify.annotations.Nullable;

/**
 * The limits that single calls of an endpoint meet at its target.
 *
 * @param firstTooSlow the first field of calls that take too long; null where none does
 * @param throttled whether API Gateway's token bucket may refuse calls
 * @param sized whether requests and answers over 6 MB fail
 * @param headersLimited whether a request line and headers over 10,240 bytes fail
 */
public record CallLimits(@Nullable SecondField firstTooSlow, boolean throttled, boolean sized, boolean headersLimited) {
    /** Calls of what no function answers. */
    public static final CallLimits NONE = new CallLimits(null, false, false, false);
}
