package dev.pathrank.source.unzip;

import dev.pathrank.text.LittleEndian;

/**
 * The hash of Zstandard's content checksum: XXH64 with seed 0 (https://github.com/Cyan4973/xxHash). The library has it
 * too, but does not make it public.
 */
final class Xxh64 {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private final byte[] begun = new byte[STRIPE];
    private int size;
    private long length;
    private long a = 0x60EA27EEADC0B5D6L; // the sum of the first two primes
    private long b = PRIME_2;
    private long c;
    private long d = -PRIME_1;

    /** Adds bytes. */
    void update(byte[] bytes, int offset, int count) {
        length += count;
        int at = offset;
        int end = offset + count;
        if (size > 0) {
            int taken = Math.min(STRIPE - size, count);
            System.arraycopy(bytes, at, begun, size, taken);
            size += taken;
            at += taken;
            if (size < STRIPE) {
                return;
            }
            stripe(begun, 0);
        }
        for (; at + STRIPE <= end; at += STRIPE) {
            stripe(bytes, at);
        }
        size = end - at;
        System.arraycopy(bytes, at, begun, 0, size);
    }

    private void stripe(byte[] bytes, int at) {
        a = round(a, LittleEndian.longAt(bytes, at));
        b = round(b, LittleEndian.longAt(bytes, at + 8));
        c = round(c, LittleEndian.longAt(bytes, at + 16));
        d = round(d, LittleEndian.longAt(bytes, at + 24));
    }

    private static long round(long lane, long word) {
        return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
    }

    /** Returns the hash of all bytes added. */
    long hash() {
        long hash = PRIME_5;
        if (length >= STRIPE) {
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = merged(merged(merged(merged(hash, a), b), c), d);
        }
        return avalanche(rest(hash + length));
    }

    private static long merged(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private long rest(long before) {
        long hash = before;
        int at = 0;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            hash = Long.rotateLeft(hash ^ round(0, LittleEndian.longAt(begun, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at + Integer.BYTES <= size) {
            long word = (int) LittleEndian.INT.get(begun, at) & 0xFFFF_FFFFL;
            hash = Long.rotateLeft(hash ^ word * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += Integer.BYTES;
        }
        for (; at < size; at++) {
            hash = Long.rotateLeft(hash ^ (begun[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long avalanche(long all) {
        long hash = (all ^ all >>> 33) * PRIME_2;
        hash = (hash ^ hash >>> 29) * PRIME_3;
        return hash ^ hash >>> 32;
    }
}
