package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that the user stated. They are matched before anything is learned, and among themselves as a router
 * would: segment by segment, a literal first, then a segment with a placeholder in it, then a whole placeholder, and
 * last what takes the remaining segments. A pattern for another method is used only where none is stated for the
 * request's own.
 *
 * <p>A placeholder may be written {@code <id>}, {@code {id}} or {@code :id}; it stands for one segment, or for a part
 * of one as in {@code <id>.json}. A path that no pattern matches is looked up again without its trailing and doubled
 * slashes and in lower case, so that a careless spelling of an endpoint is counted for it.
 *
 * <p>A placeholder whose name ends in {@code +}, as in {@code /files/<path+>}, stands for one or more segments, as
 * {@code {proxy+}} does in API Gateway.
 */
public final class StatedPatterns {
    /** The number of no pattern. */
    public static final int NONE = -1;

    private static final Pattern PLACEHOLDER =
            Pattern.compile("<([^<>/{}]+)>|\\{([^<>/{}]+)}|^:([A-Za-z_][A-Za-z0-9_]*)$");

    /** Escapes of bytes beyond ASCII, whose digits are printed in upper case. */
    private static final Pattern ESCAPED = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    private final TrieNode root = new TrieNode();
    private final List<ByteSlice> written = new ArrayList<>();
    private final List<Integer> literalsAtFirst = new ArrayList<>();
    private final Map<String, Set<String>> methodsByPattern = new HashMap<>();
    private final MethodMasks methods;

    /** The same patterns in lower case and without needless slashes. */
    private final TrieNode plainRoot = new TrieNode();

    /** The path last looked up in lower case and without needless slashes, if it had to be. */
    private final ByteSlice plain = new ByteSlice();

    private byte[] buffer = new byte[256];
    private boolean careless;

    /**
     * Prepares patterns for matching.
     *
     * @param patterns as the user wrote them
     * @throws IllegalArgumentException if one is not a path pattern; the message shows the forms
     */
    public StatedPatterns(List<StatedPattern> patterns) {
        methods = new MethodMasks(patterns.stream().map(StatedPattern::method).toList());
        patterns.forEach(this::add);
    }

    /** Whether there are no patterns. */
    public boolean isEmpty() {
        return written.isEmpty();
    }

