package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words that web interfaces commonly use as literals, from the resource {@code terms.txt}; singulars and plurals with
 * {@code s} count too.
 *
 * <p>Being a term decides how many places a word gets in the tree when memory is short, and is weak evidence for a
 * literal.
 */
public final class TermDictionary {
    private static final String RESOURCE = "terms.txt";
    private static final int LONGEST = 24;

    /** A power of two, several times the number of terms. */
    private static final int TABLE_SIZE = 1 << 12;

    /** An open hash table. */
    private static final byte[] @Nullable [] TABLE = load();

    private TermDictionary() {}

    /** Whether a segment is a term, in any letter case. */
    static boolean contains(ByteSlice text) {
        int length = text.length();
        if (length > LONGEST) {
            return false;
        }
        return find(text, length) || length > 3 && (text.at(length - 1) | 0x20) == 's' && find(text, length - 1);
    }

    private static boolean find(ByteSlice text, int length) {
        int slot = slot(text, length);
        for (byte[] term = TABLE[slot]; term != null; term = TABLE[slot]) {
            if (isTerm(term, text, length)) {
                return true;
            }
            slot = (slot + 1) & (TABLE_SIZE - 1);
        }
        return false;
    }

    private static boolean isTerm(byte[] term, ByteSlice text, int length) {
        if (term.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (term[i] != (text.at(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Calls {@code visitor} for every term of the resource, in the same order on every machine. */
    public static void forEach(Consumer<byte[]> visitor) {
        for (byte[] term : TABLE) {
            if (term != null) {
                visitor.accept(term);
            }
        }
    }

    private static int slot(ByteSlice text, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + (text.at(i) | 0x20);
        }
        return (hash ^ hash >>> 15) & (TABLE_SIZE - 1);
    }

    private static byte[] @Nullable [] load() {
        byte[] @Nullable [] table = new byte[TABLE_SIZE][];
        try (InputStream in = Objects.requireNonNull(TermDictionary.class.getResourceAsStream(RESOURCE), RESOURCE);
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

    private static void put(byte[] @Nullable [] table, byte[] term) {
        int slot = slot(ByteSlice.of(term), term.length);
        while (table[slot] != null) {
            if (Arrays.equals(table[slot], term)) {
                return;
            }
            slot = (slot + 1) & (TABLE_SIZE - 1);
        }
        table[slot] = term;
    }
}
