package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.run.RunOptions;

/**
 * Checked options that every command has that reads logs.
 *
 * @param run what is read, and how
 * @param folding how paths become endpoints
 * @param destinations where results go
 * @param allowEmpty whether a report without a row is written
 * @param verbosity how much is printed on the way
 * @param dryRun whether sources are only listed
 */
public record ReadRequest(
        RunOptions run,
        FoldingOptions folding,
        Destinations destinations,
        boolean allowEmpty,
        Verbosity verbosity,
        boolean dryRun) {}