    /** Returns all patterns in printed form, each once. */
    public List<String> written() {
        return written.stream()
                .map(form -> new String(form.toByteArray(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns a pattern in printed form. */
    public ByteSlice written(int number) {
        return written.get(number);
    }

    /** Returns the number of segments of a pattern before its first placeholder. */
    public int literalsAtFirst(int number) {
        return literalsAtFirst.get(number);
    }

    /** Whether requests of a method to a pattern in printed form were stated. */
    public boolean states(String method, String pattern) {
        return methodsByPattern.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(stated -> StatedPattern.accepts(stated, method));
    }

    /** Returns the number of the pattern that a request belongs to, or {@link #NONE}. */
    public int match(ByteSlice path, ByteSlice method) {
        if (path.isEmpty() || path.at(0) != '/') {
            return NONE;
        }
        long accepted = methods.accepting(method);
        int found = match(root, path, accepted);
        careless = found == NONE;
        if (!careless) {
            return found;
        }
        setPlain(path);
        return match(plainRoot, plain, accepted);
    }

    private int match(TrieNode start, ByteSlice path, long accepted) {
        int found = start.match(path, path.from() + 1, accepted);
        return found != NONE || accepted == methods.all() ? found : start.match(path, path.from() + 1, methods.all());
    }

    /** Sets {@link #plain} to a path without needless slashes and in lower case. */
    private void setPlain(ByteSlice path) {
        if (buffer.length < path.length()) {
            buffer = new byte[2 * path.length()];
        }
        byte[] bytes = path.array();
        int length = 0;
        for (int i = path.from(); i < path.to(); i++) {
            byte c = bytes[i];
            if (c != '/' || length == 0 || buffer[length - 1] != '/') {
                buffer[length++] = c >= 'A' && c <= 'Z' ? (byte) (c | 0x20) : c;
            }
        }
        plain.set(buffer, 0, length > 1 && buffer[length - 1] == '/' ? length - 1 : length);
    }

    /**
     * Returns how the path last {@linkplain #match matched} is spelled, with the placeholders of its pattern; null
     * where it is spelled as the pattern.
     *
     * @param number of the pattern that matched
     */
    public @Nullable ByteSlice spelling(int number, ByteSlice path) {
        return careless ? StatedSpelling.of(written(number), path) : null;
    }

    private void add(StatedPattern stated) {
        String pattern = stated.pattern();
        if (!pattern.startsWith("/")
                || pattern.chars().anyMatch(c -> c <= ' ' || c == '?')
                || PLACEHOLDER.matcher(pattern).replaceAll("").matches(".*[<>].*")) {
            throw new IllegalArgumentException("\"" + pattern
                    + "\" is not a path pattern; use a form such as /user/<id>, /user/{id} or /user/:id");
        }
        TrieNode node = root;
        TrieNode plainNode = plainRoot;
        StringBuilder form = new StringBuilder();
        for (String segment : pattern.substring(1).split("/", -1)) {
            String normal = PLACEHOLDER.matcher(encoded(segment)).replaceAll(found -> "<" + firstGroup(found) + ">");
            node = node.next(normal);
            plainNode = normal.isEmpty() && pattern.length() > 1
                    ? plainNode
                    : plainNode.next(StatedSpelling.lowerCase(normal));
            form.append('/').append(normal);
        }
        if (node.number == NONE) {
            node.number = written.size();
            written.add(ByteSlice.of(form.toString()));
            int placeholder = form.indexOf("<");
            String before = placeholder < 0 ? form + "/" : form.substring(0, placeholder);
            literalsAtFirst.add((int) before.chars().filter(c -> c == '/').count() - 1);
        }
        node.methods |= methods.of(stated.method());
        plainNode.number = plainNode.number == NONE ? node.number : plainNode.number;
        plainNode.methods |= methods.of(stated.method());
        methodsByPattern
                .computeIfAbsent(form.toString(), key -> new HashSet<>())
                .add(stated.method());
    }

    /** Returns text as paths are printed, with characters beyond ASCII percent-encoded. */
    static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length());
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && b < 0x7F) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return ESCAPED.matcher(encoded).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    private static String firstGroup(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException("a match without a group");
    }

    /** Returns the number of placeholders of a pattern in printed form. */
    public static int placeholders(String pattern) {
        return (int) pattern.chars().filter(c -> c == '<').count();
    }

    /** A node of the trie of patterns: what may follow a sequence of segments. */
    private static final class TrieNode {
        private final Map<String, Segment> byText = new HashMap<>();
        private final List<Segment> literals = new ArrayList<>();
        private final List<Segment> placeholders = new ArrayList<>();
        private int number = NONE;
        private long methods;

        TrieNode next(String written) {
            Segment known = byText.get(written);
            if (known != null) {
                return known.next;
            }
            Segment added = Segment.of(written);
            byText.put(written, added);
            add(added);
            Segment raw = added.raw();
            if (!raw.equals(added)) {
                add(raw);
            }
            return added.next;
        }

        private void add(Segment segment) {
            List<Segment> alike = segment.isLiteral() ? literals : placeholders;
            int at = Collections.binarySearch(alike, segment);
            if (at < 0) {
                alike.add(-at - 1, segment);
            }
        }

        /** The pattern of the segments from {@code from} on, a position in the array of {@code path}. */
        int match(ByteSlice path, int from, long accepted) {
            int end = PathHash.slash(path, from);
            Segment literal = literal(path.array(), from, end);
            int found = literal == null ? NONE : match(literal, path, from, end, accepted);
            for (int i = 0; found == NONE && i < placeholders.size(); i++) {
                found = match(placeholders.get(i), path, from, end, accepted);
            }
            return found;
        }

        /** The literal that a segment is, or null. */
        private @Nullable Segment literal(byte[] path, int from, int to) {
            int low = 0;
            int high = literals.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                byte[] text = literals.get(middle).literals[0];
                int order = Arrays.compareUnsigned(text, 0, text.length, path, from, to);
                if (order == 0) {
                    return literals.get(middle);
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return null;
        }

        private static int match(Segment segment, ByteSlice path, int from, int end, long accepted) {
            int to = path.to();
            int until = end;
            int found = NONE;
            while (found == NONE && until <= to) {
                if (segment.matches(path.array(), from, until)) {
                    found = until == to ? segment.next.end(accepted) : segment.next.match(path, until + 1, accepted);
                }
                until = segment.rest && until < to ? PathHash.slash(path, until + 1) : to + 1;
            }
            return found;
        }

        private int end(long accepted) {
            return (methods & accepted) == 0 ? NONE : number;
        }
    }

    /** One segment of a stated pattern: literal text, perhaps with placeholders in it. */
    private static final class Segment implements Comparable<Segment> {
        /** Characters that a pattern holds percent-encoded where they are no placeholder. */
        private static final String SIGNS = "{}:";

        private final String written;
        private final byte[][] literals;
        private final int literalLength;
        private final boolean rest;
        private final TrieNode next;

        private Segment(String written, byte[][] literals, TrieNode next) {
            this.written = written;
            this.literals = literals;
            this.next = next;
            this.rest = written.contains("+>");
            this.literalLength =
                    Arrays.stream(literals).mapToInt(literal -> literal.length).sum();
        }

        static Segment of(String written) {
            byte[][] literals = Arrays.stream(written.split("<[^<>]+>", -1))
                    .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            return new Segment(written, literals, new TrieNode());
        }

        /**
         * Returns this segment as clients send it that encode neither characters beyond ASCII nor the signs of
         * placeholders; the same object where there are none.
         */
        Segment raw() {
            byte[][] raw = Arrays.stream(literals).map(Segment::raw).toArray(byte[][]::new);
            return Arrays.deepEquals(literals, raw) ? this : new Segment(written + " ", raw, next);
        }

        private static byte[] raw(byte[] encoded) {
            byte[] raw = new byte[encoded.length];
            int length = PercentDecoder.decodeOnce(ByteSlice.of(encoded), raw);
            boolean other = false;
            for (int i = 0; i < length; i++) {
                other |= raw[i] < 0 || SIGNS.indexOf(raw[i]) >= 0;
            }
            return other ? Arrays.copyOf(raw, length) : encoded;
        }

        /**
         * Whether a path segment has the literals in their order, the first at its beginning, the last at its end, and
         * text between any two.
         */
        boolean matches(byte[] path, int from, int to) {
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

        boolean isLiteral() {
            return literals.length == 1;
        }

        /**
         * Compares literals by their bytes. Of other segments, what takes the remaining segments comes last, then more
         * literal text comes first, then fewer placeholders.
         */
        @Override
        public int compareTo(Segment other) {
            if (isLiteral() && other.isLiteral()) {
                return Arrays.compareUnsigned(literals[0], other.literals[0]);
            }
            int byRest = Boolean.compare(rest, other.rest);
            int byText = byRest != 0 ? byRest : Integer.compare(other.literalLength, literalLength);
            int byPlaceholders = byText != 0 ? byText : Integer.compare(literals.length, other.literals.length);
            return byPlaceholders != 0 ? byPlaceholders : written.compareTo(other.written);
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
            return written;
        }
    }
}
