package dev.pathrank.cli.options;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.file.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for which objects are opened and which rows count. */
final class FilterArguments {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Count requests at or after TIME (UTC).")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Count requests before TIME (UTC).")
    private @Nullable Instant to;

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

    /** Returns which rows count. */
    FilterOptions rows() {
        return new FilterOptions(
                Optional.ofNullable(from), Optional.ofNullable(to), hosts, methods, statuses, include, exclude);
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

    /** Returns the time within which rows count. */
    Span span() {
        RowFilter.Seconds seconds = RowFilter.seconds(rows());
        return new Span(seconds.first(), seconds.end());
    }

    /** Returns which rows count at any time. */
    FilterOptions rowsOfAnyTime() {
        return new FilterOptions(Optional.empty(), Optional.empty(), hosts, methods, statuses, include, exclude);
    }

    /**
     * Returns which objects are opened.
     *
     * @throws IllegalArgumentException if the distribution's ID cannot be one
     */
    ListingFilter listing() {
        if (distribution != null && !distribution.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("--distribution \"" + distribution
                    + "\" is not a distribution ID; give the ID that its object names begin with, such"
                    + " as E1HJS54CQLFQU4");
        }
        return new ListingFilter(
                Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(distribution), !noPrune);
    }

    /** Converter for a UTC date or instant. */
    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return FilterOptions.instant(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
