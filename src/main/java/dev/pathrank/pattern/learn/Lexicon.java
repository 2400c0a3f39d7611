package dev.pathrank.pattern.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How web interfaces use words: as literals or as values of parameters, and what stands before and after them. All by how many vendors do so.
 *
 * <p>A word is a run of letters in lower case; the words of a segment joined by hyphens are an entry too, if several vendors have that segment.
 */
final class Lexicon {
    /** Numbers that {@link #write} of a place and of a segment add. */
    static final int NUMBERS = 12;

    private static final Entry UNKNOWN = new Entry(0, 0, 0, 0, 0, 0);

    private static final int SIGNS = 27;

    private final Map<String, Entry> entries;
    private final double[] pairs = new double[SIGNS * SIGNS];

    /**
     * Numbers of vendors.
     *
     * @param literal that use it in or as a literal
     * @param value that name it among the values of a parameter
     * @param beforeVariable that have a variable right after it
     * @param beforeLiteral that have another literal right after it
     * @param afterVariable that have it right after a variable
     * @param afterLiteral that have it right after a literal, or at the beginning
     */
    record Entry(int literal, int value, int beforeVariable, int beforeLiteral, int afterVariable, int afterLiteral) {}

    Lexicon(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
        long[] counts = new long[SIGNS * SIGNS];
        entries.keySet().stream().filter(word -> word.indexOf('-') < 0).forEach(word -> {
            int before = 0;
            for (int i = 0; i <= word.length(); i++) {
                int sign = i == word.length() ? 0 : sign(word.charAt(i));
                counts[before * SIGNS + sign]++;
                before = sign;
            }
        });
        for (int before = 0; before < SIGNS; before++) {
            long sum = SIGNS;
            for (int sign = 0; sign < SIGNS; sign++) {
                sum += counts[before * SIGNS + sign];
            }
            for (int sign = 0; sign < SIGNS; sign++) {
                pairs[before * SIGNS + sign] = StrictMath.log((counts[before * SIGNS + sign] + 1.0) / sum);
            }
        }
    }

    private static int sign(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }

    /** How much a text looks like words rather than random letters: the mean logarithm of the frequency of its pairs of signs; 0 where it is empty. */
    double plausibility(String text) {
        double sum = 0;
        int before = 0;
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            int sign = sign(Character.toLowerCase(text.charAt(i)));
            if (sign != 0 || before != 0) {
                sum += pairs[before * SIGNS + sign];
                n++;
            }
            before = sign;
        }
        return n == 0 ? 0 : sum / n;
    }

    static Lexicon read(DataInputStream in) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        int words = in.readInt();
        for (int i = 0; i < words; i++) {
            entries.put(
                    in.readUTF(),
                    new Entry(
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort()));
        }
        return new Lexicon(entries);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<String, Entry> word : new TreeMap<>(entries).entrySet()) {
            Entry entry = word.getValue();
            out.writeUTF(word.getKey());
            out.writeShort(entry.literal);
            out.writeShort(entry.value);
            out.writeShort(entry.beforeVariable);
            out.writeShort(entry.beforeLiteral);
            out.writeShort(entry.afterVariable);
            out.writeShort(entry.afterLiteral);
        }
    }

    /** Vendors that use the least common part of a segment as a literal, and the mean over its parts; 0 for unknown words. */
    double[] look(String segment) {
        List<String> parts = parts(segment);
        if (parts.isEmpty()) {
            return new double[] {-1, -1};
        }
        double least = Double.MAX_VALUE;
        double sum = 0;
        for (String part : parts) {
            int n = entry(part).literal;
            least = Math.min(least, n);
            sum += StrictMath.log1p(n);
        }
        return new double[] {StrictMath.log1p(least), sum / parts.size()};
    }

    private Entry entry(String key) {
        return entries.getOrDefault(key, UNKNOWN);
    }

    /** Writes how a segment is used into {@code v}, from {@code from} on; where it ends. */
    int writeSegment(String segment, double[] v, int from) {
        List<String> parts = parts(segment);
        Entry whole = parts.isEmpty() ? UNKNOWN : entry(String.join("-", parts));
        Entry head = parts.isEmpty() ? UNKNOWN : entry(parts.get(parts.size() - 1));
        int at = from;
        v[at++] = parts.isEmpty() ? -1 : StrictMath.log1p(whole.literal);
        v[at++] = StrictMath.log1p(whole.value);
        v[at++] = balance(whole.value, whole.literal);
        v[at++] = balance(whole.afterVariable, whole.afterLiteral);
        v[at++] = balance(head.afterVariable, head.afterLiteral);
        v[at++] = balance(head.beforeVariable, head.beforeLiteral);
        v[at++] = parts.size();
        return at;
    }

    /** Writes what commonly follows the text before a place, into {@code v}, from {@code from} on; where it ends. */
    int writeBefore(String text, double[] v, int from) {
        List<String> parts = parts(text);
        Entry whole = parts.isEmpty() ? UNKNOWN : entry(String.join("-", parts));
        Entry head = parts.isEmpty() ? UNKNOWN : entry(parts.get(parts.size() - 1));
        int at = from;
        v[at++] = balance(whole.beforeVariable, whole.beforeLiteral);
        v[at++] = balance(head.beforeVariable, head.beforeLiteral);
        v[at++] = StrictMath.log1p(whole.beforeVariable + whole.beforeLiteral);
        v[at++] = StrictMath.log1p(head.literal);
        v[at++] = balance(head.value, head.literal);
        return at;
    }

    /** Log-odds of two numbers of vendors, held near 0 where both are small. */
    private static double balance(int yes, int no) {
        return StrictMath.log((yes + 1.0) / (no + 1.0));
    }

    /** The words of a segment: runs of letters, cut where a capital follows a small letter; lower case. */
    static List<String> parts(String segment) {
        List<String> parts = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= segment.length(); i++) {
            boolean letter = i < segment.length() && Character.isLetter(segment.charAt(i)) && segment.charAt(i) < 128;
            boolean hump = letter
                    && from >= 0
                    && i > from
                    && Character.isUpperCase(segment.charAt(i))
                    && Character.isLowerCase(segment.charAt(i - 1));
            if (from >= 0 && (!letter || hump)) {
                parts.add(segment.substring(from, i).toLowerCase(Locale.ROOT));
                from = -1;
            }
            if (letter && from < 0) {
                from = i;
            }
        }
        return parts;
    }
}
