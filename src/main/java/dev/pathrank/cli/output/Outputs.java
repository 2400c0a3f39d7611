package dev.pathrank.cli.output;

import dev.pathrank.cli.options.Destinations;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.io.IoFailures;
import dev.pathrank.io.IoRunnable;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.ShutdownCleanup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All outputs of a command. What is plainly impossible is found before the work begins; what fails later names its
 * file. Unfinished files are removed if the process is terminated.
 */
public final class Outputs implements AutoCloseable {
    private final Output report;
    private final @Nullable OutputFolder folder;
    private final @Nullable Output summary;
    private final @Nullable RejectsFile rejects;
    private final @Nullable Output save;
    private final ShutdownCleanup cleanup;

    private Outputs(
            Output report,
            @Nullable OutputFolder folder,
            @Nullable Output summary,
            @Nullable RejectsFile rejects,
            @Nullable Output save) {
        this.report = report;
        this.folder = folder;
        this.summary = summary;
        this.rejects = rejects;
        this.save = save;
        this.cleanup = ShutdownCleanup.of(this::closeFiles);
    }

    /**
     * Prepares the outputs; opens no file yet.
     *
     * @param request names the files, and the folder for rejected rows until the run has ended
     * @param streams of the command; the report goes to standard output if no file is named
     * @throws IOException if one of the files can never be written; the message is ready to be printed
     */
    public static Outputs open(ReadRequest request, Streams streams) throws IOException {
        Destinations destinations = request.destinations();
        Path place = destinations.output();
        OutputFolder folder = destinations.folder() && place != null ? OutputFolder.of(place) : null;
        Output report = folder == null ? file(place) : null;
        Path rejects = destinations.rejects();
        return new Outputs(
                report == null ? StandardOutput.of(streams) : report,
                folder,
                Destinations.isStandardOutput(destinations.summary())
                        ? StandardOutput.of(streams)
                        : file(destinations.summary()),
                rejects == null
                        ? null
                        : new RejectsFile(
                                OutputFile.ofPrivate(rejects),
                                destinations.rejectsRaw(),
                                request.run().settings().tally().tmpDir()),
                file(destinations.save()));
    }

    private static @Nullable Output file(@Nullable Path path) throws IOException {
        return path == null ? null : OutputFile.of(path);
    }

    /** Returns where rejected rows go during the run. */
    public RejectLog rejects() {
        return rejects == null ? RejectLog.NONE : rejects;
    }

    /** Writes the report, which may be shown only when this is closed; a closed pipe is success. */
    public void writeReport(IoConsumer<Writer> content) throws IOException {
        writeReport(() -> write(report, content));
    }

    private void writeReport(IoRunnable writing) throws IOException {
        write("the report", report, writing);
    }

    /** A closed pipe is success. */
    private static void write(String what, Output place, IoRunnable writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            if (!(place instanceof StandardOutput) || !ClosedPipe.is(e)) {
                throw failed(what, place.name(), e);
            }
        }
    }

    /**
     * Writes the files of a document that may have several: one alone is the report, unless a folder was asked for.
     *
     * @param files text by name
     * @param own tells names of files of an earlier run, of which those that are not written anew are deleted
     */
    public void writeFiles(Map<String, String> files, Predicate<String> own) throws IOException {
        if (folder == null && files.size() == 1) {
            writeReport(writer -> writer.write(files.values().iterator().next()));
            return;
        }
        OutputFolder place = folder == null ? OutputFolder.of(Path.of(report.name())) : folder;
        try {
            place.write(files, own);
        } catch (IOException e) {
            throw failed("the files", place.name(), e);
        }
    }

    /** Writes a report that is no text; a closed pipe is success. */
    public void writeBytes(IoConsumer<OutputStream> content) throws IOException {
        writeReport(() -> {
            content.accept(report.stream());
            report.commit();
        });
    }

    /** Writes the summary, if it was asked for. */
    public void writeSummary(IoConsumer<Writer> content) throws IOException {
        if (summary != null) {
            write("the summary", summary, () -> write(summary, content));
        }
    }

    /** Writes the rejected rows, if they were asked for. */
    public void writeRejects() throws IOException {
        if (rejects != null) {
            try {
                rejects.commit();
            } catch (IOException e) {
                throw failed("the rejected rows", rejects.name(), e);
            }
        }
    }

    /** Writes the tally, if it was asked for. */
    public void writeTally(IoConsumer<OutputStream> content) throws IOException {
        if (save != null) {
            try {
                content.accept(save.stream());
                save.commit();
            } catch (IOException e) {
                throw failed("the tally", save.name(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        cleanup.close();
        closeFiles();
        deliver("the report", report);
        if (summary != null) {
            deliver("the summary", summary);
        }
    }

    private static void deliver(String what, Output place) throws IOException {
        if (place instanceof StandardOutput standard) {
            write(what, standard, standard::deliver);
        }
    }

    private void closeFiles() throws IOException {
        report.close();
        if (save != null) {
            save.close();
        }
        if (summary != null) {
            summary.close();
        }
        if (rejects != null) {
            rejects.close();
        }
    }

    private static void write(Output output, IoConsumer<Writer> content) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.stream(), StandardCharsets.UTF_8));
        content.accept(writer);
        writer.flush();
        output.commit();
    }

    private static IOException failed(String what, String where, IOException why) {
        return new IOException(
                "cannot write " + what + " to " + where + ": " + IoFailures.reason(why)
                        + ". Free some space or choose another location",
                why);
    }
}
