package dev.pathrank.rank;

/**
 * The place of a candidate in the migration order.
 *
 * @param rank 1, 2, …: the place under the chosen order
 * @param score 0 to 100 with one decimal
 * @param parts what the score is made of
 */
public record Placement(int rank, double score, ScoreParts parts) {}
