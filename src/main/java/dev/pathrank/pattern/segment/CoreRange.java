package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;

/**
 * The range of a segment's core: the value without a key before it ({@code key=}, {@code ;key=}, {@code @}, {@code ~})
 * or a verb behind it ({@code :start}). A range is packed into one {@code long}, so that looking for it makes no
 * object; read it with {@link #from} and {@link #to}, which are positions in the array of the slice.
 */
final class CoreRange {
    /** The result for a segment without key and verb. */
    static final long WHOLE = -1;

    /** The longest run of letters that counts as a key or a verb. */
    private static final int LONGEST_WORD = 24;

    private CoreRange() {}

    static long of(int from, int to) {
        return (long) from << 32 | to;
    }

    static int from(long range) {
        return (int) (range >>> 32);
    }

    static int to(long range) {
        return (int) range;
    }

    /** Finds the core of a segment; {@link #WHOLE} where there is neither key nor verb. */
    static long find(ByteSlice text) {
        int from = text.from();
        int to = text.to();
        if (text.length() > 1 && (text.at(0) == '@' || text.at(0) == '~')) {
            return of(from + 1, to);
        }
        int equals = indexOf(text, to, '=');
        int parameter = equals < 0 ? equals : Math.max(from, indexOf(text, equals, ';') + 1);
        if (equals > parameter
                && equals < to - 1
                && isWord(text, parameter, equals)
                && (parameter == from || isWord(text, from, parameter - 1))) {
            return of(equals + 1, to);
        }
        int colon = lastIndexOf(text, ':');
        if (colon > from && colon < to - 1 && isWord(text, colon + 1, to)) {
            return of(from, colon);
        }
        return WHOLE;
    }

    private static int indexOf(ByteSlice text, int end, char wanted) {
        byte[] bytes = text.array();
        for (int i = text.from(); i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(ByteSlice text, char wanted) {
        byte[] bytes = text.array();
        for (int i = text.to() - 1; i >= text.from(); i--) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a range holds letters, hyphens and underscores only, and not too many. */
    private static boolean isWord(ByteSlice text, int from, int to) {
        if (to - from > LONGEST_WORD) {
            return false;
        }
        byte[] bytes = text.array();
        for (int i = from; i < to; i++) {
            int lower = bytes[i] | 0x20;
            if ((lower < 'a' || lower > 'z') && bytes[i] != '-' && bytes[i] != '_') {
                return false;
            }
        }
        return true;
    }
}
