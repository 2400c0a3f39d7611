package dev.pathrank.cli;

import dev.pathrank.cli.run.RunSettings;
import dev.pathrank.rank.Declared;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.Emission;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.source.ListingFilter;
import java.util.Optional;

/**
 * Everything that {@code rank} was asked to do with its sources, checked, before any work starts.
 *
 * @param listing which objects are opened
 * @param hostChosen whether the user chose the hosts to count
 * @param run how objects are read and counted
 * @param storing what is taken from stored counts and left for others
 * @param rank how candidates are ordered
 * @param declared the user's routes
 * @param report what of the ranking is printed, and how
 * @param emission what is written in place of the table
 * @param destinations where it goes
 * @param verbosity how much is said along the way
 */
record RankRequest(
        ListingFilter listing,
        boolean hostChosen,
        RunSettings run,
        Storing storing,
        RankOptions rank,
        Declared declared,
        ReportOptions report,
        Optional<Emission> emission,
        Destinations destinations,
        Verbosity verbosity) {}
