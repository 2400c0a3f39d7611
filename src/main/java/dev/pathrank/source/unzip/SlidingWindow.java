package dev.pathrank.source.unzip;

/** The last 32 KiB of the output, to which a match may refer after the array that it was written to is gone. */
final class SlidingWindow {
    private static final int SIZE = 32 * 1024;

    // Twice the size, so that bytes are rarely moved when pieces are small.
    private final byte[] kept = new byte[2 * SIZE];
    private int end;

    /** Removes all bytes. */
    void clear() {
        end = 0;
    }

    /** Returns the number of bytes in the window, at most 32 KiB. */
    int size() {
        return Math.min(end, SIZE);
    }

    /** Returns the byte at {@code distance} before the end. */
    byte back(int distance) {
        return kept[end - distance];
    }

    /** Copies bytes that begin {@code distance} before the end and do not pass it. */
    void copy(int distance, byte[] to, int offset, int length) {
        System.arraycopy(kept, end - distance, to, offset, length);
    }

    /** Appends bytes and drops the oldest ones. */
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
