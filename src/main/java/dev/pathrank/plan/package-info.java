/**
 * Foresees a migration: which endpoints move in which wave, which quota that exceeds and when, what it costs. Start at
 * {@link dev.pathrank.plan.Planner}.
 *
 * <p>{@code MigrationUnitBuilder} puts the candidates of a ranking into the order in which they move, and
 * {@code QuotaMeter} adds up, second by second, what the first endpoints of that sequence use of each {@code Quota}
 * together; {@code WaveCutter} cuts it into waves. {@code EnvironmentPool} simulates the environments of one endpoint,
 * {@code CostModel} computes a month. Loads are whole numbers, so that no sum depends on its order; money is decimal.
 *
 * <p>Pure but for the seconds of the run, which may lie on disk: no clock, no locale. The figures of AWS are data, each
 * with its source ({@code data}); what no source states is not known and printed so, never guessed.
 */
@NullMarked
package dev.pathrank.plan;

import org.jspecify.annotations.NullMarked;
