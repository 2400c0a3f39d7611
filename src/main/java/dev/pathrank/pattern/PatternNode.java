package dev.pathrank.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A place in the tree of patterns: one segment, a literal or a placeholder, and what was counted at it.
 *
 * @param <L> what is counted at the leaves
 */
final class PatternNode<L extends Leaf<L>> {
    private final String written;
    private final Decision decision;
    private final int variables;
    private final Set<Shape> accepted;
    private final Set<Integer> around;
    private final Map<String, PatternNode<L>> literals = new LinkedHashMap<>();
    private final List<PatternNode<L>> placeholders = new ArrayList<>();
    private final Map<String, List<L>> leaves = new TreeMap<>();

    private PatternNode(String written, Decision decision, int variables, Set<Shape> accepted, Set<Integer> around) {
        this.decision = decision;
        this.around = around;
        this.written = written;
        this.variables = variables;
        this.accepted = accepted;
    }

    /** @param written the literal path that all below begins with; mostly empty */
    static <L extends Leaf<L>> PatternNode<L> root(String written) {
        Decision decision = Decision.kept(written, written.isEmpty() ? "the root" : "stays literal by --literal");
        return new PatternNode<>(written, decision, 0, EnumSet.noneOf(Shape.class), Set.of());
    }

    /** The pattern down to here; a slash for the root. */
    String pattern() {
        return written.isEmpty() ? "/" : written;
    }

    /** Why the last segment is what it is. */
    Decision decision() {
        return decision;
    }

    int variables() {
        return variables;
    }

    /** @param name of the segment, a character for each byte */
    PatternNode<L> addLiteral(String name, Decision decided) {
        return literals.computeIfAbsent(
                name,
                key -> new PatternNode<>(
                        written + "/" + decided.segment(), decided, variables, EnumSet.noneOf(Shape.class), Set.of()));
    }

    PatternNode<L> addPlaceholder(Decision decided, Set<Shape> shapes, Set<Integer> around) {
        PatternNode<L> child =
                new PatternNode<>(written + "/" + decided.segment(), decided, variables + 1, shapes, around);
        placeholders.add(child);
        return child;
    }

    /** A placeholder for segments of a kind that are not shown one by one. */
    PatternNode<L> addHidden(int kind, long distinct) {
        return addPlaceholder(
                new Decision(Placeholders.of(kind), OptionalLong.of(distinct), 1, "not shown one by one"),
                EnumSet.of(SegmentKind.shape(kind)),
                Set.of(SegmentKind.around(kind)));
    }

    void addLeaf(String method, L leaf) {
        leaves.computeIfAbsent(method, key -> new ArrayList<>()).add(leaf);
    }

    /** What was counted here, by method. */
    Map<String, List<L>> leaves() {
        return leaves;
    }

    /** All children, literals first. */
    List<PatternNode<L>> children() {
        List<PatternNode<L>> children = new ArrayList<>(literals.values());
        children.addAll(placeholders);
        return children;
    }

    /**
     * The place that a router would send these segments to, a literal before a placeholder, or null.
     *
     * @param segments nodes of another tree, from the first segment to the last
     */
    PatternNode<L> route(List<Node<L>> segments) {
        return route(segments, 0);
    }

    private PatternNode<L> route(List<Node<L>> segments, int at) {
        if (at == segments.size()) {
            return leaves.isEmpty() ? null : this;
        }
        Node<L> segment = segments.get(at);
        PatternNode<L> literal = segment.isOverflow() ? null : literals.get(segment.name());
        PatternNode<L> found = literal == null ? null : literal.route(segments, at + 1);
        for (int i = 0; found == null && i < placeholders.size(); i++) {
            if (placeholders.get(i).accepts(segment.kind(), at)) {
                found = placeholders.get(i).route(segments, at + 1);
            }
        }
        return found;
    }

    /**
     * Whether a segment that never led to an answer belongs here. Below a literal a router would take any value; at the top, where scanners try
     * their luck, it must look like the values that were answered.
     */
    private boolean accepts(int kind, int depth) {
        Shape shape = SegmentKind.shape(kind);
        return around.contains(SegmentKind.around(kind))
                && (accepted.contains(shape) || depth > 0 && shape != Shape.EMPTY && shape != Shape.REST);
    }
}
