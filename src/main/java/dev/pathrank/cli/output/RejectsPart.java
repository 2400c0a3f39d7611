package dev.pathrank.cli.output;

import dev.pathrank.io.TemporaryFile;
import dev.pathrank.report.RejectedRow;
import dev.pathrank.run.RejectLog;
import dev.pathrank.tally.RejectSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of one thread, in a temporary file that is deleted as soon as it is open, or where the system
 * cannot do that, when it is closed. There is no file until a row is rejected.
 */
final class RejectsPart implements RejectLog.Part, AutoCloseable {
    private final Path tmpDir;
    private final boolean raw;
    private @Nullable TemporaryFile file;
    private OutputStream rows = OutputStream.nullOutputStream();
    private final List<Section> sections = new ArrayList<>();
    private String object = "";
    private long written;
    private long beginOfObject;

    /**
     * The rows of one object.
     *
     * @param object name of the object
     * @param part the file that holds the rows
     * @param from offset of the first byte
     * @param to offset behind the last byte
     */
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
        return (reason, line, row, personal) ->
                write(RejectedRow.of(object, line, reason, row, personal).csv(raw));
    }

    @Override
    public void takeBack() throws IOException {
        if (file != null) {
            rows.flush();
            file.truncate(beginOfObject);
            written = beginOfObject;
        }
    }

    /** Returns the rows of each object with a rejected row. Called when all rows are written. */
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
        Objects.requireNonNull(file, "file").in(from, to - from).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void write(String row) throws IOException {
        if (file == null) {
            file = TemporaryFile.create(tmpDir, "rejects");
            rows = new BufferedOutputStream(file.end());
        }
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        rows.write(bytes);
        written += bytes.length;
    }
}
