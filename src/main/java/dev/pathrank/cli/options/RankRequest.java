package dev.pathrank.cli.options;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.EmitFormat;
import dev.pathrank.report.ReportOptions;
import org.jspecify.annotations.Nullable;

/**
 * Checked options of {@code rank}.
 *
 * @param read what is read, and where results go
 * @param rank how candidates are ordered
 * @param declared the user's routes
 * @param report what of the ranking is printed, and how
 * @param emit the document that is written in place of the table; null for the table
 * @param stability whether the table has the range of each rank
 */
public record RankRequest(
        ReadRequest read,
        RankOptions rank,
        DeclaredEndpoints declared,
        ReportOptions report,
        @Nullable EmitFormat emit,
        boolean stability) {}
