package dev.pathrank.source;

import dev.pathrank.source.unzip.Pieces;
import dev.pathrank.source.unzip.Unzipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What came out of a stream until it ended or failed. */
public final class Delivered {
    private final byte[] bytes;
    private final Optional<IOException> failure;

    private Delivered(byte[] bytes, Optional<IOException> failure) {
        this.bytes = bytes;
        this.failure = failure;
    }

    /** The bytes before the end or the failure. */
    public byte[] bytes() {
        return bytes;
    }

    /** What ended the stream, or empty at a proper end. */
    public Optional<IOException> failure() {
        return failure;
    }

    /** Reads to the end with a large array, as the scanner of rows does. */
    public static Delivered of(InputStream in) {
        return of(in, 64 * 1024);
    }

    public static Delivered of(InputStream in, int arraySize) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] array = new byte[arraySize];
        try {
            for (int read = in.read(array, 0, arraySize); read >= 0; read = in.read(array, 0, arraySize)) {
                out.write(array, 0, read);
            }
            return new Delivered(out.toByteArray(), Optional.empty());
        } catch (IOException e) {
            return new Delivered(out.toByteArray(), Optional.of(e));
        }
    }

    public static Delivered unzipped(InputStream stored) {
        try (InputStream in = Unzipped.of(stored)) {
            return of(in);
        } catch (IOException e) {
            return new Delivered(new byte[0], Optional.of(e));
        }
    }

    public static Delivered unzipped(byte[] stored) {
        return unzipped(new Pieces(stored, Integer.MAX_VALUE));
    }
}
