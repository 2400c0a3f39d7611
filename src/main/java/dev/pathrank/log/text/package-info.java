/**
 * Log formats with one row on each line: legacy, v2 in {@code w3c}, {@code plain} and {@code raw}, and real-time logs.
 * Start at {@link dev.pathrank.log.text.TextLogFormat}. Where an object does not name its columns or its delimiter,
 * they are guessed from its first rows ({@link dev.pathrank.log.text.FieldLayout},
 * {@link dev.pathrank.log.text.DelimiterGuess}).
 */
@NullMarked
package dev.pathrank.log.text;

import org.jspecify.annotations.NullMarked;
