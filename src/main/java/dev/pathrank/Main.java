package dev.pathrank;

import dev.pathrank.cli.PathrankCli;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.cli.output.TerminalProbe;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Entry point of the program. */
public final class Main {
    private static final int STANDARD_INPUT = 0;
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Main() {}

    /** Runs with the streams of the process and ends the process with the exit code. */
    public static void main(String[] args) {
        // Not System.out, which hides a full disk and a closed pipe.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        Streams streams = new Streams(
                System.in,
                out,
                System.err,
                TerminalProbe.isTerminal(STANDARD_INPUT),
                TerminalProbe.isTerminal(STANDARD_OUTPUT),
                TerminalProbe.isTerminal(STANDARD_ERROR));
        System.exit(new PathrankCli(streams).run(args));
    }

    /**
     * Runs the whole tool within a process, without a terminal.
     *
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        return new PathrankCli(new Streams(in, out, err, false, false, false)).run(args);
    }
}
