package dev.pathrank.cli.options;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Thrown when a command that reads logs has no SOURCE. */
public final class MissingSourceException extends ParameterException {
    private static final long serialVersionUID = 1L;

    MissingSourceException(CommandLine command) {
        super(command, "missing required parameter: 'SOURCE'");
    }
}
