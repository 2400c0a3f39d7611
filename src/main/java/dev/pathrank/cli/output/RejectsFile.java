package dev.pathrank.cli.output;

import dev.pathrank.report.RejectedRow;
import dev.pathrank.run.RejectLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The file of rejected rows, by object and line. Every thread writes a part of its own, so that what an object gave can be taken back; the parts are put
 * together when the run has ended.
 */
public final class RejectsFile implements RejectLog, AutoCloseable {
    private final Output target;
    private final boolean raw;
    private final Path tmpDir;
    private final List<RejectsPart> parts = new CopyOnWriteArrayList<>();

    /**
     * @param raw whether what may tell of a person stays readable
     * @param tmpDir folder for the parts
     */
    public RejectsFile(Output target, boolean raw, Path tmpDir) {
        this.target = target;
        this.raw = raw;
        this.tmpDir = tmpDir;
    }

    /** The file, as it is named in messages. */
    public String name() {
        return target.name();
    }

    @Override
    public Part part() {
        RejectsPart part = new RejectsPart(tmpDir, raw);
        parts.add(part);
        return part;
    }

    /** Puts the parts together in the target; no thread may write any more. */
    public void commit() throws IOException {
        OutputStream out = target.stream();
        out.write(RejectedRow.header().getBytes(StandardCharsets.UTF_8));
        List<RejectsPart.Section> sections = new ArrayList<>();
        for (RejectsPart part : parts) {
            sections.addAll(part.sections());
        }
        // By object, so that the file does not tell which thread was the first.
        sections.sort(Comparator.comparing(RejectsPart.Section::object));
        for (RejectsPart.Section section : sections) {
            section.copyTo(out);
        }
        target.commit();
    }

    @Override
    public void close() throws IOException {
        for (RejectsPart part : parts) {
            part.close();
        }
        target.close();
    }
}
