/**
 * Decompression of log objects: gzip and Zstandard, recognised by their first bytes. Start at {@link
 * dev.pathrank.source.unzip.Unzipper}. Gzip is decoded by the JDK, by a faster decoder in Java ({@link
 * dev.pathrank.source.unzip.JavaInflate}) or by the native library libdeflate where it is installed; all give the same
 * bytes, of damaged objects too. Every byte before the damage is delivered, then {@link
 * dev.pathrank.source.DamagedObjectException} is thrown.
 */
@NullMarked
package dev.pathrank.source.unzip;

import org.jspecify.annotations.NullMarked;
