package dev.pathrank.source.local;

import dev.pathrank.source.Address;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.RangedBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file, opened where it lies.
 *
 * @param name the path as it is printed
 * @param key the path below the source, or the file's own name where it is the source
 * @param size its length when it was listed, or {@link LogObject#UNKNOWN_SIZE} for a pipe or device
 */
record LocalFile(String name, String key, Path path, long size) implements LogObject {
    @Override
    public Path place() {
        return LocalSource.real(path);
    }

    /** A pipe can be read only once, and by who was given it. */
    @Override
    public Optional<Address> address() {
        return size == UNKNOWN_SIZE
                ? Optional.empty()
                : Optional.of(new Address(
                        path.toAbsolutePath().toString(),
                        name,
                        key,
                        size,
                        version().orElse(null)));
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new LocalBytes(Files.newInputStream(path));
        } catch (IOException e) {
            throw new ObjectUnavailableException("cannot be opened: " + FileErrors.of(e), e);
        }
    }

    @Override
    public Optional<RangedBytes> ranges() throws IOException {
        if (size == UNKNOWN_SIZE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileRanges(FileChannel.open(path), size));
        } catch (IOException e) {
            throw new ObjectUnavailableException("cannot be opened: " + FileErrors.of(e), e);
        }
    }

    private record FileRanges(FileChannel file, long size) implements RangedBytes {
        @Override
        public byte[] read(long from, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw new EOFException("it ends at byte " + file.size());
                }
            }
            return bytes.array();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
