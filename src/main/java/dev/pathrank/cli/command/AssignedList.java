package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.options.AssignRequest;
import dev.pathrank.cli.output.ClosedPipe;
import dev.pathrank.cli.output.Output;
import dev.pathrank.cli.output.OutputFile;
import dev.pathrank.cli.output.StandardOutput;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.io.IoFailures;
import dev.pathrank.pattern.Assignment;
import dev.pathrank.tally.memory.Limits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The work of {@code patterns --assign}: reads a list of requests and writes the pattern of each. */
final class AssignedList {
    private static final int NAMED = 5;

    private AssignedList() {}

    /**
     * Reads one list and writes the other.
     *
     * @return the exit code
     * @throws IOException if the list cannot be read or the output not be written; the message is ready to be printed
     */
    static int write(AssignRequest request, Streams streams) throws IOException {
        Assignment assignment =
                new Assignment(request.folding().rules(), Limits.DEFAULT.answered(), Limits.DEFAULT.failed());
        Path out = request.out();
        try (Output output = out == null ? new StandardOutput(streams.out()) : OutputFile.of(out)) {
            read(request.in(), streams, assignment);
            try {
                write(assignment, request, output);
            } catch (IOException e) {
                if (out != null || !ClosedPipe.is(e)) {
                    throw new IOException("cannot write to " + output.name() + ": " + IoFailures.reason(e), e);
                }
            }
        }
        printMalformed(assignment.malformed(), request.in(), new Messages(streams.err(), request.verbosity()));
        return (assignment.malformed().isEmpty() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
    }

    private static void read(Path in, Streams streams, Assignment assignment) throws IOException {
        boolean standardInput = in.toString().equals("-");
        try (InputStream list = standardInput ? streams.in() : Files.newInputStream(in)) {
            assignment.read(list);
        } catch (IOException e) {
            throw new IOException("--assign " + in + " cannot be read: " + IoFailures.reason(e), e);
        }
    }

    private static void write(Assignment assignment, AssignRequest request, Output output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.stream(), StandardCharsets.ISO_8859_1));
        assignment.write(request.folding().placeholder()::of, writer);
        writer.flush();
        output.commit();
    }

    private static void printMalformed(List<Long> lines, Path in, Messages messages) {
        lines.stream()
                .limit(NAMED)
                .forEach(line -> messages.error(in + " line " + line
                        + " is left out: expected METHOD<TAB>PATH or METHOD<TAB>PATH<TAB>STATUS (three digits)"));
        if (lines.size() > NAMED) {
            messages.error(
                    String.format(Locale.ROOT, "%s: %,d more such lines are left out", in, lines.size() - NAMED));
        }
    }
}
