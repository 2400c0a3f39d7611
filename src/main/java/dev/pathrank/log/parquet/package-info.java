/**
 * V2 logs in {@code parquet}. Start at {@link dev.pathrank.log.parquet.ParquetLogFormat};
 * {@link dev.pathrank.log.parquet.ParquetRows} reads the columns that are needed, row by row, and knows nothing of
 * logs. It supports what CloudFront writes: flat columns of byte arrays.
 *
 * <p>That part of the file format is small where a general library is large: parquet-java needs classes of Hadoop, 20
 * MB in all, and makes an object for each value. The tests compare this reader with files that parquet-java wrote.
 */
@NullMarked
package dev.pathrank.log.parquet;

import org.jspecify.annotations.NullMarked;
