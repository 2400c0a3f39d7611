package dev.pathrank.log;

import dev.pathrank.text.LittleEndian;
import java.util.Arrays;

/**
 * The index of the tabs and newlines of a buffer, called marks, made in one pass of 64 bytes at a time. A separate
 * search for the end of each field takes more than twice as long, mostly for branches that the processor cannot
 * predict.
 */
final class DelimiterIndex {
    private static final int BLOCK = 64;
    private static final byte NEWLINE = '\n';
    private static final byte TAB = '\t';
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Added to the low seven bits, these carry into the eighth for a tab or more, and for more than a newline. */
    private static final long FROM_TAB = (0x80 - TAB) * ONES;

    private static final long FROM_AFTER_NEWLINE = (0x80 - NEWLINE - 1) * ONES;

    /** Marks that are written for each block even if it has fewer, which is cheaper than a branch. */
    private static final int USUAL = 8;

    private int[] places = new int[1024];
    private int count;
    private int[] newlines = new int[256];
    private int newlineCount;
    private int seen;

    /** Removes all marks, for a new buffer. */
    void clear() {
        count = 0;
        newlineCount = 0;
        seen = 0;
    }

    /** Indexes the buffer up to {@code limit}, from where the last call ended. */
    void see(byte[] bytes, int limit) {
        int at = seen;
        for (; at <= limit - BLOCK; at += BLOCK) {
            block(bytes, at);
        }
        for (; at < limit; at++) {
            if (bytes[at] == TAB || bytes[at] == NEWLINE) {
                reserve();
                if (bytes[at] == NEWLINE) {
                    newlines[newlineCount++] = count;
                }
                places[count++] = at;
            }
        }
        seen = limit;
    }

    private void block(byte[] bytes, int from) {
        // Bit n of each byte of the matrix stands for word n; its transposition puts all bits into the order of the
        // bytes.
        // The loop is unrolled by hand, because Java does not unroll a loop with such shifts.
        long word = word(bytes, from);
        long hits = hits(word);
        long square = hits >>> 7;
        long newlineSquare = (hits & ~(word << 7)) >>> 7;
        word = word(bytes, from + 8);
        hits = hits(word);
        square |= hits >>> 6;
        newlineSquare |= (hits & ~(word << 7)) >>> 6;
        word = word(bytes, from + 16);
        hits = hits(word);
        square |= hits >>> 5;
        newlineSquare |= (hits & ~(word << 7)) >>> 5;
        word = word(bytes, from + 24);
        hits = hits(word);
        square |= hits >>> 4;
        newlineSquare |= (hits & ~(word << 7)) >>> 4;
        word = word(bytes, from + 32);
        hits = hits(word);
        square |= hits >>> 3;
        newlineSquare |= (hits & ~(word << 7)) >>> 3;
        word = word(bytes, from + 40);
        hits = hits(word);
        square |= hits >>> 2;
        newlineSquare |= (hits & ~(word << 7)) >>> 2;
        word = word(bytes, from + 48);
        hits = hits(word);
        square |= hits >>> 1;
        newlineSquare |= (hits & ~(word << 7)) >>> 1;
        word = word(bytes, from + 56);
        hits = hits(word);
        square |= hits;
        newlineSquare |= hits & ~(word << 7);
        long found = inOrder(square);
        reserve();
        int[] into = places;
        int next = count;
        long left = found;
        for (int i = 0; i < USUAL; i++) {
            into[next + i] = from + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        for (int i = next + USUAL; left != 0; left &= left - 1) {
            into[i++] = from + Long.numberOfTrailingZeros(left);
        }
        count = next + Long.bitCount(found);
        if (newlineSquare != 0) {
            noteNewlines(found, inOrder(newlineSquare), next);
        }
    }

    private static long word(byte[] bytes, int at) {
        return LittleEndian.longAt(bytes, at);
    }

    /** Returns the high bit of each byte that is a tab or a newline. */
    private static long hits(long word) {
        long low = word & LOW_BITS;
        return (low + FROM_TAB) & ~(low + FROM_AFTER_NEWLINE) & ~word & HIGH_BITS;
    }

    /** Transposes the 64 bits as an 8 by 8 matrix (H. S. Warren, Hacker's Delight, section 7-3). */
    private static long inOrder(long square) {
        long swapped = (square ^ square >>> 7) & 0x00AA00AA00AA00AAL;
        long turned = square ^ swapped ^ swapped << 7;
        swapped = (turned ^ turned >>> 14) & 0x0000CCCC0000CCCCL;
        turned ^= swapped ^ swapped << 14;
        swapped = (turned ^ turned >>> 28) & 0x00000000F0F0F0F0L;
        return turned ^ swapped ^ swapped << 28;
    }

    /** Notes the newlines of a block: the number of each is that of the marks before it. */
    private void noteNewlines(long marks, long newlineMarks, int firstMark) {
        for (long left = newlineMarks; left != 0; left &= left - 1) {
            newlines[newlineCount++] = firstMark + Long.bitCount(marks & (left & -left) - 1);
        }
    }

    /** Makes room for the marks of one more block. */
    private void reserve() {
        if (places.length - count < BLOCK) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        if (newlines.length - newlineCount < BLOCK) {
            newlines = Arrays.copyOf(newlines, 2 * newlines.length);
        }
    }

    /**
     * Follows a move of the buffer's bytes to the front by {@code moved}, and drops the marks before number
     * {@code first}.
     */
    void move(int moved, int first) {
        for (int mark = first; mark < count; mark++) {
            places[mark - first] = places[mark] - moved;
        }
        int kept = 0;
        for (int line = 0; line < newlineCount; line++) {
            if (newlines[line] >= first) {
                newlines[kept++] = newlines[line] - first;
            }
        }
        count -= first;
        newlineCount = kept;
        seen = Math.max(0, seen - moved);
    }

    /**
     * Returns the ascending indices of all marks. Only the first {@link #count()} are valid, until {@link #see} is
     * called.
     */
    int[] places() {
        return places;
    }

    /** Returns the number of marks. */
    int count() {
        return count;
    }

    /** Returns the number of newlines. */
    int newlines() {
        return newlineCount;
    }

    /** Returns the number of the mark that is a newline, by the 0-based number of the newline. */
    int newline(int newline) {
        return newlines[newline];
    }
}
