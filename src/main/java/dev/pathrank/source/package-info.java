/**
 * Which log objects there are, and their bytes, unzipped. Start at {@link dev.pathrank.run.Sources}: it turns the
 * words of a command line into {@link dev.pathrank.source.LogSource}s; a source lists {@link
 * dev.pathrank.source.LogObject}s, an object opens its stored bytes, and {@link dev.pathrank.source.unzip.Unzipper} undoes
 * gzip. Which keys are worth opening is told by {@link dev.pathrank.source.ListingFilter} from the hour in a name
 * ({@link dev.pathrank.source.KeyHour}). Nothing here knows what a log row is, and nothing is dropped in silence: bytes
 * that are missing or damaged end in an exception that says which of the two it was.
 */
@NullMarked
package dev.pathrank.source;

import org.jspecify.annotations.NullMarked;
