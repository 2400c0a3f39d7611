package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What tells one content of an object from another: its ETag, or of a file its size and CRC-32. */
public final class FileVersion {
    private FileVersion() {}

    static String of(long size, long crc32) {
        return String.format(Locale.ROOT, "%d-%08x", size, crc32);
    }

    /**
     * The version of an object, whose bytes are read where its listing does not tell.
     *
     * @throws IOException if they cannot be read
     */
    public static String of(LogObject object) throws IOException {
        if (object.version().isPresent()) {
            return object.version().get();
        }
        try (InputStream stored = object.open()) {
            return new ChecksumInputStream(stored).version();
        }
    }
}
