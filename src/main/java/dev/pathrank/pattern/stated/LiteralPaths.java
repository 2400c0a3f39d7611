package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Paths that are never folded. A request belongs to a literal path if its path is equal to it or below it, and to the
 * longest where there are several.
 */
public final class LiteralPaths {
    /** The number of no literal path. */
    public static final int NONE = -1;

    private final List<Spelling> spellings = new ArrayList<>();

    /**
     * A form in which a literal path may be requested.
     *
     * @param form the bytes that requests begin with
     * @param text the form in which all spellings of the path are counted
     * @param segments the number of segments
     */
    private record Spelling(ByteSlice form, ByteSlice text, int segments) {}

    /**
     * Prepares literal paths for matching.
     *
     * @param paths as the user wrote them
     * @throws IllegalArgumentException if one is not a path without placeholders
     */
    public LiteralPaths(List<String> paths) {
        for (String path : paths) {
            requirePath(path);
            String inTree = QueryPath.segments(path);
            String text = StatedPatterns.encoded(inTree);
            ByteSlice counted = ByteSlice.of(text);
            int segments = inTree.split("/").length - 1;
            for (String form : PercentEncoder.wireForms(text)) {
                spellings.add(new Spelling(ByteSlice.of(form), counted, segments));
            }
        }
        spellings.sort(Comparator.comparingInt((Spelling spelling) -> -spelling.segments)
                .thenComparingInt(s -> -s.form.length()));
    }

    /**
     * Checks the form of a literal path.
     *
     * @throws IllegalArgumentException if it is not a path without placeholders; the message shows the form
     */
    public static void requirePath(String path) {
        if (!path.matches("(?:/[^/?\\s<>]++)++(?:\\?[^?\\s<>]++)?|/\\?[^?\\s<>]++")) {
            throw new IllegalArgumentException(
                    "\"" + path + "\" is not a literal path; give one without placeholders, such as /user/me");
        }
    }

    /** Whether there are no literal paths. */
    public boolean isEmpty() {
        return spellings.isEmpty();
    }

    /** Returns the number of the literal path that a path is equal to or below, or {@link #NONE}. */
    public int match(ByteSlice path) {
        byte[] bytes = path.array();
        int from = path.from();
        for (int i = 0; i < spellings.size(); i++) {
            ByteSlice form = spellings.get(i).form;
            int end = from + form.length();
            if (end <= path.to()
                    && (end == path.to() || bytes[end] == '/')
                    && Arrays.equals(form.array(), form.from(), form.to(), bytes, from, end)) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the form in which a literal path is counted. */
    public ByteSlice text(int number) {
        return spellings.get(number).text;
    }

    /** Returns how many bytes of a request's path the literal path takes up. */
    public int length(int number) {
        return spellings.get(number).form.length();
    }

    /** Returns the number of segments of a literal path. */
    public int segments(int number) {
        return spellings.get(number).segments;
    }
}
