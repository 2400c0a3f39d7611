package dev.pathrank.cli.message;

/** How much is said on standard error. */
public enum Verbosity {
    /** Errors alone. */
    QUIET,
    /** Errors, notes and the account. */
    NORMAL,
    /** All that and a line for each object. */
    VERBOSE
}
