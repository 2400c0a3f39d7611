package dev.pathrank.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A 64-bit hash of bytes that depends on nothing but the bytes, since saved tallies keep what follows from it. */
public final class Hash {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME = 0xC2B2AE3D27D4EB4FL;

    private Hash() {}

    /** The hash of a range; eight bytes at a time. */
    public static long of(byte[] bytes, int from, int to) {
        long hash = SEED ^ (to - from);
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = Long.rotateLeft((hash ^ (long) WORD.get(bytes, at)) * PRIME, 29);
        }
        for (; at < to; at++) {
            hash = Long.rotateLeft((hash ^ (bytes[at] & 0xFF)) * PRIME, 29);
        }
        return mix(hash);
    }

    /**
     * The finaliser of SplitMix64 (variant 13 of D. Stafford): a bijection in which each bit of the input moves each of
     * the output.
     */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
