package dev.pathrank.tally.seconds;

import dev.pathrank.io.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A temporary file for counts that do not fit memory. */
public final class SpillFile implements AutoCloseable {
    private final TemporaryFile file;

    private SpillFile(TemporaryFile file) {
        this.file = file;
    }

    /** Makes an empty file. */
    public static SpillFile create(Path folder) throws IOException {
        return new SpillFile(TemporaryFile.create(folder, "seconds"));
    }

    /** Appends bytes and returns where they begin. */
    long append(byte[] bytes) throws IOException {
        return file.append(bytes, 0, bytes.length);
    }

    /** Returns bytes so far. */
    public long length() {
        return file.length();
    }

    /** A range of the file. */
    public record Part(long from, long length) {}

    /** Returns a stream that appends to the file. */
    public OutputStream end() {
        return file.end();
    }

    /** Returns a stream of the bytes of a range. */
    public InputStream in(Part part) {
        return file.in(part.from, part.length);
    }

    byte[] read(long position, int count) throws IOException {
        return file.read(position, count);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be deleted; delete it manually", e);
        }
    }
}
