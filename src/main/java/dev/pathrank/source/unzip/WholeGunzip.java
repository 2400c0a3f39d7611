package dev.pathrank.source.unzip;

import org.jspecify.annotations.Nullable;

/**
 * Unzips a whole gzip at once, all of its members: the seam at which a library outside of Java comes in. It answers for
 * what it gives out: every trailer has been checked. Where it gives nothing, whoever called it decodes the stored bytes
 * otherwise, so that what comes out of a damaged object never depends on a library.
 */
interface WholeGunzip {
    /** The largest object that is taken. */
    int MOST_STORED = 8 << 20;

    /** The most that may come out; memory is only used as far as it is written to. */
    int MOST_UNZIPPED = 32 << 20;

    /** Returns one for this thread, or null where there is no such library or Java cannot call one (before 22). */
    static @Nullable WholeGunzip find() {
        try {
            return Class.forName("dev.pathrank.source.unzip.Libdeflate")
                    .asSubclass(WholeGunzip.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // not compiled in, compiled for a newer Java, or the library is not installed
        }
    }

    /** The library's name. */
    String name();

    /** Forgets the object before. */
    void begin();

    /** Takes more stored bytes, up to {@link #MOST_STORED} in all. */
    void feed(byte[] bytes, int offset, int length);

    /** Unzips what was fed; false if it is damaged or too large, or of a kind left to Java. */
    boolean unzip();

    /** Bytes fed. */
    long stored();

    /** Bytes that came out. */
    long size();

    /** Copies bytes that were fed. */
    void copyStored(long from, byte[] to, int offset, int length);

    /** Copies bytes that came out. */
    void copy(long from, byte[] to, int offset, int length);
}
