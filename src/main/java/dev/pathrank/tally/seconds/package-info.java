/**
 * Origin calls by second: exact counts that are packed to about three bytes a call and spill to a temporary file, and
 * what is read off them day by day. Start at {@link dev.pathrank.tally.seconds.PerSecondCounts}, which a tally fills,
 * and {@link dev.pathrank.tally.seconds.PerSecondReader}, which shows the seconds to a
 * {@link dev.pathrank.tally.seconds.DayVisitor}. Knows leaves by number only, and neither rows nor paths.
 */
@NullMarked
package dev.pathrank.tally.seconds;

import org.jspecify.annotations.NullMarked;
