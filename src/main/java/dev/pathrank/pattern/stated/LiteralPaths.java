package dev.pathrank.pattern.stated;

import dev.pathrank.text.PercentDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Paths that are never folded. A request belongs to one if it is for that path or one below it, and to the longest where there are several.
 */
public final class LiteralPaths {
    /** No literal path is meant. */
    public static final int NONE = -1;

    private final List<Spelling> spellings = new ArrayList<>();

    /** A form in which a literal path may come; the text is the form in which all of them are counted. */
    private static final class Spelling {
        private final byte[] form;
        private final byte[] text;
        private final int segments;

        Spelling(byte[] form, byte[] text, int segments) {
            this.form = form;
            this.text = text;
            this.segments = segments;
        }
    }

    /**
     * @param paths as the user wrote them
     * @throws IllegalArgumentException if one is no path
     */
    public LiteralPaths(List<String> paths) {
        for (String path : paths) {
            requirePath(path);
            byte[] text = StatedPatterns.encoded(path).getBytes(StandardCharsets.ISO_8859_1);
            int segments = path.split("/").length - 1;
            spellings.add(new Spelling(text, text, segments));
            byte[] raw = raw(text);
            if (!Arrays.equals(raw, text)) {
                spellings.add(new Spelling(raw, text, segments));
            }
        }
        spellings.sort(Comparator.comparingInt((Spelling spelling) -> -spelling.segments)
                .thenComparingInt(s -> -s.form.length));
    }

    /** @throws IllegalArgumentException if {@code path} is none that can stay literal; the message tells the form */
    public static void requirePath(String path) {
        if (!path.matches("(/[^/?\\s<>]+)+")) {
            throw new IllegalArgumentException(
                    "\"" + path + "\" is no path that can stay literal; write one without placeholders, like /user/me");
        }
    }

    /** As a client sends it that does not encode what lies beyond ASCII. */
    private static byte[] raw(byte[] encoded) {
        byte[] raw = new byte[encoded.length];
        int length = PercentDecoder.decodeOnce(encoded, 0, encoded.length, raw);
        for (int i = 0; i < length; i++) {
            if (raw[i] < 0) {
                return Arrays.copyOf(raw, length);
            }
        }
        return encoded;
    }

    public boolean isEmpty() {
        return spellings.isEmpty();
    }

    /** The number of the literal path that {@code path[from, to)} is or is below, or {@link #NONE}. */
    public int match(byte[] path, int from, int to) {
        for (int i = 0; i < spellings.size(); i++) {
            byte[] form = spellings.get(i).form;
            int end = from + form.length;
            if (end <= to && (end == to || path[end] == '/') && Arrays.equals(form, 0, form.length, path, from, end)) {
                return i;
            }
        }
        return NONE;
    }

    /** How the path of that number is counted. */
    public byte[] text(int number) {
        return spellings.get(number).text;
    }

    /** Bytes of a request's path that the path of that number takes up. */
    public int length(int number) {
        return spellings.get(number).form.length;
    }

    public int segments(int number) {
        return spellings.get(number).segments;
    }
}
