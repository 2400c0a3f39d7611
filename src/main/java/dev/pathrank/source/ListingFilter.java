package dev.pathrank.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a listing is worth opening, told by names alone.
 *
 * @param from first instant asked for
 * @param to first instant no longer asked for
 * @param distribution the distribution asked for, by its id in the object's name; an object whose name carries none is
 *     not of it
 * @param prune whether keys that carry their hour may be left out by {@code from} and {@code to}, one hour spared on
 *     each side
 */
public record ListingFilter(
        Optional<Instant> from, Optional<Instant> to, Optional<String> distribution, boolean prune) {
    /** Takes everything. */
    public static final ListingFilter ALL =
            new ListingFilter(Optional.empty(), Optional.empty(), Optional.empty(), true);

    private static final Duration HOUR = Duration.ofHours(1);

    /** An object is named after the hour its requests came in, and a row is stamped when its response finished. */
    private static final Duration SPARED = Duration.ofHours(1);

    public ListingFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(distribution, "distribution");
    }

    /** Whether the object of this key or path counts as listed. */
    public boolean takes(String key) {
        return isOfDistribution(key) && mayHoldRows(key);
    }

    /** The first hour whose objects may hold rows asked for; empty where there is no such bound. */
    public Optional<Instant> firstHour() {
        return prune
                ? from.map(time -> time.minus(HOUR)
                        .minus(SPARED)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plus(HOUR))
                : Optional.empty();
    }

    /** The first hour after the last whose objects may hold rows asked for; empty where there is no such bound. */
    public Optional<Instant> endHour() {
        return prune
                ? to.map(time -> time.plus(SPARED)
                        .minusNanos(1)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plus(HOUR))
                : Optional.empty();
    }

    private boolean isOfDistribution(String key) {
        return distribution.isEmpty()
                || KeyHour.distributionOf(key)
                        .filter(distribution.get()::equalsIgnoreCase)
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
