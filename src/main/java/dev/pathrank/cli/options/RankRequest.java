package dev.pathrank.cli.options;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.EmitFormat;
import dev.pathrank.report.ReportOptions;
import java.util.Optional;

/**
 * Everything that {@code rank} was asked to do, checked, before any work starts.
 *
 * @param reading what it does with its sources
 * @param rank how candidates are ordered
 * @param declared the user's routes
 * @param report what of the ranking is printed, and how
 * @param emission what is written in place of the table
 * @param stability whether the range of each rank is told
 */
public record RankRequest(
        ReadRequest reading,
        RankOptions rank,
        DeclaredEndpoints declared,
        ReportOptions report,
        Optional<EmitFormat> emission,
        boolean stability) {}
