package dev.pathrank.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What of a listing is worth opening, told by names alone.
 *
 * @param from first instant asked for
 * @param to first instant no longer asked for
 * @param distribution the distribution asked for, by its id in the object's name
 * @param prune whether keys that carry their hour may be left out by {@code from} and {@code to}, one hour spared on each side
 */
public record ListingFilter(
        Optional<Instant> from, Optional<Instant> to, Optional<String> distribution, boolean prune) {
    /** Takes everything. */
    public static final ListingFilter ALL =
            new ListingFilter(Optional.empty(), Optional.empty(), Optional.empty(), true);
}
