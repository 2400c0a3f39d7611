package dev.pathrank.cli.output;

import dev.pathrank.cli.run.RejectLog;
import dev.pathrank.report.RejectedRow;
import dev.pathrank.tally.RejectSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rejected rows that one thread met, in a temporary file that has no name: it is deleted as soon as it is open where the system
 * can do that, and at its closing elsewhere. There is none until a row is rejected.
 */
final class RejectsPart implements RejectLog.Part, AutoCloseable {
    private final Path tmpDir;
    private final boolean raw;
    private Optional<FileChannel> file = Optional.empty();
    private OutputStream rows = OutputStream.nullOutputStream();
    private long written;
    private long beginOfObject;

    RejectsPart(Path tmpDir, boolean raw) {
        this.tmpDir = tmpDir;
        this.raw = raw;
    }

    @Override
    public RejectSink of(String object) {
        beginOfObject = written;
        return (reason, line, bytes, from, to) ->
                write(RejectedRow.of(object, line, reason, bytes, from, to).csv(raw));
    }

    @Override
    public void takeBack() throws IOException {
        if (file.isPresent()) {
            rows.flush();
            file.get().truncate(beginOfObject);
            written = beginOfObject;
        }
    }

    /** Writes all rows to {@code out}. */
    void copyTo(OutputStream out) throws IOException {
        if (file.isPresent()) {
            rows.flush();
            file.get().position(0);
            Channels.newInputStream(file.get()).transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private void write(String row) throws IOException {
        if (file.isEmpty()) {
            file = Optional.of(open());
            rows = new BufferedOutputStream(Channels.newOutputStream(file.get()));
        }
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        rows.write(bytes);
        written += bytes.length;
    }

    private FileChannel open() throws IOException {
        Path path = tmpDir.resolve("pathrank-rejects-" + UUID.randomUUID() + ".tmp");
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                ownersOnly(path));
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : new FileAttribute<?>[0];
    }
}
