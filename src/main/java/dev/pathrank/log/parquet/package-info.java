/**
 * Reads the columns that are needed of a Parquet file, row by row. Start at {@link
 * dev.pathrank.log.parquet.ParquetRows}. It knows the format (thrift footer, pages, encodings, compression) and nothing
 * of logs, and reads no more than CloudFront writes: flat columns of byte arrays. Loaded only when a Parquet file is
 * met.
 *
 * <p>The format is small where a general library is large: parquet-java needs classes of Hadoop, 20 MB with what they
 * bring, and makes an object of every value. The tests hold this reader against files that parquet-java writes.
 */
@NullMarked
package dev.pathrank.log.parquet;

import org.jspecify.annotations.NullMarked;
