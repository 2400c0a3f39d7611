package dev.pathrank.pattern.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Words that web interfaces commonly use as literals, from the resource {@code terms.txt}; its singulars and plurals with {@code s} count too.
 *
 * <p>Being a term decides how much room a word gets in the tree when memory is short, and is weak evidence that it is a literal, no more.
 */
public final class TermDictionary {
    private static final String RESOURCE = "terms.txt";
    private static final int LONGEST = 24;
    private static final byte[][] TABLE = load();

    private TermDictionary() {}

    /** Whether {@code text[from, to)}, letter case aside, is a term. */
    static boolean contains(byte[] text, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return false;
        }
        return find(text, from, to) || length > 3 && (text[to - 1] | 0x20) == 's' && find(text, from, to - 1);
    }

    private static boolean find(byte[] text, int from, int to) {
        for (int slot = slot(text, from, to); TABLE[slot] != null; slot = (slot + 1) & (TABLE.length - 1)) {
            if (same(TABLE[slot], text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(byte[] term, byte[] text, int from, int to) {
        if (term.length != to - from) {
            return false;
        }
        for (int i = 0; i < term.length; i++) {
            if (term[i] != (text[from + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Calls {@code visitor} for every term of the resource. */
    public static void each(Consumer<byte[]> visitor) {
        for (byte[] term : TABLE) {
            if (term != null) {
                visitor.accept(term);
            }
        }
    }

    private static int slot(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + (text[i] | 0x20);
        }
        return (hash ^ hash >>> 15) & (TABLE_SIZE - 1);
    }

    /** A power of two, several times the number of terms. */
    private static final int TABLE_SIZE = 1 << 12;

    private static byte[][] load() {
        byte[][] table = new byte[TABLE_SIZE][];
        try (InputStream in = TermDictionary.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    for (String term : line.split(" ")) {
                        put(table, term.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own resource " + RESOURCE + " cannot be read", e);
        }
        return table;
    }

    private static void put(byte[][] table, byte[] term) {
        int slot = slot(term, 0, term.length);
        while (table[slot] != null) {
            if (Arrays.equals(table[slot], term)) {
                return;
            }
            slot = (slot + 1) & (TABLE_SIZE - 1);
        }
        table[slot] = term;
    }
}
