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
 * File of rejected rows, by object and line. Each thread writes a part of its own, from which the rows of an object can
 * be removed again; the parts are concatenated when the run has ended.
 */
public final class RejectsFile implements RejectLog, AutoCloseable {
    private final Output target;
    private final boolean raw;
    private final Path tmpDir;
    private final List<RejectsPart> parts = new CopyOnWriteArrayList<>();

    /**
     * Creates a file without rows.
     *
     * @param target where it is written in the end
     * @param raw whether values that may identify a person stay readable
     * @param tmpDir folder for the parts
     */
    public RejectsFile(Output target, boolean raw, Path tmpDir) {
        this.target = target;
        this.raw = raw;
        this.tmpDir = tmpDir;
    }

    /** Returns the file's name for messages. */
    public String name() {
        return target.name();
    }

    @Override
    public Part part() {
        RejectsPart part = new RejectsPart(tmpDir, raw);
        parts.add(part);
        return part;
    }

    /** Writes all parts to the target. Called when no thread writes any more. */
    public void commit() throws IOException {
        OutputStream out = target.stream();
        out.write(RejectedRow.header().getBytes(StandardCharsets.UTF_8));
        List<RejectsPart.Section> sections = new ArrayList<>();
        for (RejectsPart part : parts) {
            sections.addAll(part.sections());
        }
        // By object, so that the file does not depend on which thread was first.
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
