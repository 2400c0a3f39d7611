package dev.pathrank.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary file of this process, which only its owner may read. Where the system allows that it has no name while it
 * is open, so that nothing stays behind however the program ends. Elsewhere its name carries the process, and it is
 * locked as long as that lives, so that {@link #sweep} of a later process finds what was left behind.
 */
public final class TemporaryFile implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("pathrank-[a-z]+-(\\d+)-[0-9a-f-]+\\.tmp");
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final Path folder;
    private final FileChannel channel;
    private long length;

    private TemporaryFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes an empty file.
     *
     * @param kind small letters that say what it holds
     * @throws TemporaryFileException if that fails
     */
    public static TemporaryFile create(Path folder, String kind) throws TemporaryFileException {
        Path path = folder.resolve(
                "pathrank-" + kind + "-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".tmp");
        try {
            FileChannel channel = FileChannel.open(path, OPTIONS, ownersOnly(path));
            lock(channel);
            return new TemporaryFile(folder, channel);
        } catch (IOException e) {
            throw new TemporaryFileException(folder, e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Locks a file until its channel is closed, where the file system can do that. */
    public static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException e) {
            // the number of the process in the name is left
        }
    }

    /** Removes the files in a folder that processes left behind which are gone. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "pathrank-*.tmp")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    removeLeftBehind(file, name.group(1));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // nothing that the run needs
        }
    }

    /**
     * Removes a file unless the process that made it lives or somebody holds its lock.
     *
     * @param process number of the process, in digits
     */
    public static void removeLeftBehind(Path file, String process) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isAlive(process, file)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | OverlappingFileLockException e) {
            // it is another user's or in use
        }
    }

    /** Returns whether a process lives that is as old as the file; a younger one only has the same number. */
    private static boolean isAlive(String process, Path file) throws IOException {
        Optional<ProcessHandle> found;
        try {
            found = ProcessHandle.of(Long.parseLong(process)).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return false;
        }
        Instant written =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        return found.isPresent()
                && found.get()
                        .info()
                        .startInstant()
                        .filter(written.plusSeconds(1)::isBefore)
                        .isEmpty();
    }

    /** Returns the number of bytes. */
    public long length() {
        return length;
    }

    /**
     * Appends bytes.
     *
     * @return where they begin
     */
    public long append(byte[] bytes, int from, int count) throws TemporaryFileException {
        long position = length;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
        try {
            while (buffer.hasRemaining()) {
                length += channel.write(buffer, length);
            }
        } catch (IOException e) {
            throw new TemporaryFileException(folder, e);
        }
        return position;
    }

    /** Removes everything from a position on. */
    public void truncate(long position) throws IOException {
        channel.truncate(position);
        length = Math.min(length, position);
    }

    /** Reads {@code count} bytes from a position on, all of which must be there. */
    public byte[] read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("a temporary file in " + folder + " was truncated while in use");
            }
        }
        return buffer.array();
    }

    /** Returns a stream that appends to the file. */
    public OutputStream end() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                append(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                append(bytes, from, count);
            }
        };
    }

    /** Returns a stream of {@code count} bytes from a position on. */
    public InputStream in(long from, long count) {
        return new BulkInputStream() {
            private long at;

            @Override
            public int read(byte[] bytes, int offset, int wanted) throws IOException {
                Objects.checkFromIndexSize(offset, wanted, bytes.length);
                int more = (int) Math.min(wanted, count - at);
                if (more <= 0) {
                    return wanted == 0 ? 0 : -1;
                }
                System.arraycopy(TemporaryFile.this.read(from + at, more), 0, bytes, offset, more);
                at += more;
                return more;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
