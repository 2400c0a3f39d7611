/**
 * Puts endpoints into migration order, with the reason for each place. Start at {@link dev.pathrank.rank.Ranking};
 * {@code Standing} says who takes part, {@code Yardstick} measures those who do, and
 * {@link dev.pathrank.rank.ScoreParts} turns the measures into a score whose parts stay visible.
 *
 * <p>Pure: no I/O, no clock, no locale; the same endpoints and options give the same order. The formula is section 4 of
 * the migration-order reference, the contract pins its terms down, and the weights are a proposal, not a finding: no
 * published source fits weights to real migrations.
 */
package dev.pathrank.rank;
