package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.output.ClosedPipe;
import dev.pathrank.cli.output.Output;
import dev.pathrank.cli.output.OutputFile;
import dev.pathrank.cli.output.StandardOutput;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.io.IoFailures;
import dev.pathrank.pattern.Assignment;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.tally.Limits;
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
import java.util.Optional;

/** {@code patterns --assign}: a list of requests goes in, and the pattern of each comes out. */
record AssignJob(
        Path in,
        Optional<Path> out,
        FoldingRules rules,
        PlaceholderStyle placeholder,
        Streams streams,
        Messages messages) {
    private static final int NAMED = 5;

    /** @throws IOException if the list cannot be read or the output not be written */
    ExitCode run() throws IOException {
        Assignment assignment = new Assignment(rules, Limits.DEFAULT.answered(), Limits.DEFAULT.failed());
        try (Output output = out.isPresent() ? OutputFile.of(out.get()) : new StandardOutput(streams.out())) {
            read(assignment);
            try {
                write(assignment, output);
            } catch (IOException e) {
                if (out.isPresent() || !ClosedPipe.is(e)) {
                    throw new IOException("cannot write to " + output.name() + ": " + IoFailures.reason(e), e);
                }
            }
        }
        return sayMalformed(assignment) ? ExitCode.INCOMPLETE : ExitCode.COMPLETE;
    }

    private void read(Assignment assignment) throws IOException {
        boolean standardInput = in.toString().equals("-");
        try (InputStream list = standardInput ? streams.in() : Files.newInputStream(in)) {
            assignment.read(list);
        } catch (IOException e) {
            throw new IOException("--assign " + in + " cannot be read: " + IoFailures.reason(e), e);
        }
    }

    private void write(Assignment assignment, Output output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.stream(), StandardCharsets.ISO_8859_1));
        assignment.write(placeholder::of, writer);
        writer.flush();
        output.commit();
    }

    private boolean sayMalformed(Assignment assignment) {
        List<Long> malformed = assignment.malformed();
        malformed.stream()
                .limit(NAMED)
                .forEach(line -> messages.error(in + " line " + line
                        + " is left out: it is no METHOD<TAB>PATH or METHOD<TAB>PATH<TAB>STATUS of three digits"));
        if (malformed.size() > NAMED) {
            messages.error(
                    String.format(Locale.ROOT, "%s: %,d more such lines are left out", in, malformed.size() - NAMED));
        }
        return !malformed.isEmpty();
    }
}
