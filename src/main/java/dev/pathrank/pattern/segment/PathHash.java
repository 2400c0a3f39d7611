package dev.pathrank.pattern.segment;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.pathrank.text.ByteSlice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hashes by which the tree selects the names it keeps, and by which examples are chosen: wyhash (library hash4j),
 * the same on every machine.
 */
public final class PathHash {
    /** The hash of a path without segments. */
    public static final long START = 0x9E3779B97F4A7C15L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SLASHES = 0x2F2F2F2F2F2F2F2FL;
    private static final Hasher64 HASHER = Hashing.wyhashFinal4();

    private PathHash() {}

    /** Returns the hash of a segment. */
    public static long ofSegment(ByteSlice text) {
        return ofRange(text.array(), text.from(), text.to());
    }

    /** Returns the hash of a segment. */
    public static long ofSegment(byte[] text) {
        return ofRange(text, 0, text.length);
    }

    static long ofRange(byte[] text, int from, int to) {
        return HASHER.hashBytesToLong(text, from, to - from);
    }

    /** Returns the hash of a request method, which differs from that of a segment with the same text. */
    public static long ofMethod(ByteSlice text) {
        return ofSegment(text) ^ START;
    }

    /**
     * Returns the hash of a path with one more segment.
     *
     * @param path the hash of the path so far, {@link #START} at its beginning
     * @param segment the {@linkplain MaskedPath#shownHash hash} of what may be shown of the segment
     */
    public static long with(long path, long segment) {
        long mixed = (path ^ segment) * START;
        return mixed ^ mixed >>> 32;
    }

    /**
     * Finds the next slash.
     *
     * @param from where to begin, a position in the array of {@code path}
     * @return its position in the array of {@code path}, or {@code path.to()} where there is none
     */
    public static int slash(ByteSlice path, int from) {
        byte[] bytes = path.array();
        int to = path.to();
        int i = from;
        // Eight bytes at a time: the high bit of each byte that is a slash. Exact up to the first hit, and no other is
        // used.
        for (; i < to && i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i) ^ SLASHES;
            long hits = word - ONES & ~word & HIGH_BITS;
            if (hits != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        while (i < to && bytes[i] != '/') {
            i++;
        }
        return Math.min(i, to);
    }
}
