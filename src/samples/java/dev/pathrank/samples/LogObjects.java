package dev.pathrank.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** How CloudFront names and packs its log objects. */
final class LogObjects {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 16;

    private LogObjects() {}

    /** The name of an object with requests of the given hour. */
    static String name(String distribution, Instant hour, String unique) {
        return distribution + "." + HOUR.format(hour) + "." + unique + ".gz";
    }

    /** Rows, one after the other. */
    @FunctionalInterface
    interface Rows {
        /** Adds the next row to {@code text}, or returns false where there are no more. */
        boolean next(StringBuilder text);
    }

    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }

    /** Writes an object, packed at a level of {@link java.util.zip.Deflater}, and returns the bytes of its text. */
    static long write(Path file, int level, Rows rows) throws IOException {
        long bytes = 0;
        StringBuilder text = new StringBuilder(2 * BUFFER);
        try (OutputStream out = new Packed(Files.newOutputStream(file), level)) {
            boolean more = true;
            while (more) {
                text.setLength(0);
                while (more && text.length() < BUFFER) {
                    more = rows.next(text);
                }
                byte[] block = text.toString().getBytes(StandardCharsets.ISO_8859_1);
                out.write(block);
                bytes += block.length;
            }
        }
        return bytes;
    }
}
