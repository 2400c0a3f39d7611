package dev.pathrank.cli;

import dev.pathrank.cli.run.RunSettings;
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
record ReadRequest(
        ListingFilter listing,
        boolean hostChosen,
        RunSettings run,
        Storing storing,
        FoldingRequest folding,
        Destinations destinations,
        Verbosity verbosity) {}
