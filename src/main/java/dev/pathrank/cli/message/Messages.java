package dev.pathrank.cli.message;

import java.io.PrintStream;

/**
 * Says things on standard error, a line each. Names and texts come from logs and file systems, so no control character passes: it is
 * shown as {@code \x1b}. Safe for use by several threads.
 */
public final class Messages {
    private static final String PREFIX = "pathrank: ";

    private final PrintStream err;
    private final Verbosity verbosity;

    public Messages(PrintStream err, Verbosity verbosity) {
        this.err = err;
        this.verbosity = verbosity;
    }

    /** What went wrong; said even when quiet. */
    public void error(String text) {
        print(PREFIX + "error: " + text);
    }

    /** What the reader of the report should know. */
    public void notice(String text) {
        if (verbosity != Verbosity.QUIET) {
            print(PREFIX + "note: " + text);
        }
    }

    /** A line of the account. */
    public void account(String text) {
        if (verbosity != Verbosity.QUIET) {
            print(text);
        }
    }

    /** What only somebody who asked wants to see. */
    public void detail(String text) {
        if (verbosity == Verbosity.VERBOSE) {
            print(text);
        }
    }

    private synchronized void print(String line) {
        err.println(printable(line));
        err.flush();
    }

    /** {@code text} with every character that could steer a terminal made visible. */
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
