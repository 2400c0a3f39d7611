package dev.pathrank.cli.message;

/** Amount of messages on standard error. */
public enum Verbosity {
    /** Errors only. */
    QUIET,
    /** Errors, notes and the summary. */
    NORMAL,
    /** The same, and a line for each object. */
    VERBOSE
}
