package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;

/**
 * An endpoint that takes part in the order.
 *
 * @param score 0 to 100, already rounded to one decimal, because the order uses the rounded score
 */
record Candidate(EndpointStats stats, ScoreParts parts, double score) {}
