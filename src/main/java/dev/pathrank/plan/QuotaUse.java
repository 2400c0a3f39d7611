package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import java.util.OptionalLong;

/**
 * How much of a quota is used, where either may not be known.
 *
 * @param used rounded up; empty where nothing tells
 * @param limit what the quota allows; empty where nobody says
 * @param peakAt when so much is used first, in seconds since the epoch; empty where it does not depend on time
 * @param brokenAt when it is first passed; empty where it never is, or where it does not depend on time
 * @param sumOfPeaks what it would be if all endpoints peaked at the same time; empty where it does not depend on time
 */
public record QuotaUse(
        Quota quota,
        OptionalLong used,
        OptionalLong limit,
        OptionalLong peakAt,
        OptionalLong brokenAt,
        OptionalLong sumOfPeaks) {
    static QuotaUse timeless(Quota quota, OptionalLong used, OptionalLong limit) {
        return new QuotaUse(quota, used, limit, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Whether more is used than the quota allows. */
    public boolean broken() {
        return used.isPresent() && limit.isPresent() && used.getAsLong() > limit.getAsLong();
    }

    /** What is left of the quota, negative where it is broken; empty where either is not known. */
    public OptionalLong headroom() {
        return used.isPresent() && limit.isPresent()
                ? OptionalLong.of(limit.getAsLong() - used.getAsLong())
                : OptionalLong.empty();
    }
}
