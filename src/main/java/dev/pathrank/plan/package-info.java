/**
 * Says what a migration will meet before it is met: which endpoints move in which wave, when that passes a quota, what it costs. Start at
 * {@link dev.pathrank.plan.Planner}.
 *
 * <p>{@code Moves} puts the candidates of a ranking into the order in which they move, and {@code Usage} adds up, second by second, what every
 * beginning of that sequence uses of each {@code Quota}; {@code Waves} cuts it. {@code ColdStarts} simulates the environments of one endpoint,
 * {@code Bill} reckons a month. Loads are whole numbers, so that no sum depends on its order; money is decimal.
 *
 * <p>Pure but for the seconds of the run, which may lie on disk: no clock, no locale. The figures of AWS are data, each with its source
 * ({@code data}); what no source states is not known and printed so, never guessed.
 */
package dev.pathrank.plan;
