package dev.pathrank.source.unzip;

/** The last 32 KiB of a stream that were written to arrays since gone: what a match may still reach back to. */
final class SlidingWindow {
    private static final int SIZE = 32 * 1024;

    // Twice the size, so that what is kept moves seldom when pieces are small.
    private final byte[] kept = new byte[2 * SIZE];
    private int end;

    void clear() {
        end = 0;
    }

    /** Bytes that can be reached, 32 KiB at most. */
    int size() {
        return Math.min(end, SIZE);
    }

    /** The byte that is {@code distance} before the end. */
    byte back(int distance) {
        return kept[end - distance];
    }

    /** Copies bytes that begin {@code distance} before the end and do not pass it. */
    void copy(int distance, byte[] to, int offset, int length) {
        System.arraycopy(kept, end - distance, to, offset, length);
    }

    void append(byte[] bytes, int offset, int length) {
        int last = Math.min(length, SIZE);
        if (last > kept.length - end) {
            int stays = Math.min(end, SIZE - last);
            System.arraycopy(kept, end - stays, kept, 0, stays);
            end = stays;
        }
        System.arraycopy(bytes, offset + length - last, kept, end, last);
        end += last;
    }
}
