package dev.pathrank.source.unzip;

import java.util.Arrays;

/**
 * A table that turns the next bits of a DEFLATE stream into a symbol in one look, or two for the longest codes. It is
 * built anew for each block, in place.
 *
 * <p>An entry is one {@code int}, made so that the decoder needs few steps for each symbol:
 *
 * <pre>
 * bits  0-5   bits of the code and of the extra bits behind it: what the entry uses up
 * bits  8-13  bits of the code alone
 * bit   14    SPECIAL: end of block, a link to a second table, or a code that stands for nothing
 * bits 16-30  the value to which the extra bits are added; for a link, where its second table begins
 * bit   31    LITERAL
 * </pre>
 *
 * A literal has the byte in bits 8-15, the bits of its code in 24-27, and where the code of the following literal lies
 * within the same look, PAIR (bit 30) and that one's byte in bits 16-23; bits 0-5 then count both.
 */
final class HuffmanTable {
    static final int LITERAL = 1 << 31;
    static final int PAIR = 1 << 30;
    static final int SPECIAL = 1 << 14;

    /** In place of extra bits in {@link #SPECIAL} entries: what is special. */
    static final int END_OF_BLOCK = SPECIAL | 1 << 16;

    static final int INVALID = SPECIAL;
    static final int LINK = SPECIAL | 1 << 7;

    /** The longest code that DEFLATE knows. */
    static final int LONGEST_CODE = 15;

    /** Which alphabet a table decodes. */
    enum Alphabet {
        CODE_LENGTHS,
        LITERALS_AND_LENGTHS,
        DISTANCES
    }

    final int[] entries;
    final int bits;
    private final Alphabet alphabet;
    private final int[] symbols;
    private final int[] next = new int[LONGEST_CODE + 2];
    private final int[] count = new int[LONGEST_CODE + 1];

    /** @param bits how many bits one look takes in */
    HuffmanTable(Alphabet alphabet, int bits) {
        this.alphabet = alphabet;
        this.bits = bits;
        this.symbols = symbolEntries(alphabet);
        // A second table holds at least two codes.
        this.entries = new int[(1 << bits) + (symbols.length / 2 + 1 << Math.max(0, LONGEST_CODE - bits))];
    }

    /**
     * Builds the table for the code in which symbol {@code i} takes {@code lengths[from + i]} bits.
     *
     * @return false if that is no code, by the rules of zlib: too many codes, or too few unless there is but one of one
     *     bit
     */
    boolean build(byte[] lengths, int from, int number) {
        Arrays.fill(count, 0);
        for (int i = from; i < from + number; i++) {
            count[lengths[i]]++;
        }
        int longest = LONGEST_CODE;
        while (longest > 0 && count[longest] == 0) {
            longest--;
        }
        int left = 1;
        int code = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            left = (left << 1) - count[length];
            if (left < 0) {
                return false;
            }
            next[length] = code;
            code = code + count[length] << 1;
        }
        if (left > 0) {
            if (longest > 1 || alphabet == Alphabet.CODE_LENGTHS && longest > 0) {
                return false;
            }
            Arrays.fill(entries, 0, 1 << bits, INVALID | 1 << 8 | 1);
        }
        fill(lengths, from, number, longest);
        if (alphabet == Alphabet.LITERALS_AND_LENGTHS) {
            pair();
        }
        return true;
    }

    private void fill(byte[] lengths, int from, int number, int longest) {
        int size = 1 << bits;
        int linkBits = longest - bits;
        int nextLink = size;
        if (linkBits > 0) {
            // So that a prefix not yet linked can be told.
            Arrays.fill(entries, 0, size, 0);
        }
        for (int symbol = 0; symbol < number; symbol++) {
            int length = lengths[from + symbol];
            if (length == 0) {
                continue;
            }
            int reversed = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
            int entry = ofLength(symbols[symbol], length);
            if (length <= bits) {
                for (int i = reversed; i < size; i += 1 << length) {
                    entries[i] = entry;
                }
                continue;
            }
            int prefix = reversed & size - 1;
            if (entries[prefix] == 0) {
                entries[prefix] = LINK | nextLink << 16 | linkBits << 8;
                nextLink += 1 << linkBits;
            }
            int start = entries[prefix] >>> 16;
            for (int i = reversed >>> bits; i < 1 << linkBits; i += 1 << length - bits) {
                entries[start + i] = entry;
            }
        }
    }

    // From the end, since the entry of the second literal must still be that of one alone.
    private void pair() {
        for (int i = (1 << bits) - 1; i >= 0; i--) {
            int first = entries[i];
            if (first < 0) {
                int used = first & 63;
                int second = entries[i >>> used];
                int both = used + (second & 63);
                if (second < 0 && both <= bits) {
                    entries[i] = first & ~63 | both | PAIR | (second & 0xFF00) << 8;
                }
            }
        }
    }

    private static int ofLength(int symbol, int length) {
        return symbol < 0 ? symbol | length << 24 | length : symbol + (length << 8 | length);
    }

    private static int[] symbolEntries(Alphabet alphabet) {
        return switch (alphabet) {
            case CODE_LENGTHS -> plain();
            case LITERALS_AND_LENGTHS -> literalsAndLengths();
            case DISTANCES -> distances();
        };
    }

    private static int[] plain() {
        int[] entries = new int[19];
        for (int symbol = 0; symbol < entries.length; symbol++) {
            entries[symbol] = symbol << 16;
        }
        return entries;
    }

    private static int[] literalsAndLengths() {
        int[] entries = new int[288];
        Arrays.fill(entries, INVALID);
        for (int symbol = 0; symbol < 256; symbol++) {
            entries[symbol] = LITERAL | symbol << 8;
        }
        entries[256] = END_OF_BLOCK;
        int base = 3;
        for (int symbol = 257; symbol < 285; symbol++) {
            int extra = Math.max(0, (symbol - 261) / 4);
            entries[symbol] = base << 16 | extra;
            base += 1 << extra;
        }
        entries[285] = 258 << 16;
        return entries;
    }

    private static int[] distances() {
        int[] entries = new int[32];
        Arrays.fill(entries, INVALID);
        int base = 1;
        for (int symbol = 0; symbol < 30; symbol++) {
            int extra = Math.max(0, (symbol - 2) / 2);
            entries[symbol] = base << 16 | extra;
            base += 1 << extra;
        }
        return entries;
    }
}
