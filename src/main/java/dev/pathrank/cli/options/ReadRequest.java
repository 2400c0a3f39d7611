package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.StateOptions;
import dev.pathrank.source.ListingFilter;

/**
 * What every command that reads logs was asked to do with its sources, checked, before any work starts.
 *
 * @param listing which objects are opened
 * @param hostChosen whether the user chose the hosts to count
 * @param run how objects are read and counted
 * @param storing what is taken from stored counts and left for others
 * @param folding how paths become endpoints
 * @param destinations where the results go
 * @param verbosity how much is said along the way
 */
public record ReadRequest(
        ListingFilter listing,
        boolean hostChosen,
        RunSettings run,
        StateOptions storing,
        FoldingOptions folding,
        Destinations destinations,
        Verbosity verbosity) {}
