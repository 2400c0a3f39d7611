package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted for one method at one place of the patterns, and how it was spelled.
 *
 * @param <L> what is counted at the leaves
 */
final class PatternLeaves<L extends Leaf<L>> {
    private final List<L> leaves = new ArrayList<>();
    private final Map<String, Spelling> spellings = new TreeMap<>();

    void add(L leaf, String spelling, boolean answered) {
        leaves.add(leaf);
        long calls = leaf.calls();
        spellings.merge(spelling, new Spelling(spelling, answered ? calls : 0, calls), Spelling::plus);
    }

    List<L> leaves() {
        return leaves;
    }

    /** In their order, so that the first is what the endpoint is called by. */
    List<Spelling> spellings() {
        return Spelling.inOrder(spellings);
    }
}
