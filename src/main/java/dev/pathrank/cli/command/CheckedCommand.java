package dev.pathrank.cli.command;

import picocli.CommandLine.ParameterException;

/** A command whose options can be checked without running it. */
interface CheckedCommand {
    /**
     * Returns what is asked for.
     *
     * @throws ParameterException if an option is not valid, contradicts another or needs one that is missing
     */
    Object request();
}
