package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The leaves of one method and pattern, and the spellings of the pattern in requests.
 *
 * @param <L> what is counted at the leaves
 */
final class PatternLeaves<L extends Leaf<L>> {
    private final List<L> leaves = new ArrayList<>();
    private final Map<String, Spelling> spellings = new TreeMap<>();

    /** @param answered whether the leaf counts answers, or belongs to a stated pattern */
    void add(L leaf, String spelling, boolean answered) {
        leaves.add(leaf);
        long rows = leaf.rows();
        spellings.merge(spelling, new Spelling(spelling, answered ? rows : 0, rows), Spelling::plus);
    }

    /** Returns all leaves that were added. */
    List<L> leaves() {
        return leaves;
    }

    /** Returns the spellings in their order; the first is the endpoint's name. */
    List<Spelling> spellings() {
        return Spelling.inOrder(spellings);
    }
}
