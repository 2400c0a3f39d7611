package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private final PatternTrie root = new PatternTrie();
    private final List<ByteSlice> written = new ArrayList<>();
    private final List<Integer> literalsAtFirst = new ArrayList<>();
    private final Map<String, Set<String>> methodsByPattern = new HashMap<>();
    private final MethodMasks methods;

    /** The same patterns in lower case and without needless slashes. */
    private final PatternTrie plainRoot = new PatternTrie();

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
                .map(form -> QueryPath.printed(new String(form.toByteArray(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** Returns a pattern in printed form, with keys of a query as {@link QueryPath} has them in the tree. */
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

    /** Returns the tree in which paths are looked up first, as they are. */
    public MatchNode exactTree() {
        return view(root);
    }

    /**
     * Returns the tree in which paths are looked up that are not in the first: in lower case (ASCII letters alone),
     * with one slash for several and without one at the end.
     */
    public MatchNode plainTree() {
        return view(plainRoot);
    }

    private MatchNode view(PatternTrie start) {
        List<String> forms = written();
        return start.view(forms::get, methods::of);
    }

    private int match(PatternTrie start, ByteSlice path, long accepted) {
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
                || pattern.chars().anyMatch(c -> c <= ' ')
                || PLACEHOLDER.matcher(pattern).replaceAll("").matches(".*[<>].*")) {
            throw new IllegalArgumentException("\"" + pattern
                    + "\" is not a path pattern; use a form such as /user/<id>, /user/{id} or /user/:id");
        }
        PatternTrie node = root;
        PatternTrie plainNode = plainRoot;
        StringBuilder form = new StringBuilder();
        for (String segment : QueryPath.segments(pattern).substring(1).split("/", -1)) {
            String normal = PLACEHOLDER.matcher(encoded(segment)).replaceAll(found -> "<" + firstGroup(found) + ">");
            node = node.next(normal);
            plainNode = normal.isEmpty() && pattern.length() > 1
                    ? plainNode
                    : plainNode.next(StatedSpelling.lowerCase(normal));
            form.append('/').append(normal);
        }
        long accepted = methods.of(stated.method());
        int number = node.claim(written.size(), accepted);
        if (number == written.size()) {
            written.add(ByteSlice.of(form.toString()));
            int placeholder = form.indexOf("<");
            String before = placeholder < 0 ? form + "/" : form.substring(0, placeholder);
            literalsAtFirst.add((int) before.chars().filter(c -> c == '/').count() - 1);
        }
        plainNode.claim(number, accepted);
        methodsByPattern
                .computeIfAbsent(QueryPath.printed(form.toString()), key -> new HashSet<>())
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
}
