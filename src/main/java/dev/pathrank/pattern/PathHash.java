package dev.pathrank.pattern;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/** The hashes by which names are kept and examples are chosen: wyhash (library hash4j), the same on every machine. */
final class PathHash {
    /** The hash of a path without segments. */
    static final long START = 0x9E3779B97F4A7C15L;

    private static final Hasher64 HASHER = Hashing.wyhashFinal4();

    private PathHash() {}

    static long ofSegment(byte[] text, int from, int to) {
        return HASHER.hashBytesToLong(text, from, to - from);
    }

    /** Another hash than that of a segment with the same text. */
    static long ofMethod(byte[] text, int from, int to) {
        return ofSegment(text, from, to) ^ START;
    }

    /** The hash of a whole path, in which what must not be shown counts by its shape alone. */
    static long of(byte[] path, int from, int to) {
        long hashed = START;
        int at = from < to && path[from] == '/' ? from + 1 : from;
        for (boolean more = at < to; more; ) {
            int end = slash(path, at, to);
            Shape shape = SegmentKind.shape(SegmentKind.of(path, at, end));
            hashed = with(hashed, shape, ofSegment(path, at, end), path, at, end);
            more = end < to;
            at = end + 1;
        }
        return hashed;
    }

    /** The hash of a path and one more segment. */
    static long with(long path, Shape shape, long segment, byte[] text, int from, int to) {
        long next = MaskedPath.hides(shape, text, from, to) ? shape.ordinal() : segment;
        long mixed = (path ^ next) * START;
        return mixed ^ mixed >>> 32;
    }

    /** The next slash from {@code from} on, or {@code to}. */
    static int slash(byte[] path, int from, int to) {
        int i = from;
        while (i < to && path[i] != '/') {
            i++;
        }
        return i;
    }
}
