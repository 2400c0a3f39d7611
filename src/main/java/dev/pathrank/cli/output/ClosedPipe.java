package dev.pathrank.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Test for a closed pipe: a reader such as {@code | head} that stopped is not a fault. */
public final class ClosedPipe {
    // Linux names the type of standard output; a pipe or socket refuses a write only because its reader is gone.
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    private ClosedPipe() {}

    /**
     * Returns whether a write to standard output failed because nobody reads any more. The system's message says so
     * where it is in English; elsewhere the type of file does.
     */
    public static boolean is(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe")
                || message.contains("epipe")
                || message.contains("pipe is being closed")
                || message.contains("pipe has been ended")
                || standardOutputIsPipe() && !message.contains("no space");
    }

    private static boolean standardOutputIsPipe() {
        try {
            String kind = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return kind.startsWith("pipe:") || kind.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no /proc here: the message alone decides
        }
    }
}
