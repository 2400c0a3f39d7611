/**
 * Writes a whole report as one workbook, a sheet for each table. Start at
 * {@link dev.pathrank.report.workbook.WorkbookReport}. Computes nothing: the figures are those of the other reports.
 */
@NullMarked
package dev.pathrank.report.workbook;

import org.jspecify.annotations.NullMarked;
