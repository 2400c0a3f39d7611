package dev.pathrank.tally.seconds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A temporary file for counts that do not fit memory. It has no name while it is open where the system allows that, so
 * nothing stays behind however the program ends; on other systems {@link #PREFIX} marks it for the next start to
 * remove.
 */
public final class SpillFile implements AutoCloseable {
    /** The beginning of such files' names. */
    static final String PREFIX = "pathrank-seconds-";

    private final Path path;
    private final FileChannel channel;
    private long length;

    private SpillFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public static SpillFile create(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, PREFIX, ".tmp");
        return new SpillFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Appends bytes and returns where they begin. */
    long append(byte[] bytes) throws IOException {
        long position = length;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer, length);
        }
        return position;
    }

    /** Returns bytes so far. */
    public long length() {
        return length;
    }

    /** A range of the file. */
    public record Part(long from, long length) {}

    /** Returns a stream that appends to the file. */
    public OutputStream end() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                append(new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                append(Arrays.copyOfRange(bytes, from, from + count));
            }
        };
    }

    /** Returns a stream of the bytes of a range. */
    public InputStream in(Part part) {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                int more = (int) Math.min(count, part.length - at);
                if (more <= 0) {
                    return count == 0 ? 0 : -1;
                }
                byte[] found = SpillFile.this.read(part.from + at, more);
                System.arraycopy(found, 0, bytes, offset, more);
                at += more;
                return more;
            }
        };
    }

    byte[] read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(path + " was truncated while in use");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file " + path + " cannot be deleted; delete it manually", e);
        }
    }
}
