package dev.pathrank.run.fetch;

import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Version of an object's content: its ETag in S3, size and CRC-32 of a file. */
public final class FileVersion {
    private FileVersion() {}

    static String of(long size, long crc32) {
        return String.format(Locale.ROOT, "%d-%08x", size, crc32);
    }

    /**
     * Returns the version of an object; reads it where the listing does not tell.
     *
     * @throws IOException if the object cannot be read
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
