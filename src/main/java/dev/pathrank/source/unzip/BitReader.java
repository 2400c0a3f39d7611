package dev.pathrank.source.unzip;

/**
 * The bits of a DEFLATE stream, the lowest of each byte first, out of pieces of input. Bytes are taken from a piece one
 * at a time and only when their bits are asked for, so that what follows the stream is never touched.
 */
final class BitReader {
    /** {@link #look} when the code does not end within the input. No entry is 0. */
    static final int TOO_FEW = 0;

    byte[] bytes = new byte[0];
    int next;
    int limit;

    /** Bits taken from the input and not yet used, the next one lowest; above {@link #held} all are 0. */
    long buffer;

    int held;

    /** Forgets the stream before, and what was left of its input. */
    void begin() {
        next = limit;
        buffer = 0;
        held = 0;
    }

    /** Goes on with the next piece of input, the piece before being used up. */
    void feed(byte[] piece, int offset, int length) {
        bytes = piece;
        next = offset;
        limit = offset + length;
    }

    /** Makes sure that {@code wanted} bits, 48 at most, are held; false if the input ends before. */
    boolean hold(int wanted) {
        while (held < wanted) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** Takes up to 32 bits that are held. */
    int take(int wanted) {
        int taken = (int) (buffer & (1L << wanted) - 1);
        buffer >>>= wanted;
        held -= wanted;
        return taken;
    }

    void skipToByte() {
        take(held & 7);
    }

    /** The entry of the code that comes next, which is held but not yet taken, or {@link #TOO_FEW}. */
    int look(HuffmanTable table) {
        return look(table, 0);
    }

    /** The same for the code that comes after {@code ahead} bits. */
    int look(HuffmanTable table, int ahead) {
        while (true) {
            int entry = table.entries[(int) (buffer >>> ahead) & (1 << table.bits) - 1];
            if ((entry & HuffmanTable.LINK) == HuffmanTable.LINK && entry > 0 && ahead + table.bits <= held) {
                int second = (int) (buffer >>> ahead + table.bits) & (1 << (entry >>> 8 & 63)) - 1;
                entry = table.entries[(entry >>> 16) + second];
            }
            boolean linked = entry > 0 && (entry & HuffmanTable.LINK) == HuffmanTable.LINK;
            int codeBits = entry < 0 ? entry >>> 24 & 15 : entry >>> 8 & 63;
            if (!linked && ahead + codeBits <= held) {
                return entry;
            }
            if (!more()) {
                return TOO_FEW;
            }
        }
    }

    private boolean more() {
        if (next == limit) {
            return false;
        }
        buffer |= (bytes[next++] & 0xFFL) << held;
        held += 8;
        return true;
    }
}
