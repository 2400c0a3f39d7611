package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.text.PercentDecoder;
import dev.pathrank.text.PercentEncoder;
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
import java.util.regex.Pattern;

/**
 * Patterns that the user stated. They win over everything learned, and among themselves as a router would have it: segment by segment, a literal
 * before a part of a segment before a whole variable, and last what takes the remaining segments. A pattern stated for another method is taken
 * only where none is stated for the request's own.
 *
 * <p>A variable may be written {@code <id>}, {@code {id}} or {@code :id}; it stands for one segment, or for a part of one as in {@code <id>.json}.
 * A path that no pattern matches is looked up once more with its trailing slash, doubled slashes and letter case aside, so that a careless spelling of
 * an endpoint is counted for it.
 *
 * <p>One whose name ends in {@code +}, as in {@code /files/<path+>}, stands for one segment or more, as {@code {proxy+}} does in API Gateway.
 */
public final class StatedPatterns {
    /** No pattern matches. */
    public static final int NONE = -1;

    private static final Pattern VARIABLE =
            Pattern.compile("<([^<>/{}]+)>|\\{([^<>/{}]+)}|^:([A-Za-z_][A-Za-z0-9_]*)$");

    private final TrieNode root = new TrieNode();
    private final List<byte[]> written = new ArrayList<>();
    private final List<Integer> literalsAtFirst = new ArrayList<>();
    private final Map<String, Set<String>> methodsByPattern = new HashMap<>();
    private final MethodMasks methods;
    private final TrieNode plainRoot = new TrieNode();
    private byte[] plain = new byte[256];
    private boolean careless;

    /**
     * @param patterns as the user wrote them
     * @throws IllegalArgumentException if one is no pattern; the message tells the forms
     */
    public StatedPatterns(List<StatedPattern> patterns) {
        methods = new MethodMasks(patterns.stream().map(StatedPattern::method).toList());
        patterns.forEach(this::add);
    }

    public boolean isEmpty() {
        return written.isEmpty();
    }

    /** All of them in the form that is printed, each once. */
    public List<String> written() {
        return written.stream()
                .map(form -> new String(form, StandardCharsets.UTF_8))
                .toList();
    }

    /** The pattern of that number in the form that is printed. */
    public byte[] written(int number) {
        return written.get(number);
    }

    /** Segments at the beginning of the pattern of that number that are no placeholders. */
    public int literalsAtFirst(int number) {
        return literalsAtFirst.get(number);
    }

    /** Whether requests of that method to that pattern, in the form that is printed, were stated. */
    public boolean states(String method, String pattern) {
        return methodsByPattern.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(stated -> StatedPattern.accepts(stated, method));
    }

    /** The number of the pattern that a request for {@code path[from, to)} belongs to, or {@link #NONE}. */
    public int match(byte[] path, int from, int to, byte[] method, int methodFrom, int methodTo) {
        if (from >= to || path[from] != '/') {
            return NONE;
        }
        long accepted = methods.accepting(method, methodFrom, methodTo);
        int found = match(root, path, from, to, accepted);
        careless = found == NONE;
        if (!careless) {
            return found;
        }
        int length = plain(path, from, to);
        return match(plainRoot, plain, 0, length, accepted);
    }

    private int match(TrieNode start, byte[] path, int from, int to, long accepted) {
        int found = start.match(path, from + 1, to, accepted);
        return found != NONE || accepted == methods.all() ? found : start.match(path, from + 1, to, methods.all());
    }

    /** Writes the path without needless slashes and in small letters to {@link #plain}; its length. */
    private int plain(byte[] path, int from, int to) {
        if (plain.length < to - from) {
            plain = new byte[2 * (to - from)];
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            byte c = path[i];
            if (c != '/' || length == 0 || plain[length - 1] != '/') {
                plain[length++] = c >= 'A' && c <= 'Z' ? (byte) (c | 0x20) : c;
            }
        }
        return length > 1 && plain[length - 1] == '/' ? length - 1 : length;
    }

    /**
     * How the path last {@linkplain #match matched}, by the pattern of that number, is spelled, with its variables as the pattern has them; null where
     * that is as the pattern is written.
     */
    public byte[] spelling(int number, byte[] path, int from, int to) {
        return careless ? StatedSpelling.of(written(number), path, from, to) : null;
    }

