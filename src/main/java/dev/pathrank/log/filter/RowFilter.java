package dev.pathrank.log.filter;

import dev.pathrank.log.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides of each parsed row whether it counts. Every part that is empty takes every row.
 *
 * @param from first instant that counts
 * @param to first instant that no longer counts
 * @param hosts viewer's hosts, without port, told apart without case
 * @param methods methods, told apart without case
 * @param statuses status codes
 * @param include a path must match one of these globs
 * @param exclude and none of these
 */
public record RowFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        List<String> hosts,
        List<String> methods,
        StatusFilter statuses,
        List<PathGlob> include,
        List<PathGlob> exclude) {
    /** Takes every row. */
    public static final RowFilter ALL = new RowFilter(
            Optional.empty(), Optional.empty(), List.of(), List.of(), StatusFilter.ALL, List.of(), List.of());

    public RowFilter {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        methods = methods.stream().map(method -> method.toUpperCase(Locale.ROOT)).toList();
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The filter in the form that rows are held against; build it once and ask it for every row. */
    public Compiled compile() {
        return new Compiled(this);
    }

    /** A {@link RowFilter} made ready for bytes. Immutable, so that threads may share it. */
    public static final class Compiled {
        private final long fromSecond;
        private final long toSecond;
        private final byte[][] hosts;
        private final byte[][] methods;
        private final StatusFilter statuses;
        private final List<PathGlob> include;
        private final List<PathGlob> exclude;

        private Compiled(RowFilter filter) {
            fromSecond = filter.from.map(Compiled::ceilingSecond).orElse(Long.MIN_VALUE);
            toSecond = filter.to.map(Compiled::ceilingSecond).orElse(Long.MAX_VALUE);
            hosts = bytes(filter.hosts);
            methods = bytes(filter.methods);
            statuses = filter.statuses;
            include = filter.include;
            exclude = filter.exclude;
        }

        /** Whether {@code row} counts. */
        public boolean keeps(Row row) {
            return row.epochSecond() >= fromSecond
                    && row.epochSecond() < toSecond
                    && statuses.keeps(row.status())
                    && (methods.length == 0 || named(methods, row.methodBytes(), row.methodFrom(), row.methodTo()))
                    && (hosts.length == 0 || named(hosts, row.hostBytes(), row.hostFrom(), row.hostTo()))
                    && (include.isEmpty() || matched(include, row))
                    && (exclude.isEmpty() || !matched(exclude, row));
        }

        private static boolean matched(List<PathGlob> globs, Row row) {
            for (PathGlob glob : globs) {
                if (glob.matches(row.pathBytes(), row.pathFrom(), row.pathTo())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean named(byte[][] names, byte[] text, int from, int to) {
            for (byte[] name : names) {
                if (sameButForCase(name, text, from, to)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean sameButForCase(byte[] name, byte[] text, int from, int to) {
            if (name.length != to - from) {
                return false;
            }
            for (int at = 0; at < name.length; at++) {
                if (lower(name[at]) != lower(text[from + at])) {
                    return false;
                }
            }
            return true;
        }

        private static int lower(byte value) {
            return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
        }

        private static byte[][] bytes(List<String> texts) {
            return texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }

        // A row carries whole seconds: from 10:00:00.5 on means from 10:00:01 on.
        private static long ceilingSecond(Instant instant) {
            return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
        }
    }
}
