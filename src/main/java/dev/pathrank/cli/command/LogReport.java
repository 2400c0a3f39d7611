package dev.pathrank.cli.command;

import dev.pathrank.cli.message.NothingCountedText;
import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.report.Format;
import dev.pathrank.run.LogRun;
import dev.pathrank.run.RunResult;
import java.io.IOException;

/** The course of a command that counts its logs once (all but {@code compare}): open, count, write, finish. */
final class LogReport {
    private LogReport() {}

    /** The part that is a command's own. */
    @FunctionalInterface
    interface Body {
        /** Works out the answer, writes it, and returns what the end of the run tells of it. */
        ReportOutcome write(RunResult result, Outputs outputs) throws IOException, InterruptedException;
    }

    /**
     * Runs a command; with {@code --dry-run}, lists what it would read instead.
     *
     * @param format of the report, which decides that of the listing
     * @return the exit code
     * @throws IOException if the run cannot go on or an output cannot be written; the message is ready to be printed
     */
    static int run(ReadRequest request, Format format, Streams streams, Body body)
            throws IOException, InterruptedException {
        Console console = new Console(streams, request.verbosity());
        if (request.dryRun()) {
            return DryRun.run(request.run(), format, streams, console);
        }
        try (Outputs outputs = Outputs.open(request, streams);
                LogRun run = LogRun.open(request.run(), streams.in(), outputs.rejects(), console)) {
            RunResult result = run.count();
            return result.isEmpty() && !request.allowEmpty()
                    ? console.finishEmpty(
                            NothingCountedText.of(result.nothingCounted(), NothingCountedText.NO_REPORT),
                            result,
                            request,
                            outputs)
                    : console.finish(result, request, body.write(result, outputs), outputs);
        }
    }
}
