package dev.pathrank.pattern;

import dev.pathrank.log.Escaping;
import dev.pathrank.log.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Patterns that the user stated. They win over everything learned, and among themselves as a router would have it: segment by segment, a literal
 * before a part of a segment before a whole variable.
 *
 * <p>A variable may be written {@code <id>}, {@code {id}} or {@code :id}; it stands for one segment, or for a part of one as in {@code <id>.json}.
 */
public final class StatedPatterns {
    /** No pattern matches. */
    public static final int NONE = -1;

    private static final Pattern VARIABLE =
            Pattern.compile("<([^<>/{}]+)>|\\{([^<>/{}]+)}|^:([A-Za-z_][A-Za-z0-9_]*)$");

    private final Step root = new Step();
    private final List<byte[]> written = new ArrayList<>();

    /**
     * @param patterns as the user wrote them
     * @throws IllegalArgumentException if one is no pattern; the message tells the forms
     */
    public StatedPatterns(List<String> patterns) {
        patterns.forEach(this::add);
    }

    public boolean isEmpty() {
        return written.isEmpty();
    }

    /** The pattern of that number in the form that is printed. */
    public byte[] written(int number) {
        return written.get(number);
    }

    /** The number of the pattern that {@code path[from, to)} belongs to, or {@link #NONE}. */
    public int match(byte[] path, int from, int to) {
        return from < to && path[from] == '/' ? root.match(path, from + 1, to) : NONE;
    }

    private void add(String pattern) {
        if (!pattern.startsWith("/")
                || pattern.chars().anyMatch(c -> c <= ' ' || c == '?')
                || VARIABLE.matcher(pattern).replaceAll("").matches(".*[<>].*")) {
            throw new IllegalArgumentException(
                    "\"" + pattern + "\" is not a path pattern; write one like /user/<id>, /user/{id} or /user/:id");
        }
        Step step = root;
        StringBuilder form = new StringBuilder();
        for (String segment : pattern.substring(1).split("/", -1)) {
            String normal = VARIABLE.matcher(encoded(segment)).replaceAll(found -> "<" + firstGroup(found) + ">");
            step = step.next(normal);
            form.append('/').append(normal);
        }
        if (step.number == NONE) {
            step.number = written.size();
            written.add(form.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As paths are printed: what lies beyond ASCII is percent-encoded. */
    private static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length());
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && b < 0x7F) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return encoded.toString();
    }

    private static String firstGroup(java.util.regex.MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException("a match without a group");
    }

    /** How many variables a pattern in the printed form has. */
    static int variables(String pattern) {
        return (int) pattern.chars().filter(c -> c == '<').count();
    }

    /** What may follow a number of segments. */
    private static final class Step {
        private final List<Segment> segments = new ArrayList<>();
        private int number = NONE;

        Step next(String written) {
            for (Segment segment : segments) {
                if (segment.written.equals(written)) {
                    return segment.step;
                }
            }
            Segment added = new Segment(written);
            segments.add(added);
            segments.sort(null);
            return added.step;
        }

        int match(byte[] path, int from, int to) {
            int end = from;
            while (end < to && path[end] != '/') {
                end++;
            }
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                if (segment.matches(path, from, end)) {
                    int found = end == to ? segment.step.number : segment.step.match(path, end + 1, to);
                    if (found != NONE) {
                        return found;
                    }
                }
            }
            return NONE;
        }
    }

    /** One segment of a stated pattern: text, with at most a few variables in it. */
    private static final class Segment implements Comparable<Segment> {
        private final String written;
        private final byte[][] literals;
        /** The same bytes as a client sends them that does not encode. */
        private final byte[][] rawLiterals;

        private final boolean differsRaw;

        private final Step step = new Step();

        Segment(String written) {
            this.written = written;
            this.literals = Arrays.stream(written.split("<[^<>]+>", -1))
                    .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            this.rawLiterals = Arrays.stream(literals).map(Segment::raw).toArray(byte[][]::new);
            this.differsRaw = !Arrays.deepEquals(literals, rawLiterals);
        }

        private static byte[] raw(byte[] encoded) {
            byte[] raw = new byte[encoded.length];
            int length = Escaping.decodeOnce(encoded, 0, encoded.length, raw);
            boolean beyondAscii = false;
            for (int i = 0; i < length; i++) {
                beyondAscii |= raw[i] < 0;
            }
            return beyondAscii ? Arrays.copyOf(raw, length) : encoded;
        }

        boolean matches(byte[] path, int from, int to) {
            return matches(literals, path, from, to) || differsRaw && matches(rawLiterals, path, from, to);
        }

        /** The literals in their order, the first at the beginning, the last at the end, and something between any two. */
        private static boolean matches(byte[][] literals, byte[] path, int from, int to) {
            byte[] first = literals[0];
            byte[] last = literals[literals.length - 1];
            if (literals.length == 1) {
                return Arrays.equals(first, 0, first.length, path, from, to);
            }
            if (!at(first, path, from, to)
                    || !at(last, path, to - last.length, to)
                    || to - last.length <= from + first.length) {
                return false;
            }
            int at = from + first.length;
            for (int i = 1; i < literals.length - 1; i++) {
                at = find(literals[i], path, at + 1, to - last.length);
                if (at < 0) {
                    return false;
                }
                at += literals[i].length;
            }
            return at < to - last.length;
        }

        private static int find(byte[] literal, byte[] path, int from, int to) {
            for (int i = from; i + literal.length < to; i++) {
                if (at(literal, path, i, to)) {
                    return i;
                }
            }
            return -1;
        }

        private static boolean at(byte[] literal, byte[] path, int from, int to) {
            return from >= 0
                    && from + literal.length <= to
                    && Arrays.equals(literal, 0, literal.length, path, from, from + literal.length);
        }

        /** Fewer variables first, then more literal text, then by text. */
        @Override
        public int compareTo(Segment other) {
            int byVariables = Integer.compare(literals.length, other.literals.length);
            if (byVariables != 0) {
                return byVariables;
            }
            int byText = Integer.compare(literalLength(other), literalLength(this));
            return byText != 0 ? byText : written.compareTo(other.written);
        }

        private static int literalLength(Segment segment) {
            return Arrays.stream(segment.literals)
                    .mapToInt(literal -> literal.length)
                    .sum();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Segment segment && written.equals(segment.written);
        }

        @Override
        public int hashCode() {
            return written.hashCode();
        }

        @Override
        public String toString() {
            return Printable.of(written.getBytes(StandardCharsets.UTF_8), 0, written.length());
        }
    }
}