    private void add(StatedPattern stated) {
        String pattern = stated.pattern();
        if (!pattern.startsWith("/")
                || pattern.chars().anyMatch(c -> c <= ' ' || c == '?')
                || VARIABLE.matcher(pattern).replaceAll("").matches(".*[<>].*")) {
            throw new IllegalArgumentException(
                    "\"" + pattern + "\" is not a path pattern; write one like /user/<id>, /user/{id} or /user/:id");
        }
        TrieNode step = root;
        TrieNode plainStep = plainRoot;
        StringBuilder form = new StringBuilder();
        for (String segment : pattern.substring(1).split("/", -1)) {
            String normal = VARIABLE.matcher(encoded(segment)).replaceAll(found -> "<" + firstGroup(found) + ">");
            step = step.next(normal);
            plainStep =
                    normal.isEmpty() && pattern.length() > 1 ? plainStep : plainStep.next(StatedSpelling.plain(normal));
            form.append('/').append(normal);
        }
        if (step.number == NONE) {
            step.number = written.size();
            written.add(form.toString().getBytes(StandardCharsets.UTF_8));
            int placeholder = form.indexOf("<");
            String before = placeholder < 0 ? form + "/" : form.substring(0, placeholder);
            literalsAtFirst.add((int) before.chars().filter(c -> c == '/').count() - 1);
        }
        step.methods |= methods.of(stated.method());
        plainStep.number = plainStep.number == NONE ? step.number : plainStep.number;
        plainStep.methods |= methods.of(stated.method());
        methodsByPattern
                .computeIfAbsent(form.toString(), key -> new HashSet<>())
                .add(stated.method());
    }

    /** As paths are printed: what lies beyond ASCII is percent-encoded. */
    static String encoded(String segment) {
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
    public static int placeholders(String pattern) {
        return (int) pattern.chars().filter(c -> c == '<').count();
    }

    /** What may follow a number of segments. */
    private static final class TrieNode {
        private final Map<String, Segment> byText = new HashMap<>();
        private final List<Segment> literals = new ArrayList<>();
        private final List<Segment> variables = new ArrayList<>();
        private int number = NONE;
        private long methods;

        TrieNode next(String written) {
            Segment known = byText.get(written);
            if (known != null) {
                return known.step;
            }
            Segment added = Segment.of(written);
            byText.put(written, added);
            add(added);
            Segment raw = added.raw();
            if (!raw.equals(added)) {
                add(raw);
            }
            return added.step;
        }

        private void add(Segment segment) {
            List<Segment> alike = segment.isLiteral() ? literals : variables;
            int at = Collections.binarySearch(alike, segment);
            if (at < 0) {
                alike.add(-at - 1, segment);
            }
        }

        int match(byte[] path, int from, int to, long accepted) {
            int end = PathHash.slash(path, from, to);
            Segment literal = literal(path, from, end);
            int found = literal == null ? NONE : match(literal, path, from, end, to, accepted);
            for (int i = 0; found == NONE && i < variables.size(); i++) {
                found = match(variables.get(i), path, from, end, to, accepted);
            }
            return found;
        }

        /** The literal that the segment is, or null. */
        private Segment literal(byte[] path, int from, int to) {
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

        private static int match(Segment segment, byte[] path, int from, int end, int to, long accepted) {
            int until = end;
            int found = NONE;
            while (found == NONE && until <= to) {
                if (segment.matches(path, from, until)) {
                    found = until == to
                            ? segment.step.end(accepted)
                            : segment.step.match(path, until + 1, to, accepted);
                }
                until = segment.rest && until < to ? PathHash.slash(path, until + 1, to) : to + 1;
            }
            return found;
        }

        private int end(long accepted) {
            return (methods & accepted) == 0 ? NONE : number;
        }
    }

    /** One segment of a stated pattern: text, with at most a few variables in it. */
    private static final class Segment implements Comparable<Segment> {
        /** What a pattern holds percent-encoded where it is no placeholder. */
        private static final String SIGNS = "{}:";

        private final String written;
        private final byte[][] literals;
        private final int literalLength;
        private final boolean rest;
        private final TrieNode step;

        private Segment(String written, byte[][] literals, TrieNode step) {
            this.written = written;
            this.literals = literals;
            this.step = step;
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

        /** The same segment as a client sends it that encodes neither what lies beyond ASCII nor the signs of placeholders; itself where there is no such text. */
        Segment raw() {
            byte[][] raw = Arrays.stream(literals).map(Segment::raw).toArray(byte[][]::new);
            return Arrays.deepEquals(literals, raw) ? this : new Segment(written + " ", raw, step);
        }

        private static byte[] raw(byte[] encoded) {
            byte[] raw = new byte[encoded.length];
            int length = PercentDecoder.decodeOnce(encoded, 0, encoded.length, raw);
            boolean other = false;
            for (int i = 0; i < length; i++) {
                other |= raw[i] < 0 || SIGNS.indexOf(raw[i]) >= 0;
            }
            return other ? Arrays.copyOf(raw, length) : encoded;
        }

        /** The literals in their order, the first at the beginning, the last at the end, and something between any two. */
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

        /** Literals by their bytes; of the others what takes the remaining segments last, else fewer variables first, then more literal text. */
        @Override
        public int compareTo(Segment other) {
            if (isLiteral() && other.isLiteral()) {
                return Arrays.compareUnsigned(literals[0], other.literals[0]);
            }
            int byRest = Boolean.compare(rest, other.rest);
            int byVariables = byRest != 0 ? byRest : Integer.compare(literals.length, other.literals.length);
            int byText = byVariables != 0 ? byVariables : Integer.compare(other.literalLength, literalLength);
            return byText != 0 ? byText : written.compareTo(other.written);
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
            return PercentEncoder.of(written.getBytes(StandardCharsets.UTF_8), 0, written.length());
        }
    }
}
