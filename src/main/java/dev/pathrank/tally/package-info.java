/**
 * Rows counted per endpoint, as a sum: {@code merge} is associative and commutative and an empty tally is its zero, so whatever splits the
 * work splits it into tallies.
 *
 * <p>Start at {@link dev.pathrank.tally.Tally}. Each leaf of its path tree holds a {@link dev.pathrank.tally.LeafTally}, whose parts
 * ({@link dev.pathrank.tally.Durations}, {@link dev.pathrank.tally.Clients}) start small and exact and grow into a fixed form; which form they have
 * depends on what they hold, never on history. What needs single seconds goes to the {@link dev.pathrank.tally.seconds.PerSecondCounts}. Nothing here may look
 * at the order in which rows or tallies arrive.
 */
package dev.pathrank.tally;
