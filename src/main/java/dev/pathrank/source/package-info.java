/**
 * Log objects and the places that hold them. Start at {@link dev.pathrank.source.LogSource}: it lists
 * {@link dev.pathrank.source.LogObject}s, and an object opens its stored bytes. The places are packages below:
 * {@code source.local} and {@code source.s3}; {@code source.unzip} decompresses the stored bytes.
 * {@link dev.pathrank.source.ListingFilter} selects objects by the hour in their names
 * ({@link dev.pathrank.source.KeyHour}). {@link dev.pathrank.source.Store} is the place of a saved state.
 *
 * <p>The package knows nothing of the content of objects. Bytes that are missing or damaged always end in an exception,
 * which says which of the two it was.
 */
@NullMarked
package dev.pathrank.source;

import org.jspecify.annotations.NullMarked;
