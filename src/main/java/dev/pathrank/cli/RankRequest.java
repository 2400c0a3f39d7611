package dev.pathrank.cli;

import dev.pathrank.cli.run.RunSettings;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.StatedPattern;
import dev.pathrank.pattern.routes.DeclaredRoutes;
import dev.pathrank.rank.Declared;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.Emission;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.Limits;
import dev.pathrank.tally.TallyOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that {@code rank} or {@code plan} was asked to do with its sources, checked, before any work starts.
 *
 * @param listing which objects are opened
 * @param hostChosen whether the user chose the hosts to count
 * @param run how objects are read and counted
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
        RankOptions rank,
        Declared declared,
        ReportOptions report,
        Optional<Emission> emission,
        Destinations destinations,
        Verbosity verbosity) {
    /**
     * Puts together what the groups of options say.
     *
     * @throws IllegalArgumentException if anything is not valid; the message says what to give
     */
    static RankRequest of(
            InputArguments input,
            FilterArguments filter,
            FoldingArguments folding,
            OutputArguments output,
            Optional<Emission> emission,
            RunArguments run) {
        FilterOptions rows = filter.rows();
        DeclaredRoutes routes = folding.routes();
        List<StatedPattern> stated = Stream.concat(folding.patterns().stream(), routes.stated().stream())
                .toList();
        TallyOptions tally = new TallyOptions(stated, Limits.DEFAULT, run.tmpDir());
        return new RankRequest(
                filter.listing(),
                !rows.hosts().isEmpty(),
                new RunSettings(input.log(), new RowFilter(rows), tally, run.threads()),
                output.rank(),
                new Declared(routes, rows.choosesCalls()),
                output.report(folding.byHost(), folding.hasRoutes()),
                emission,
                output.destinations(),
                run.verbosity());
    }
}
