package dev.pathrank.source.local;

import dev.pathrank.source.Store;
import dev.pathrank.source.StoreInUseException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a store. The lock on its lock file belongs to the process and goes with it, however it ends, so that a
 * lock can never be stale; the number in the file is only for the message.
 */
public final class FolderStore implements Store {
    private static final String ROOT = "manifest";
    private static final String LOCK = "lock";
    private static final int LONGEST_NUMBER = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d*");

    /** How files begin that are not finished. */
    private static final String UNFINISHED = ".unfinished-";

    private final String name;
    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private int drafts;

    private FolderStore(String name, Path folder, FileChannel lockFile, FileLock lock) {
        this.name = name;
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Opens a folder and locks it until it is closed.
     *
     * @param name as the user wrote it
     * @param create whether it is made if it is not there
     * @throws StoreInUseException if another process or another part of this one has it open
     * @throws IOException if it cannot be made or written to; the message says what to do
     */
    public static FolderStore open(String name, Path folder, boolean create) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new IOException("the state " + name + " is a file; a state is a folder, so give another name");
        }
        if (!create && !Files.isDirectory(folder)) {
            throw new IOException("there is no state " + name + "; give a SOURCE to create it");
        }
        try {
            Files.createDirectories(folder);
            Path lockPath = folder.resolve(LOCK);
            requireOwn(name, lockPath);
            FileChannel lockFile = FileChannel.open(
                    lockPath,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            FileLock lock = tryLock(name, lockFile);
            lockFile.truncate(0);
            lockFile.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new FolderStore(name, folder, lockFile, lock);
        } catch (StoreInUseException | ForeignLockException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("the state " + name + " cannot be opened for writing: " + FileErrors.of(e), e);
        }
    }

    /** Fails where something else than a lock file of this program has its name, which must not be written to. */
    private static void requireOwn(String name, Path lockPath) throws IOException {
        if (!Files.exists(lockPath, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean isFile = Files.isRegularFile(lockPath, LinkOption.NOFOLLOW_LINKS);
        if (!isFile
                || Files.size(lockPath) > LONGEST_NUMBER
                || !NUMBER.matcher(Files.readString(lockPath)).matches()) {
            throw new ForeignLockException("the state " + name + " cannot be opened for writing: " + lockPath
                    + " is not a lock file of pathrank; remove it, or use another state for this run");
        }
    }

    /** Thrown for a lock file that this program did not write. */
    private static final class ForeignLockException extends IOException {
        private static final long serialVersionUID = 1L;

        ForeignLockException(String message) {
            super(message);
        }
    }

    private static FileLock tryLock(String name, FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // another part of this process has it
        }
        String owner = owner(lockFile);
        lockFile.close();
        throw new StoreInUseException("another run" + owner + " is using the state " + name
                + "; wait until it ends, or use another state for this run");
    }

    private static String owner(FileChannel lockFile) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_NUMBER);
        lockFile.read(bytes, 0);
        String number = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return number.matches("\\d+") ? " (process " + number + ")" : "";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<InputStream> root() throws IOException {
        try {
            return Optional.of(Files.newInputStream(folder.resolve(ROOT)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(folder.resolve(file));
    }

    @Override
    public Draft draft() throws IOException {
        return new Unfinished(folder.resolve(UNFINISHED + drafts++));
    }

    /** A file under a name that nobody looks at. */
    private final class Unfinished implements Draft {
        private final Path path;
        private final FileChannel channel;
        private final OutputStream stream;

        Unfinished(Path path) throws IOException {
            this.path = path;
            Files.deleteIfExists(path); // of a run that was killed, or a link
            this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            this.stream = new BufferedOutputStream(new Named(Channels.newOutputStream(channel)), 1 << 16);
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public void put(String file) throws IOException {
            finish();
            Files.move(path, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void replaceRoot() throws IOException {
            finish();
            forceNames(); // of all files put before, so that none that the root names can be missing
            Files.move(path, folder.resolve(ROOT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceNames();
        }

        private void finish() throws IOException {
            stream.flush();
            try {
                channel.force(true);
                channel.close();
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }

    /** Bytes of a file of the state, whose failing writes name the state. */
    private final class Named extends FilterOutputStream {
        Named(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw unwritten(e);
            }
        }
    }

    private IOException unwritten(IOException e) {
        return new IOException(
                "the state " + name + " cannot be written: " + FileErrors.of(e)
                        + ". Make room there and run again; it is as it was before",
                e);
    }

    /** The names in the folder go to the disk, where the system can do that. */
    private void forceNames() throws IOException {
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return; // Windows: no folder can be opened, and none needs to be
        }
        try (names) {
            names.force(true);
        }
    }

    @Override
    public boolean hasFiles() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.tally")) {
            return found.iterator().hasNext();
        }
    }

    @Override
    public void remove(Collection<String> files) throws IOException {
        for (String file : files) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    @Override
    public void sweep(Collection<String> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "{*.tally," + UNFINISHED + "*}")) {
            for (Path path : found) {
                if (!files.contains(path.getFileName().toString())) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() {
        closed(lock);
        closed(lockFile);
    }

    private static void closed(@Nullable AutoCloseable what) {
        try {
            if (what != null) {
                what.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a lock cannot be given back", e);
        }
    }
}
