package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Glob;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A filter of rows. It is immutable, so threads may share it, and it compares bytes without making strings. */
public final class RowFilter {
    private final FilterOptions options;
    private final long firstSecond;
    private final long endSecond;
    private final List<Glob> hosts;
    private final List<byte[]> methods;
    private final StatusFilter statuses;
    private final List<Glob> include;
    private final List<Glob> exclude;
    private final @Nullable OriginFilter served;

    /** @throws IllegalArgumentException if a value has none of the valid forms; the message names them */
    public RowFilter(FilterOptions options) {
        this.options = options;
        firstSecond = seconds(options).first();
        endSecond = seconds(options).end();
        hosts = options.hosts().stream().map(RowFilter::host).toList();
        methods = options.methods().stream().map(RowFilter::method).toList();
        statuses = new StatusFilter(options.statuses());
        include = paths("--include", options.include());
        exclude = paths("--exclude", options.exclude());
        served = options.served();
    }

    /**
     * A range of seconds.
     *
     * @param first the first one, or {@link Long#MIN_VALUE}
     * @param end the first one after the range, or {@link Long#MAX_VALUE}
     */
    public record Seconds(long first, long end) {}

    /** Returns the range of seconds that options select. */
    public static Seconds seconds(FilterOptions options) {
        return new Seconds(
                wholeSecondFrom(options.from(), Long.MIN_VALUE), wholeSecondFrom(options.to(), Long.MAX_VALUE));
    }

    /** Returns the options that this was made from. */
    public FilterOptions options() {
        return options;
    }

    /** Returns whether the row counts. */
    public boolean accepts(Row row) {
        return row.epochSecond() >= firstSecond
                && row.epochSecond() < endSecond
                && statuses.accepts(row.status())
                && (methods.isEmpty() || isOneOf(methods, row))
                && (hosts.isEmpty() || anyMatches(hosts, row.host()))
                && (include.isEmpty() || anyMatches(include, row.path()))
                && !anyMatches(exclude, row.path())
                && (served == null || served.accepts(row));
    }

    /** Returns whether the origin that served a row decides whether it counts. */
    public boolean looksAtOrigin() {
        return served != null;
    }

    private static boolean isOneOf(List<byte[]> methods, Row row) {
        for (int i = 0; i < methods.size(); i++) {
            if (row.method().contentEquals(methods.get(i))) {
                return true;
            }
        }
        return false;
    }

    // By index, because an iterator would be an object per row.
    private static boolean anyMatches(List<Glob> globs, ByteSlice text) {
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(text)) {
                return true;
            }
        }
        return false;
    }

    // Rows have whole seconds, so a bound between two seconds is the later one, at both ends.
    private static long wholeSecondFrom(@Nullable Instant bound, long unbounded) {
        if (bound == null) {
            return unbounded;
        }
        return bound.getNano() == 0 ? bound.getEpochSecond() : bound.getEpochSecond() + 1;
    }

    private static Glob host(String glob) {
        if (glob.isBlank() || glob.indexOf('/') >= 0 || glob.matches("[^:\\[]*:\\d*")) {
            throw new IllegalArgumentException("--host \"" + glob
                    + "\" is not a host name; give one such as www.example.com or *.example.com, without scheme,"
                    + " port or path");
        }
        return Glob.ofHost(glob.toLowerCase(Locale.ROOT));
    }

    private static byte[] method(String method) {
        if (!method.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "--method \"" + method + "\" is not a method; give one such as GET or POST");
        }
        return method.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the globs in every form that letters beyond ASCII have on the wire, however they were typed. */
    private static List<Glob> paths(String option, List<String> globs) {
        return globs.stream()
                .flatMap(glob -> PercentEncoder.wireForms(glob).stream())
                .map(form -> path(option, form))
                .toList();
    }

    private static Glob path(String option, String glob) {
        if (!glob.startsWith("/") && !glob.startsWith("*")) {
            throw new IllegalArgumentException(
                    option + " \"" + glob + "\" cannot match any path; give a glob such as /api/** that begins"
                            + " with / or *: * matches within a segment, ** across slashes, ? one character");
        }
        return Glob.ofPath(glob);
    }
}
