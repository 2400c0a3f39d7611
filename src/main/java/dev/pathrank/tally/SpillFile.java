package dev.pathrank.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file of packed seconds. It has no name while it is open where the system allows that, so that nothing stays behind however the program
 * ends; {@link #PREFIX} marks those of other systems for the next start to sweep.
 */
final class SpillFile implements AutoCloseable {
    /** How the names of such files begin. */
    static final String PREFIX = "pathrank-seconds-";

    private final Path path;
    private final FileChannel channel;
    private long length;

    private SpillFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static SpillFile create(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, PREFIX, ".tmp");
        return new SpillFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Appends bytes and tells where they begin. */
    long append(byte[] bytes) throws IOException {
        long position = length;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer, length);
        }
        return position;
    }

    byte[] read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(path + " was cut short while in use");
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
            throw new UncheckedIOException("the temporary file " + path + " cannot be removed; remove it by hand", e);
        }
    }
}
