package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.List;

/**
 * A pattern of one host and method, with the leaves that were counted for it.
 *
 * @param host the host's name, a character for each byte
 * @param method the method, a character for each byte; {@code *} for unusual ones whose names were not kept
 * @param pattern the path pattern in printable form; if it is learned, the first of its spellings
 * @param placeholders the number of placeholders
 * @param stated whether the user stated it
 * @param spellings its spellings in requests, in their order, at least one; their rows add up to those of the leaves
 * @param explanation how sure the pattern is, and why
 * @param leaves the leaves that were counted, at least one
 * @param <L> what is counted at the leaves
 */
public record LearnedPattern<L extends Leaf<L>>(
        String host,
        String method,
        String pattern,
        int placeholders,
        boolean stated,
        List<Spelling> spellings,
        Explanation explanation,
        List<L> leaves) {
    public LearnedPattern {
        spellings = List.copyOf(spellings);
        leaves = List.copyOf(leaves);
    }
}
