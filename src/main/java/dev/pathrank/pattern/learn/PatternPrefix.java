package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One place of the patterns while it is decided: the nodes of the tree that it is, what led there, and the segments that follow.
 *
 * @param <L> what is counted at the leaves
 */
final class PatternPrefix<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final PatternPrefix<L> parent;
    private final String text;
    private final boolean isPlaceholder;
    private final int depth;
    private final int placeholders;
    private List<Sibling<L>> siblings;

    private PatternPrefix(List<Node<L>> nodes, PatternPrefix<L> parent, String text, boolean variable) {
        this.nodes = List.copyOf(nodes);
        this.parent = parent;
        this.text = text;
        this.isPlaceholder = variable;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.placeholders = (parent == null ? 0 : parent.placeholders) + (variable ? 1 : 0);
    }

    static <L extends Leaf<L>> PatternPrefix<L> host(Node<L> host) {
        return new PatternPrefix<>(List.of(host), null, "", false);
    }

    PatternPrefix<L> literal(String name, List<Node<L>> below) {
        return new PatternPrefix<>(below, this, name, false);
    }

    PatternPrefix<L> placeholder(List<Node<L>> below) {
        return new PatternPrefix<>(below, this, "", true);
    }

    List<Node<L>> nodes() {
        return nodes;
    }

    PatternPrefix<L> parent() {
        return parent;
    }

    /** The literal that led here; empty below the host and for a variable. */
    String text() {
        return text;
    }

    boolean isPlaceholder() {
        return isPlaceholder;
    }

    /** Segments above. */
    int depth() {
        return depth;
    }

    /** Variables above. */
    int placeholders() {
        return placeholders;
    }

    /** The last literal on the way here and how many variables follow it, as the name of a population of values. */
    String context() {
        int after = 0;
        PatternPrefix<L> at = this;
        while (at.isPlaceholder) {
            after++;
            at = at.parent;
        }
        return at.text + "/" + after;
    }

    /** The segments that follow, the {@linkplain SpellingMerger spellings} of a name as one, in the order of their names; overflows last. */
    List<Sibling<L>> siblings(Predicate<Node<L>> looksAt) {
        if (siblings == null) {
            siblings = findSiblings(looksAt);
        }
        return siblings;
    }

    private List<Sibling<L>> findSiblings(Predicate<Node<L>> looksAt) {
        Map<String, List<Node<L>>> named = new TreeMap<>();
        Map<Integer, List<Node<L>>> overflows = new TreeMap<>();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (child.shape().isMethod() || child.shape().isPinned()) {
                    return;
                }
                if (child.isOverflow()) {
                    overflows
                            .computeIfAbsent(child.kind(), kind -> new ArrayList<>())
                            .add(child);
                } else {
                    named.computeIfAbsent(child.name(), name -> new ArrayList<>())
                            .add(child);
                }
            });
        }
        Map<Integer, Affix> affixes = new HashMap<>();
        List<Sibling<L>> all = new ArrayList<>(SpellingMerger.join(named, looksAt));
        all.forEach(sibling -> affixes.put(sibling.kind(), sibling.affix()));
        overflows.forEach((kind, same) -> all.add(new Sibling<>(same, looksAt, affixes.get(kind))));
        return all;
    }
}
