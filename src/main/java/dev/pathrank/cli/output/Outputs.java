package dev.pathrank.cli.output;

import dev.pathrank.cli.options.Destinations;
import dev.pathrank.io.IoFailures;
import dev.pathrank.run.RejectLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Everything that a run writes. What is plainly impossible is found before the work, what fails later names its file. */
public final class Outputs implements AutoCloseable {
    private final Output report;
    private final Optional<Output> summary;
    private final Optional<RejectsFile> rejects;
    private final Optional<Output> save;

    private Outputs(Output report, Optional<Output> summary, Optional<RejectsFile> rejects, Optional<Output> save) {
        this.save = save;
        this.report = report;
        this.summary = summary;
        this.rejects = rejects;
    }

    public static Outputs of(Destinations destinations, Path tmpDir, OutputStream standardOutput) throws IOException {
        Output report = destinations.output().isPresent()
                ? OutputFile.of(destinations.output().get())
                : new StandardOutput(standardOutput);
        Optional<Output> summary = destinations.summary().isPresent()
                ? Optional.of(OutputFile.of(destinations.summary().get()))
                : Optional.empty();
        Optional<RejectsFile> rejects = destinations.rejects().isPresent()
                ? Optional.of(new RejectsFile(
                        OutputFile.ofPrivate(destinations.rejects().get()), destinations.rejectsRaw(), tmpDir))
                : Optional.empty();
        Optional<Output> save = destinations.save().isPresent()
                ? Optional.of(OutputFile.of(destinations.save().get()))
                : Optional.empty();
        return new Outputs(report, summary, rejects, save);
    }

    /** Where rejected rows go while the run lasts. */
    public RejectLog rejects() {
        return rejects.<RejectLog>map(file -> file).orElse(RejectLog.NONE);
    }

    /** Writes the report; a reader of standard output who closes the pipe has seen enough. */
    public void writeReport(Content content) throws IOException {
        try {
            write(report, content);
        } catch (IOException e) {
            if (!(report instanceof StandardOutput) || !ClosedPipe.is(e)) {
                throw failed("the report", report.name(), e);
            }
        }
    }

    /** Writes the account, if it was asked for. */
    public void writeSummary(Content content) throws IOException {
        if (summary.isPresent()) {
            try {
                write(summary.get(), content);
            } catch (IOException e) {
                throw failed("the summary", summary.get().name(), e);
            }
        }
    }

    /** Writes the rejected rows, if they were asked for. */
    public void writeRejects() throws IOException {
        if (rejects.isPresent()) {
            try {
                rejects.get().commit();
            } catch (IOException e) {
                throw failed("the rejected rows", rejects.get().name(), e);
            }
        }
    }

    /** Writes the tally, if it was asked for. */
    public void writeTally(Binary content) throws IOException {
        if (save.isPresent()) {
            try {
                content.writeTo(save.get().stream());
                save.get().commit();
            } catch (IOException e) {
                throw failed("the tally", save.get().name(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        report.close();
        if (save.isPresent()) {
            save.get().close();
        }
        if (summary.isPresent()) {
            summary.get().close();
        }
        if (rejects.isPresent()) {
            rejects.get().close();
        }
    }

    private static void write(Output output, Content content) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.stream(), StandardCharsets.UTF_8));
        content.writeTo(writer);
        writer.flush();
        output.commit();
    }

    private static IOException failed(String what, String where, IOException why) {
        return new IOException(
                "cannot write " + what + " to " + where + ": " + IoFailures.reason(why)
                        + ". Make room there or name another place",
                why);
    }

    /** As {@link Content}, in bytes. */
    @FunctionalInterface
    public interface Binary {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What writes itself to a place it does not know. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }
}
