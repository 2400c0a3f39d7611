package dev.pathrank.cli.message;

/** Exit codes of the process: published numbers that scripts and alarms rely on. */
public enum ExitCode {
    /** The report is complete; also a version or a help text. A reader that closes the pipe early changes nothing. */
    COMPLETE(0),
    /**
     * No report: no source gave a log object, no row is counted, {@code --fail-fast} stopped, or the output could not
     * be written.
     */
    FAILED(1),
    /** No work was done: an option or argument is not valid, or does not fit what is stored. */
    USAGE(2),
    /** The report is written, and something is left out of it: a source, an object, the damaged end of one. */
    INCOMPLETE(3),
    /** The report is written and a threshold that the caller set was crossed. */
    THRESHOLD(4),
    /** Interrupted from the keyboard, as shells number it. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the number that the process ends with. */
    public int number() {
        return number;
    }
}
