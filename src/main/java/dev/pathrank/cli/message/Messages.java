package dev.pathrank.cli.message;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Writer of messages to standard error, a line each. Names and texts come from logs and file systems, so control
 * characters are shown as {@code \x1b}. Safe for use by several threads.
 */
public final class Messages {
    private static final String PREFIX = "pathrank: ";
    private static final int NAMED = 10;

    private final PrintStream err;
    private final Verbosity verbosity;
    private boolean muted;

    /** Creates a writer to {@code err}. */
    public Messages(PrintStream err, Verbosity verbosity) {
        this.err = err;
        this.verbosity = verbosity;
    }

    /** Prints what went wrong, even when quiet. */
    public void error(String text) {
        print(PREFIX + "error: " + text);
    }

    /** Prints the first of several lines as errors, and how many there are besides. */
    public void errors(List<String> lines) {
        lines.stream().limit(NAMED).forEach(this::error);
        if (lines.size() > NAMED) {
            error(String.format(Locale.ROOT, "and %,d more, which --summary names", lines.size() - NAMED));
        }
    }

    /** Prints what the reader of the report should know, unless quiet. */
    public void notice(String text) {
        if (verbosity != Verbosity.QUIET) {
            print(PREFIX + "note: " + text);
        }
    }

    /** Prints a line of the summary, unless quiet. */
    public void summary(String text) {
        if (verbosity != Verbosity.QUIET) {
            print(text);
        }
    }

    /** Prints a detail, only when verbose. */
    public void detail(String text) {
        if (verbosity == Verbosity.VERBOSE) {
            print(text);
        }
    }

    /** Prints nothing from now on. */
    public synchronized void mute() {
        muted = true;
    }

    private synchronized void print(String line) {
        if (muted) {
            return;
        }
        err.println(printable(line));
        err.flush();
    }

    /** Returns {@code text} with every character that could control a terminal made visible. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (steers(character)) {
            shown.append(character < 0x100 ? "\\x" : "\\u").append(hex(character, character < 0x100 ? 2 : 4));
        } else {
            shown.appendCodePoint(character);
        }
    }

    // FORMAT holds the marks that reverse the direction of writing and could make a name look like another.
    private static boolean steers(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String hex(int character, int digits) {
        String hex = Integer.toHexString(character);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
