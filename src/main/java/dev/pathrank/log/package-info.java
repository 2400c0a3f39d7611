/**
 * Turns the unzipped bytes of a log object into {@link dev.pathrank.log.Row rows}, or into a reason why it holds none.
 * Start at {@link dev.pathrank.log.reader.LogReader}; {@link dev.pathrank.log.RowFilter} then says which rows count. This is
 * the hot part of the program: it works on byte ranges of reused buffers and makes no object per row, so whoever takes
 * a row copies what it keeps. A kind of log is one {@link dev.pathrank.log.LogFormat}; what all kinds share is the
 * finding of lines and the meaning of cells (reference: escaping, result types, durations). Nothing here opens a file
 * or knows where the bytes come from.
 */
@NullMarked
package dev.pathrank.log;

import org.jspecify.annotations.NullMarked;
