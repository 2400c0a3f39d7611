/**
 * Writes tables and the summary of a run to a {@link java.io.Writer}, and never asks where it leads: the caller opens,
 * closes and renames. Start at {@link dev.pathrank.report.RankReport} for the ranking; any other report is a
 * {@link dev.pathrank.report.Table} of its own {@link dev.pathrank.report.Column}s, which every
 * {@link dev.pathrank.report.Format} can write.
 *
 * <p>Three rules hold for every table in every format: the same rows give the same bytes, no control character of a log
 * gets through, and no cell turns into a formula, a tag or a link where the reader opens it. A failed write is an
 * {@link java.io.IOException}, never a shorter report.
 */
@NullMarked
package dev.pathrank.report;

import org.jspecify.annotations.NullMarked;
