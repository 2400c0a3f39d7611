/**
 * Rows counted per endpoint, as a sum: {@code merge} is associative and commutative and an empty tally is its zero, so
 * the work can be split into tallies in any way (threads, days, machines, files).
 *
 * <p>Start at {@link dev.pathrank.tally.Tally}. Each leaf of its path tree holds a
 * {@link dev.pathrank.tally.LeafTally}, whose parts ({@link dev.pathrank.tally.DurationCounts},
 * {@link dev.pathrank.tally.DistinctClients}) start small and exact and grow into a fixed form; the form depends on
 * their contents, never on history. Counts by second go to the {@link dev.pathrank.tally.seconds.PerSecondCounts}.
 * {@link dev.pathrank.tally.EndpointAssembly} adds leaves up to {@link dev.pathrank.tally.EndpointStats}. Nothing here
 * may look at the order in which rows or tallies arrive.
 */
@NullMarked
package dev.pathrank.tally;

import org.jspecify.annotations.NullMarked;
