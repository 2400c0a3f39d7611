/**
 * Puts endpoints into migration order, with the reason for each place. Start at {@link dev.pathrank.rank.Ranking};
 * {@code Eligibility} says which endpoints take part and {@link dev.pathrank.rank.Blocker} why the others do not,
 * {@code ScoreScale} measures the candidates, and {@link dev.pathrank.rank.ScoreParts} turns the measures into a score
 * whose parts stay visible. Decisions are enums and figures; {@code ReasonText} makes words of them, last.
 *
 * <p>Pure: no I/O, no clock, no locale; the same endpoints and options give the same order. docs/score.md has the
 * formula. Its weights are a proposal, not a finding: no published source fits weights to real migrations.
 */
@NullMarked
package dev.pathrank.rank;

import org.jspecify.annotations.NullMarked;
