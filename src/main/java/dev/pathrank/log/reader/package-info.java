/**
 * The reader of log objects of any format. Start at {@link dev.pathrank.log.reader.LogReader}, which finds the format
 * of an object by its first bytes; the formats are listed in {@link dev.pathrank.log.reader.LogFormats}. The package
 * stands above {@code log} and all formats.
 */
@NullMarked
package dev.pathrank.log.reader;

import org.jspecify.annotations.NullMarked;
