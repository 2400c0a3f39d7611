package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.ColonUse;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern prefix whose next segments are being decided: its segments so far, and the nodes of the path tree that it
 * stands for.
 *
 * @param <L> what is counted at the leaves
 */
public final class PatternPrefix<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final @Nullable PatternPrefix<L> parent;
    private final String text;
    private final boolean placeholder;
    private final int depth;
    private final int placeholders;
    private @Nullable List<Sibling<L>> siblings;
    private final SortedMap<String, List<Node<L>>> queryKeys = new TreeMap<>();

    private PatternPrefix(List<Node<L>> nodes, @Nullable PatternPrefix<L> parent, String text, boolean placeholder) {
        this.nodes = List.copyOf(nodes);
        this.parent = parent;
        this.text = text;
        this.placeholder = placeholder;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.placeholders = (parent == null ? 0 : parent.placeholders) + (placeholder ? 1 : 0);
    }

    /** Returns the empty prefix of a host, or of a literal path below one. */
    public static <L extends Leaf<L>> PatternPrefix<L> host(Node<L> host) {
        return new PatternPrefix<>(List.of(host), null, "", false);
    }

    /** Returns this prefix and a literal, which stands for the given nodes. */
    public PatternPrefix<L> literal(String name, List<Node<L>> below) {
        return new PatternPrefix<>(below, this, name, false);
    }

    /** Returns this prefix and a placeholder, which stands for the given nodes. */
    public PatternPrefix<L> placeholder(List<Node<L>> below) {
        return new PatternPrefix<>(below, this, "", true);
    }

    /** Returns the tree nodes of the last segment. */
    public List<Node<L>> nodes() {
        return nodes;
    }

    /** Returns the prefix without its last segment, or null for the empty one. */
    @Nullable
    PatternPrefix<L> parent() {
        return parent;
    }

    /** Returns the last segment if it is a literal, else the empty text. */
    public String text() {
        return text;
    }

    /** Whether the last segment is a placeholder. */
    public boolean isPlaceholder() {
        return placeholder;
    }

    /** Returns the number of segments. */
    public int depth() {
        return depth;
    }

    /** Returns the number of placeholders. */
    public int placeholders() {
        return placeholders;
    }

    /**
     * Returns the last literal and the number of placeholders after it, as the name of a population of parameter
     * values.
     */
    public String context() {
        int after = 0;
        PatternPrefix<L> at = this;
        for (PatternPrefix<L> above = parent; at.placeholder && above != null; above = at.parent) {
            after++;
            at = above;
        }
        return at.text + "/" + after;
    }

    /**
     * Returns the segments that follow, the {@linkplain SpellingMerger spellings} of a name as one, in the order of
     * their names; overflows last. They are computed by the first call.
     *
     * @param looksAt the tree nodes to look at
     */
    public List<Sibling<L>> siblings(Predicate<Node<L>> looksAt) {
        List<Sibling<L>> found = siblings;
        if (found == null) {
            found = findSiblings(looksAt);
            siblings = found;
        }
        return found;
    }

    /**
     * Returns the tree nodes of each key of the query that follows, by its segment. Keys are no siblings of segments.
     *
     * @param looksAt the tree nodes to look at
     */
    public SortedMap<String, List<Node<L>>> queryKeys(Predicate<Node<L>> looksAt) {
        siblings(looksAt);
        return queryKeys;
    }

    private List<Sibling<L>> findSiblings(Predicate<Node<L>> looksAt) {
        Map<String, List<Node<L>>> named = new TreeMap<>();
        Map<Integer, List<Node<L>>> overflows = new TreeMap<>();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (child.shape().isMethod() || child.shape().isPinned()) {
                    return;
                }
                if (child.shape() == Shape.QUERY_KEY) {
                    queryKeys
                            .computeIfAbsent(child.name(), name -> new ArrayList<>())
                            .add(child);
                } else if (child.isOverflow()) {
                    overflows
                            .computeIfAbsent(child.kind(), kind -> new ArrayList<>())
                            .add(child);
                } else {
                    named.computeIfAbsent(child.name(), name -> new ArrayList<>())
                            .add(child);
                }
            });
        }
        Map<Integer, Sibling<L>> ofKind = new HashMap<>();
        ColonUse colons = ColonUse.in(named.keySet());
        List<Sibling<L>> all = new ArrayList<>(SpellingMerger.merge(named, looksAt, colons));
        all.forEach(sibling -> ofKind.putIfAbsent(sibling.kind(), sibling));
        overflows.forEach((kind, same) -> all.add(new Sibling<>(same, looksAt, colons, ofKind.get(kind))));
        return all;
    }
}
