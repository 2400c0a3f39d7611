package dev.pathrank.source.unzip;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A native library that decompresses a whole gzip at once, with all its members. Every trailer is checked. If the
 * library fails, the caller decodes the stored bytes in Java, so the output for a damaged object never depends on a
 * library.
 */
interface WholeGunzip {
    /** Stored bytes of the largest object. */
    int MOST_STORED = 8 << 20;

    /** Most bytes that may be decompressed from one object. */
    int MOST_UNZIPPED = 32 << 20;

    /** Returns an instance for this thread, or null where no library is installed or Java is older than 22. */
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

    /** Returns the library's name. */
    String name();

    /** Begins a new object. */
    void begin();

    /** Adds stored bytes, up to {@link #MOST_STORED} in all. */
    void feed(byte[] bytes, int offset, int length);

    /**
     * Decompresses the bytes fed. Returns false if they are damaged, too many or use a feature that is left to Java.
     */
    boolean unzip();

    /** Returns the bytes that were fed; valid until {@link #begin}. */
    ByteBuffer stored();

    /** Returns the bytes that were decompressed; valid until {@link #begin}. */
    ByteBuffer unzipped();
}
