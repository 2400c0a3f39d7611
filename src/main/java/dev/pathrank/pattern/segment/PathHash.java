package dev.pathrank.pattern.segment;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The hashes by which names are kept and examples are chosen: wyhash (library hash4j), the same on every machine. */
public final class PathHash {
    /** The hash of a path without segments. */
    public static final long START = 0x9E3779B97F4A7C15L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SLASHES = 0x2F2F2F2F2F2F2F2FL;
    private static final Hasher64 HASHER = Hashing.wyhashFinal4();

    private PathHash() {}

    public static long ofSegment(byte[] text, int from, int to) {
        return HASHER.hashBytesToLong(text, from, to - from);
    }

    /** Another hash than that of a segment with the same text. */
    public static long ofMethod(byte[] text, int from, int to) {
        return ofSegment(text, from, to) ^ START;
    }

    /** The hash of a whole path, in which what must not be shown counts by its shape alone. */
    public static long of(byte[] path, int from, int to) {
        long hashed = START;
        int at = from < to && path[from] == '/' ? from + 1 : from;
        for (boolean more = at < to; more; ) {
            int end = slash(path, at, to);
            Shape shape = SegmentKind.shape(SegmentKind.of(path, at, end));
            hashed = with(hashed, shape, ofSegment(path, at, end), MaskedPath.hides(shape, path, at, end));
            more = end < to;
            at = end + 1;
        }
        return hashed;
    }

    /**
     * The hash of a path and one more segment.
     *
     * @param hidden {@link MaskedPath#hides}
     */
    public static long with(long path, Shape shape, long segment, boolean hidden) {
        long next = hidden ? shape.ordinal() : segment;
        long mixed = (path ^ next) * START;
        return mixed ^ mixed >>> 32;
    }

    /** The next slash from {@code from} on, or {@code to}. */
    public static int slash(byte[] path, int from, int to) {
        int i = from;
        // Eight bytes at a time: the high bit of each that is a slash, exact up to the first, which alone is asked for.
        for (; i < to && i <= path.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(path, i) ^ SLASHES;
            long hits = word - ONES & ~word & HIGH_BITS;
            if (hits != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        while (i < to && path[i] != '/') {
            i++;
        }
        return Math.min(i, to);
    }
}
