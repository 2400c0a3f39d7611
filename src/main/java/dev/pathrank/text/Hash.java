package dev.pathrank.text;

/** A 64-bit hash of bytes that depends on nothing but the bytes. Saved tallies hold values that are derived from it. */
public final class Hash {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME = 0xC2B2AE3D27D4EB4FL;

    private Hash() {}

    /** Returns the hash of all bytes of a slice. */
    public static long of(ByteSlice text) {
        byte[] bytes = text.array();
        int to = text.to();
        long hash = SEED ^ text.length();
        int at = text.from();
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = Long.rotateLeft((hash ^ LittleEndian.longAt(bytes, at)) * PRIME, 29);
        }
        for (; at < to; at++) {
            hash = Long.rotateLeft((hash ^ (bytes[at] & 0xFF)) * PRIME, 29);
        }
        return mix(hash);
    }

    /**
     * Mixes the bits of a number so that each bit of the input changes about half of the output. It is a bijection: the
     * finaliser of SplitMix64 (variant 13 of D. Stafford).
     */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
