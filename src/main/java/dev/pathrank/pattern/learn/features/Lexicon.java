package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.EncodedCharacter;
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
 * How web interfaces use words: as literals or as parameter values, and before or after placeholders. Uses are counted
 * by vendors.
 *
 * <p>A word is a run of letters in lower case; the words of a segment joined by hyphens are an entry too, if several
 * vendors use the segment.
 */
public final class Lexicon {
    private static final Entry UNKNOWN = new Entry(0, 0, 0, 0, 0, 0);

    /** The letters, and one sign for everything else. */
    private static final int SIGNS = 27;

    private final Map<String, Entry> entries;
    /** The logarithm of the frequency of each pair of signs in the words. */
    private final double[] pairs = new double[SIGNS * SIGNS];
    /** The mean plausibility of the known words. */
    private final double typical;

    /**
     * The uses of a word, by number of vendors.
     *
     * @param literal vendors that use it in or as a literal
     * @param value vendors that list it among the values of a parameter
     * @param beforePlaceholder vendors that use it directly before a placeholder
     * @param beforeLiteral vendors that use it directly before another literal
     * @param afterPlaceholder vendors that use it directly after a placeholder
     * @param afterLiteral vendors that use it directly after a literal, or at the beginning
     */
    public record Entry(
            int literal, int value, int beforePlaceholder, int beforeLiteral, int afterPlaceholder, int afterLiteral) {}

    /**
     * The use of a segment's words as literals.
     *
     * @param rarest the logarithm of one more than the vendors that use the rarest word; -1 where there are no words
     * @param mean the mean of that logarithm over the words; -1 where there are no words
     */
    public record LiteralUse(double rarest, double mean) {
        private static final LiteralUse NO_WORDS = new LiteralUse(-1, -1);

        /** Whether all words are known literals. */
        public boolean isKnown() {
            return rarest > 0;
        }
    }

    public Lexicon(Map<String, Entry> entries) {
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
        typical = new TreeMap<>(entries)
                .keySet().stream().mapToDouble(this::plausibility).average().orElse(0);
    }

    private static int sign(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }

    /**
     * Returns how much a text looks like words: the mean logarithm of the frequency of its letter pairs in known words;
     * 0 without letters, and that of an average known word where all letters are of other scripts.
     */
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
        boolean foreign = n == 0 && text.chars().anyMatch(EncodedCharacter::isLetter);
        return foreign ? typical : n == 0 ? 0 : sum / n;
    }

    /** Reads what {@link #write} wrote. */
    public static Lexicon read(DataInputStream in) throws IOException {
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

    /** Writes the entries in the order of their words. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<String, Entry> word : new TreeMap<>(entries).entrySet()) {
            Entry entry = word.getValue();
            out.writeUTF(word.getKey());
            out.writeShort(entry.literal);
            out.writeShort(entry.value);
            out.writeShort(entry.beforePlaceholder);
            out.writeShort(entry.beforeLiteral);
            out.writeShort(entry.afterPlaceholder);
            out.writeShort(entry.afterLiteral);
        }
    }

    /** Returns how the words of a segment are used as literals. */
    public LiteralUse literalUse(String segment) {
        List<String> words = words(segment);
        if (words.isEmpty()) {
            return LiteralUse.NO_WORDS;
        }
        double least = Double.MAX_VALUE;
        double sum = 0;
        for (String word : words) {
            int n = entry(word).literal;
            least = Math.min(least, n);
            sum += StrictMath.log1p(n);
        }
        return new LiteralUse(StrictMath.log1p(least), sum / words.size());
    }

    /** Whether several vendors use a segment before placeholders, and none before a literal. */
    public boolean takesPlaceholder(String segment) {
        Entry whole = whole(words(segment));
        return whole.beforePlaceholder > 1 && whole.beforeLiteral == 0;
    }

    private Entry entry(String key) {
        return entries.getOrDefault(key, UNKNOWN);
    }

    private Entry whole(List<String> words) {
        return words.isEmpty() ? UNKNOWN : entry(String.join("-", words));
    }

    private Entry last(List<String> words) {
        return words.isEmpty() ? UNKNOWN : entry(words.get(words.size() - 1));
    }

    /** Sets the features of how a segment is used. */
    void setSegment(FeatureVector vector, String segment) {
        List<String> words = words(segment);
        Entry whole = whole(words);
        Entry last = last(words);
        vector.set(Feature.LITERAL_VENDORS, words.isEmpty() ? -1 : StrictMath.log1p(whole.literal));
        vector.set(Feature.VALUE_VENDORS, StrictMath.log1p(whole.value));
        vector.set(Feature.VALUE_ODDS, logOdds(whole.value, whole.literal));
        vector.set(Feature.AFTER_PLACEHOLDER_ODDS, logOdds(whole.afterPlaceholder, whole.afterLiteral));
        vector.set(Feature.LAST_WORD_AFTER_PLACEHOLDER_ODDS, logOdds(last.afterPlaceholder, last.afterLiteral));
        vector.set(Feature.LAST_WORD_BEFORE_PLACEHOLDER_ODDS, logOdds(last.beforePlaceholder, last.beforeLiteral));
        vector.set(Feature.WORD_COUNT, words.size());
    }

    /** Sets the features of what commonly follows the segment before. */
    void setBefore(FeatureVector vector, String segment) {
        List<String> words = words(segment);
        Entry whole = whole(words);
        Entry last = last(words);
        vector.set(Feature.BEFORE_TAKES_PLACEHOLDER_ODDS, logOdds(whole.beforePlaceholder, whole.beforeLiteral));
        vector.set(
                Feature.BEFORE_LAST_WORD_TAKES_PLACEHOLDER_ODDS, logOdds(last.beforePlaceholder, last.beforeLiteral));
        vector.set(Feature.BEFORE_VENDORS, StrictMath.log1p(whole.beforePlaceholder + whole.beforeLiteral));
        vector.set(Feature.BEFORE_LAST_WORD_VENDORS, StrictMath.log1p(last.literal));
        vector.set(Feature.BEFORE_LAST_WORD_VALUE_ODDS, logOdds(last.value, last.literal));
    }

    /** Returns the log-odds of two numbers of vendors, smoothed towards 0 where both are small. */
    private static double logOdds(int yes, int no) {
        return StrictMath.log((yes + 1.0) / (no + 1.0));
    }

    /** Returns the words of a segment in lower case: runs of letters, split where a capital follows a small letter. */
    public static List<String> words(String segment) {
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= segment.length(); i++) {
            boolean letter = i < segment.length() && EncodedCharacter.isLetter(segment.charAt(i));
            boolean hump = letter
                    && from >= 0
                    && i > from
                    && Character.isUpperCase(segment.charAt(i))
                    && Character.isLowerCase(segment.charAt(i - 1));
            if (from >= 0 && (!letter || hump)) {
                words.add(segment.substring(from, i).toLowerCase(Locale.ROOT));
                from = -1;
            }
            if (letter && from < 0) {
                from = i;
            }
        }
        return words;
    }
}
