package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.List;

/**
 * A pattern of one host and method, with everything that was counted for it.
 *
 * @param host the host's name, a character for each byte
 * @param method the method, a character for each byte; {@code *} for the many odd ones that were not kept apart
 * @param pattern the path pattern, printable; if it is learned, the first of its spellings
 * @param variables placeholders in it
 * @param stated whether the user stated it
 * @param spellings how it was written, the most called first, at least one; their calls add up to those of the leaves
 * @param explanation why it is what it is
 * @param leaves what was counted, at least one
 * @param <L> what is counted at the leaves
 */
public record LearnedPattern<L extends Leaf<L>>(
        String host,
        String method,
        String pattern,
        int variables,
        boolean stated,
        List<Spelling> spellings,
        Explanation explanation,
        List<L> leaves) {
    public LearnedPattern {
        spellings = List.copyOf(spellings);
        leaves = List.copyOf(leaves);
    }
}
