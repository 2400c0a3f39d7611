package dev.pathrank.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The UTC hours of a window that have objects, by the names of the objects.
 *
 * @param window the hours asked for, or else those from the first to the last hour named; null where there are neither
 * @param covered hours of the window that at least one object names
 * @param gaps ranges of hours that no object names, in order
 * @param unnamed number of objects that name no hour
 */
public record HourCoverage(@Nullable Span window, long covered, List<Span> gaps, long unnamed) {
    public HourCoverage {
        gaps = List.copyOf(gaps);
    }

    /**
     * A range of whole hours.
     *
     * @param from begin of the first
     * @param to end of the last
     */
    public record Span(Instant from, Instant to) {
        /** Returns the number of hours. */
        public long hours() {
            return Duration.between(from, to).toHours();
        }
    }

    /** Returns the coverage of the objects that a listing with {@code filter} returned. */
    public static HourCoverage of(List<LogObject> objects, ListingFilter filter) {
        NavigableSet<Instant> hours = new TreeSet<>();
        long unnamed = 0;
        for (LogObject object : objects) {
            Optional<Instant> hour = KeyHour.of(object.name()).map(KeyHour::hour);
            hour.ifPresent(hours::add);
            unnamed += hour.isEmpty() ? 1 : 0;
        }
        Optional<Instant> from = Optional.ofNullable(filter.from())
                .map(time -> time.truncatedTo(ChronoUnit.HOURS))
                .or(() -> hours.stream().findFirst());
        Optional<Instant> to = Optional.ofNullable(filter.to())
                .map(time -> next(time.minusNanos(1)))
                .or(() -> hours.isEmpty() ? Optional.empty() : Optional.of(next(hours.last())));
        if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
            return new HourCoverage(null, 0, List.of(), unnamed);
        }
        Span window = new Span(from.get(), to.get());
        NavigableSet<Instant> within = hours.subSet(window.from(), true, window.to(), false);
        return new HourCoverage(window, within.size(), gaps(within, window), unnamed);
    }

    private static List<Span> gaps(NavigableSet<Instant> hours, Span window) {
        List<Span> gaps = new ArrayList<>();
        Instant open = window.from();
        for (Instant hour : hours) {
            if (open.isBefore(hour)) {
                gaps.add(new Span(open, hour));
            }
            open = next(hour);
        }
        if (open.isBefore(window.to())) {
            gaps.add(new Span(open, window.to()));
        }
        return gaps;
    }

    private static Instant next(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
