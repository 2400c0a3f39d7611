package dev.pathrank.cli.output;

import dev.pathrank.report.RejectedRow;
import dev.pathrank.run.RejectLog;
import dev.pathrank.tally.RejectSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Section> sections = new ArrayList<>();
    private String object = "";
    private long written;
    private long beginOfObject;

    /** The rows of one object, as a range of the file's bytes. */
    record Section(String object, RejectsPart part, long from, long to) {
        /** Writes the rows to {@code out}. */
        void copyTo(OutputStream out) throws IOException {
            part.copy(from, to, out);
        }
    }

    RejectsPart(Path tmpDir, boolean raw) {
        this.tmpDir = tmpDir;
        this.raw = raw;
    }

    @Override
    public RejectSink of(String object) {
        endObject();
        this.object = object;
        return (reason, line, bytes, from, to, personal) -> write(
                RejectedRow.of(object, line, reason, bytes, from, to, personal).csv(raw));
    }

    @Override
    public void takeBack() throws IOException {
        if (file.isPresent()) {
            rows.flush();
            file.get().truncate(beginOfObject);
            written = beginOfObject;
        }
    }

    /** What every object with a rejected row has here; no row may be written any more. */
    List<Section> sections() throws IOException {
        endObject();
        rows.flush();
        return List.copyOf(sections);
    }

    private void endObject() {
        if (written > beginOfObject) {
            sections.add(new Section(object, this, beginOfObject, written));
        }
        beginOfObject = written;
    }

    private void copy(long from, long to, OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        long at = from;
        while (at < to) {
            at += file.orElseThrow().transferTo(at, to - at, target);
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
