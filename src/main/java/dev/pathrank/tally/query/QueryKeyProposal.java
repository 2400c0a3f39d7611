package dev.pathrank.tally.query;

/**
 * A key of the query that splits the calls of a path into few kinds. Figures are those of a sample.
 *
 * @param path printable, secrets masked
 * @param key its name
 * @param values number of distinct values
 * @param calls sampled calls of the path that have the key
 * @param of sampled calls of the path
 */
public record QueryKeyProposal(String path, String key, int values, int calls, int of) {}
