package dev.pathrank.plan;

import java.time.LocalDate;
import java.time.Period;

/**
 * The dates of the waves.
 *
 * @param start of the first wave
 * @param every from one wave to the next
 */
public record Schedule(LocalDate start, Period every) {
    /**
     * How long before a wave a quota increase should be requested. AWS promises no time; this is our choice, to leave
     * room for a question of the support and a second request.
     */
    public static final int QUOTA_LEAD_DAYS = 14;

    public Schedule {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("--every must be above 0, such as 1w or 3d");
        }
    }

    /** Returns the date of a wave, from 1. */
    public LocalDate of(int wave) {
        return start.plus(every.multipliedBy(wave - 1));
    }

    /** Returns the date by which to ask for a quota that a wave needs. */
    public LocalDate askBy(int wave) {
        return of(wave).minusDays(QUOTA_LEAD_DAYS);
    }
}
