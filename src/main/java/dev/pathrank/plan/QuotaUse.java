package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quota is used, where either figure may not be known.
 *
 * @param quota what is used up
 * @param used rounded up; null where it is not known
 * @param limit what the quota allows; null where no source says
 * @param peakAt when that much is used first, in seconds since the epoch; null where it does not depend on time
 * @param exceededAt when the quota is first exceeded, in seconds since the epoch; null where it never is, or where it
 *     does not depend on time
 * @param sumOfPeaks what would be used if all endpoints peaked at the same time; null where it does not depend on time
 * @param exceeded whether calls would be refused, or the quota does not allow so much
 */
public record QuotaUse(
        Quota quota,
        @Nullable Long used,
        @Nullable Long limit,
        @Nullable Long peakAt,
        @Nullable Long exceededAt,
        @Nullable Long sumOfPeaks,
        boolean exceeded) {
    /** Returns a use that is exceeded where more is used than the quota allows. */
    static QuotaUse of(
            Quota quota,
            @Nullable Long used,
            @Nullable Long limit,
            @Nullable Long peakAt,
            @Nullable Long exceededAt,
            @Nullable Long sumOfPeaks) {
        boolean exceeded = used != null && limit != null && used > limit;
        return new QuotaUse(quota, used, limit, peakAt, exceededAt, sumOfPeaks, exceeded);
    }

    /** Returns a use that does not depend on time. */
    static QuotaUse timeless(Quota quota, @Nullable Long used, @Nullable Long limit) {
        return of(quota, used, limit, null, null, null);
    }

    /** Returns what is used; {@code otherwise} where it is not known. */
    long usedOr(long otherwise) {
        return used == null ? otherwise : used;
    }

    /** Returns the part of the quota that is used, above 1 where it is exceeded; 0 where either figure is not known. */
    public double part() {
        return used == null || limit == null || limit == 0 ? 0 : (double) used / limit;
    }

    /**
     * Returns what is left of the quota, negative where it is exceeded; null where either figure is not known, or where
     * more is used for a moment and nothing is refused.
     */
    public @Nullable Long left() {
        if (used == null || limit == null) {
            return null;
        }
        return exceeded || used <= limit ? Long.valueOf(limit - used) : null;
    }
}
