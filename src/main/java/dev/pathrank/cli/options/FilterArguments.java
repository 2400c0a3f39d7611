package dev.pathrank.cli.options;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.file.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for which objects are opened and which rows count. */
final class FilterArguments {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Count requests at or after TIME: 2017-02-01, 2017-02-01T16:00:00Z, or -21d.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Count requests before TIME.")
    private @Nullable String to;

    @Option(
            names = "--since",
            paramLabel = "AGE",
            description = "Count requests of the last hours, days or weeks: 36h, 21d, 3w.")
    private @Nullable String since;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "Read and show times in ZONE, such as Asia/Seoul. Default: UTC.")
    private @Nullable String zone;

    @Option(names = "--no-prune", description = "Also open objects whose names contain a time outside the window.")
    private boolean noPrune;

    @Option(
            names = "--host",
            paramLabel = "HOST,...",
            split = ",",
            hideParamSyntax = true,
            description = "Count requests to these hosts only; * is a wildcard.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--distribution",
            paramLabel = "ID",
            description = "Read only objects whose names begin with this distribution ID.")
    private @Nullable String distribution;

    @Option(
            names = "--method",
            paramLabel = "METHOD,...",
            split = ",",
            hideParamSyntax = true,
            description = "Count these methods only, such as GET.")
    private List<String> methods = new ArrayList<>();

    @Option(
            names = "--status",
            paramLabel = "STATUS,...",
            split = ",",
            hideParamSyntax = true,
            description = "Count these statuses only: 404, 5xx, or !4xx to exclude.")
    private List<String> statuses = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "Count these paths only; ** matches across slashes. Repeatable.")
    private List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Do not count these paths. Repeatable.")
    private List<String> exclude = new ArrayList<>();

    /**
     * Returns the zone in which times are read and shown.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    ZoneId zone() {
        try {
            ZoneId named = zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
            return named.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : named;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--tz \"" + zone + "\" is not a time zone; give a name such as Europe/Berlin or an offset such as"
                            + " +09:00",
                    e);
        }
    }

    /**
     * Returns the time within which rows count.
     *
     * @param now when the command began
     * @throws IllegalArgumentException if one of its options is no time
     */
    TimeWindow window(Instant now) {
        return TimeWindow.of(from, to, since, zone(), now);
    }

    /** Returns which rows count. */
    FilterOptions rows(TimeWindow window) {
        return new FilterOptions(window.from(), window.to(), hosts, methods, statuses, include, exclude);
    }

    /**
     * Returns the options that decide which rows count, except time, by name; their values sorted, as order has no
     * meaning.
     */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        put(settings, "--host", hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)));
        put(settings, "--method", methods.stream().map(method -> method.toUpperCase(Locale.ROOT)));
        put(settings, "--status", statuses.stream().map(status -> status.toLowerCase(Locale.ROOT)));
        put(settings, "--include", include.stream());
        put(settings, "--exclude", exclude.stream());
        put(settings, "--distribution", Stream.ofNullable(distribution).map(id -> id.toUpperCase(Locale.ROOT)));
        return settings;
    }

    private static void put(Map<String, String> settings, String option, Stream<String> values) {
        String value = values.distinct().sorted().collect(Collectors.joining(" "));
        if (!value.isEmpty()) {
            settings.put(option, value);
        }
    }

    /** Returns the seconds within which rows count. */
    Span span(TimeWindow window) {
        RowFilter.Seconds seconds = RowFilter.seconds(rows(window));
        return new Span(seconds.first(), seconds.end());
    }

    /** Returns which rows count at any time. */
    FilterOptions rowsOfAnyTime() {
        return new FilterOptions(null, null, hosts, methods, statuses, include, exclude);
    }

    /**
     * Returns which objects are opened.
     *
     * @throws IllegalArgumentException if the distribution's ID cannot be one
     */
    ListingFilter listing(TimeWindow window) {
        if (distribution != null && !distribution.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("--distribution \"" + distribution
                    + "\" is not a distribution ID; give the ID that its object names begin with, such"
                    + " as E1HJS54CQLFQU4");
        }
        return new ListingFilter(window.from(), window.to(), distribution, !noPrune);
    }
}
