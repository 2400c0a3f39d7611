package dev.pathrank.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip as others make and read it, for tests. */
public final class Gzip {
    private Gzip() {}

    /** One member, made by the JDK. */
    public static byte[] of(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One member of a text. */
    public static byte[] of(String plain) {
        return of(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Members or other pieces, one after the other. */
    public static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    /** What the JDK makes of it; a stream over an array always knows what is available, so it reads every member. */
    public static byte[] unzippedByTheJdk(byte[] gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    /** The text in a gzipped file of logs, a character for each byte. */
    public static String text(Path file) throws IOException {
        return new String(unzippedByTheJdk(Files.readAllBytes(file)), StandardCharsets.ISO_8859_1);
    }

    /** Text that compresses as logs do: much of it repeats, some does not. */
    public static byte[] logLike(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(length + 80);
        while (text.length() < length) {
            text.append("2017-02-12\t16:00:")
                    .append(random.nextInt(60))
                    .append("\tGET\t/user/")
                    .append(random.nextLong());
            text.append('\n');
        }
        text.setLength(length);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
