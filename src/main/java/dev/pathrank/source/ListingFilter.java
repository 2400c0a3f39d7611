package dev.pathrank.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter of listed objects by their names.
 *
 * @param from first instant asked for; null without a bound
 * @param to first instant after those asked for; null without a bound
 * @param distribution id of the distribution asked for, null if any is; an object whose name has none is left out
 * @param prune whether objects are left out whose hour is more than one hour outside of {@code from} and {@code to}
 */
public record ListingFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String distribution,
        boolean prune) {
    /** The filter that accepts all objects. */
    public static final ListingFilter ALL = new ListingFilter(null, null, null, true);

    private static final Duration HOUR = Duration.ofHours(1);

    /** An object is named by the hour of its requests, but a row has the time when its response finished. */
    private static final Duration SPARED = Duration.ofHours(1);

    /** Returns the same filter for another window of time. */
    public ListingFilter within(Instant first, Instant end) {
        return new ListingFilter(first, end, distribution, prune);
    }

    /** Returns whether the object of this key or path counts as listed. */
    public boolean takes(String key) {
        return isOfDistribution(key) && mayHoldRows(key);
    }

    /** Returns the first hour whose objects may have rows asked for; empty if there is no bound. */
    public Optional<Instant> firstHour() {
        return prune
                ? Optional.ofNullable(from)
                        .map(time -> time.minus(HOUR)
                                .minus(SPARED)
                                .truncatedTo(ChronoUnit.HOURS)
                                .plus(HOUR))
                : Optional.empty();
    }

    /** Returns the hour after the last whose objects may have rows asked for; empty if there is no bound. */
    public Optional<Instant> endHour() {
        return prune
                ? Optional.ofNullable(to)
                        .map(time -> time.plus(SPARED)
                                .minusNanos(1)
                                .truncatedTo(ChronoUnit.HOURS)
                                .plus(HOUR))
                : Optional.empty();
    }

    private boolean isOfDistribution(String key) {
        return distribution == null
                || KeyHour.distributionOf(key)
                        .filter(distribution::equalsIgnoreCase)
                        .isPresent();
    }

    private boolean mayHoldRows(String key) {
        if (firstHour().isEmpty() && endHour().isEmpty()) {
            return true;
        }
        return KeyHour.of(key).map(KeyHour::hour).map(this::reaches).orElse(true);
    }

    private boolean reaches(Instant hour) {
        boolean endsTooEarly = firstHour().filter(hour::isBefore).isPresent();
        boolean beginsTooLate = endHour().filter(end -> !hour.isBefore(end)).isPresent();
        return !endsTooEarly && !beginsTooLate;
    }
}
