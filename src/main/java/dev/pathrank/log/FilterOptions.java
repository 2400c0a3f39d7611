package dev.pathrank.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Which rows count, as the user says it. An empty list asks for nothing. Within a list one hit is enough; all lists
 * must agree.
 *
 * @param from first instant that counts
 * @param to first instant that no longer counts
 * @param hosts host names, in either case; {@code *} stands for any characters
 * @param methods methods, exactly as sent
 * @param statuses {@code 404}, {@code 5xx}, or either with {@code !} for all but these; {@code !} always wins
 * @param include globs of which the path on the wire must match one
 * @param exclude globs of which the path on the wire must match none
 */
public record FilterOptions(
        Optional<Instant> from,
        Optional<Instant> to,
        List<String> hosts,
        List<String> methods,
        List<String> statuses,
        List<String> include,
        List<String> exclude) {
    /** Every row counts. */
    public static final FilterOptions NONE = new FilterOptions(
            Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException if the window of time is empty */
    public FilterOptions {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("--from " + from.get() + " is not before --to " + to.get()
                    + "; rows count from the first up to, but not with, the second");
        }
        hosts = List.copyOf(hosts);
        methods = List.copyOf(methods);
        statuses = List.copyOf(statuses);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether some calls of a host and time are left out, by what they asked for or got. */
    public boolean choosesCalls() {
        return !methods.isEmpty() || !statuses.isEmpty() || !include.isEmpty() || !exclude.isEmpty();
    }

    /**
     * Reads the value of {@code --from} or {@code --to}.
     *
     * @param text a UTC date, which stands for its first instant, or an instant with its offset
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant instant(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time; give a UTC date such as 2017-02-01"
                            + " or an instant such as 2017-02-01T16:00:00Z",
                    e);
        }
    }
}
