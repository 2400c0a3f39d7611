/**
 * Decompression of log objects: gzip and Zstandard, recognised by their first bytes. Start at
 * {@link dev.pathrank.source.unzip.Unzipper}. DEFLATE is decoded by the JDK and by nothing else, so what is valid, and
 * what is delivered of a damaged object, depends on no other library. Every byte before the damage is delivered, then
 * {@link dev.pathrank.source.DamagedObjectException} is thrown.
 */
@NullMarked
package dev.pathrank.source.unzip;

import org.jspecify.annotations.NullMarked;
