/**
 * Rows of CloudFront logs: what a row is, how it is parsed and which rows count. A {@link dev.pathrank.log.LogFormat}
 * reads the bytes of a log object ({@link dev.pathrank.log.LogInput}), puts the values of each row into
 * {@link dev.pathrank.log.FieldRanges}, and {@link dev.pathrank.log.RowParser} turns those into a
 * {@link dev.pathrank.log.Row} or a reason for rejection. The formats are packages below; start at
 * {@code dev.pathrank.log.reader.LogReader}, which finds the format of an object. {@link dev.pathrank.log.RowFilter}
 * decides which rows count.
 *
 * <p>This is the hot part of the program. It works on ranges of reused buffers and makes no object per row, so code
 * that receives a row copies what it keeps. The package opens no files and knows {@code source} only for ranged access
 * and for the exception that reports damage.
 */
@NullMarked
package dev.pathrank.log;

import org.jspecify.annotations.NullMarked;
