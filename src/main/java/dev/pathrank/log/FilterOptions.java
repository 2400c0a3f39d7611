package dev.pathrank.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options that select the rows to count. A row counts if it passes every option; it passes a list if it matches one of
 * its values or the list is empty.
 *
 * @param from first instant that counts; null without a bound
 * @param to first instant that no longer counts; null without a bound
 * @param hosts host names, in either case; {@code *} matches any characters
 * @param methods methods, in either case
 * @param statuses {@code 404} or {@code 5xx}; with {@code !} in front, statuses that do not count, whatever else is
 *     given
 * @param include globs, one of which the path on the wire must match
 * @param exclude globs, none of which the path on the wire may match
 * @param served the side of a move whose calls count; null for all calls
 */
public record FilterOptions(
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> hosts,
        List<String> methods,
        List<String> statuses,
        List<String> include,
        List<String> exclude,
        @Nullable OriginFilter served) {
    /** The options that let every row count. */
    public static final FilterOptions NONE =
            new FilterOptions(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    /** Makes options for the calls of both sides of a move. */
    public FilterOptions(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> hosts,
            List<String> methods,
            List<String> statuses,
            List<String> include,
            List<String> exclude) {
        this(from, to, hosts, methods, statuses, include, exclude, null);
    }

    /** @throws IllegalArgumentException if the window of time is empty */
    public FilterOptions {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "--from " + from + " is not before --to " + to + "; --from is inclusive and --to is exclusive");
        }
        hosts = List.copyOf(hosts);
        methods = List.copyOf(methods);
        statuses = List.copyOf(statuses);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Returns the same options for another window of time. */
    public FilterOptions within(Instant first, Instant end) {
        return new FilterOptions(first, end, hosts, methods, statuses, include, exclude, served);
    }

    /** Returns the same options for the calls of one side of a move. */
    public FilterOptions servedBy(OriginFilter side) {
        return new FilterOptions(from, to, hosts, methods, statuses, include, exclude, side);
    }

    /** Returns the names of the options that are set, those of time included. */
    public List<String> given() {
        List<String> given = new ArrayList<>();
        addIf(from != null, "--from", given);
        addIf(to != null, "--to", given);
        addIf(!hosts.isEmpty(), "--host", given);
        addIf(!methods.isEmpty(), "--method", given);
        addIf(!statuses.isEmpty(), "--status", given);
        addIf(!include.isEmpty(), "--include", given);
        addIf(!exclude.isEmpty(), "--exclude", given);
        addIf(served != null, "--by-served", given);
        return given;
    }

    private static void addIf(boolean set, String option, List<String> given) {
        if (set) {
            given.add(option);
        }
    }

    /** Returns whether some calls of a host and time do not count, because of their method, status or path. */
    public boolean choosesCalls() {
        return !methods.isEmpty() || !statuses.isEmpty() || !include.isEmpty() || !exclude.isEmpty();
    }

    /**
     * Parses the value of {@code --from} or {@code --to}.
     *
     * @param text a date, which stands for its first instant, or a time of a day with or without its offset
     * @param zone of a text that has no offset
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant instant(String text, ZoneId zone) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a time; give a date such as 2017-02-01"
                            + " or an instant such as 2017-02-01T16:00:00Z",
                    e);
        }
    }
}
