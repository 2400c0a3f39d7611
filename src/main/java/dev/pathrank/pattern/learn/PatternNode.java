package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final PatternNode<L> parent;
    private final String segment;
    private final String written;
    private final SegmentDecision decision;
    private final int placeholderCount;
    private final Set<Shape> accepted;
    private final Set<Integer> around;
    private final Map<String, PatternNode<L>> literals = new LinkedHashMap<>();
    private final Map<String, List<PatternNode<L>>> inOtherLetters = new HashMap<>();
    private final List<PatternNode<L>> placeholders = new ArrayList<>();
    private final Map<String, PatternLeaves<L>> leaves = new TreeMap<>();

    private PatternNode(
            PatternNode<L> parent, String written, SegmentDecision decision, Set<Shape> accepted, Set<Integer> around) {
        this.parent = parent;
        this.decision = decision;
        this.segment = parent == null ? "" : decision.segment();
        this.written = written;
        this.placeholderCount = parent == null ? 0 : parent.placeholderCount + (around.isEmpty() ? 0 : 1);
        this.accepted = accepted;
        this.around = around;
    }

    /** @param written the literal path that all below begins with; mostly empty */
    static <L extends Leaf<L>> PatternNode<L> root(String written) {
        SegmentDecision decision =
                SegmentDecision.kept(written, written.isEmpty() ? "the root" : "stays literal by --literal");
        return new PatternNode<>(null, written, decision, EnumSet.noneOf(Shape.class), Set.of());
    }

    /** The pattern down to here; empty for the root. */
    String written() {
        return written;
    }

    /** Why the last segment is what it is. */
    SegmentDecision decision() {
        return decision;
    }

    int placeholderCount() {
        return placeholderCount;
    }

    /** A literal, of which {@code nodes}, the most called first, are the spellings. */
    PatternNode<L> addLiteral(List<Node<L>> nodes, SegmentDecision decided) {
        String name = nodes.get(0).name();
        PatternNode<L> child = literals.computeIfAbsent(
                name,
                key -> new PatternNode<>(
                        this, written + "/" + decided.segment(), decided, EnumSet.noneOf(Shape.class), Set.of()));
        nodes.forEach(node -> literals.putIfAbsent(node.name(), child));
        List<PatternNode<L>> alike =
                inOtherLetters.computeIfAbsent(SegmentNormalizer.normalize(name), plain -> new ArrayList<>(1));
        if (!alike.contains(child)) {
            alike.add(child);
        }
        return child;
    }

    /** @param around what may stand around a value, at least one */
    PatternNode<L> addPlaceholder(SegmentDecision decided, Set<Shape> shapes, Set<Integer> around) {
        PatternNode<L> child = new PatternNode<>(this, written + "/" + decided.segment(), decided, shapes, around);
        placeholders.add(child);
        return child;
    }

    /** A placeholder for segments of a kind that are not shown one by one. */
    PatternNode<L> addHidden(int kind, long distinct) {
        return addPlaceholder(
                new SegmentDecision(
                        SegmentKind.placeholder(kind), OptionalLong.of(distinct), 1, "not shown one by one"),
                EnumSet.of(SegmentKind.shape(kind)),
                Set.of(SegmentKind.around(kind)));
    }

    /** The last segment as the pattern has it. */
    String segment() {
        return segment;
    }

    /** This segment as {@code node} spells it: a placeholder is written as it is. */
    String segment(Node<L> node) {
        return around.isEmpty() ? node.printable() : segment;
    }

    /**
     * Counts a method's leaf here.
     *
     * @param spelling how the way here was spelled
     */
    void add(Node<L> method, String spelling, boolean answered) {
        String text = spelling.isEmpty() ? "/" : spelling;
        leaves.computeIfAbsent(method.label(), label -> new PatternLeaves<>()).add(method.leaf(), text, answered);
    }

    /** As {@link #add(Node, String, boolean)} for a method that failed and was {@linkplain #route routed} here. */
    void addFailed(Node<L> method, List<Node<L>> segments) {
        add(method, spelled(segments, segments.size()), false);
    }

    private String spelled(List<Node<L>> segments, int end) {
        int at = end;
        boolean empty = parent != null && segment.isEmpty();
        while (!empty && at > 0 && segments.get(at - 1).shape() == Shape.EMPTY) {
            at--;
        }
        String slashes = "/".repeat(end - at);
        return parent == null
                ? written + slashes
                : parent.spelled(segments, at - 1) + "/" + segment(segments.get(at - 1)) + slashes;
    }

    /** What was counted here, by method. */
    Map<String, PatternLeaves<L>> leaves() {
        return leaves;
    }

    /** All children, literals first. */
    List<PatternNode<L>> children() {
        Set<PatternNode<L>> children = new LinkedHashSet<>(literals.values());
        children.addAll(placeholders);
        return List.copyOf(children);
    }

    /**
     * The place that a router would send these segments to if it took no slash too many amiss, or null: a literal before one in other letters, and that
     * before a placeholder.
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
        if (found == null && !segment.isOverflow()) {
            for (PatternNode<L> alike :
                    inOtherLetters.getOrDefault(SegmentNormalizer.normalize(segment.name()), List.of())) {
                found = found == null ? alike.route(segments, at + 1) : found;
            }
        }
        if (found == null && segment.shape() == Shape.EMPTY) {
            found = route(segments, at + 1);
        }
        for (int i = 0; found == null && segment.shape() != Shape.EMPTY && i < placeholders.size(); i++) {
            if (placeholders.get(i).accepts(segment, at)) {
                found = placeholders.get(i).route(segments, at + 1);
            }
        }
        return found;
    }

    /**
     * Whether a segment that never led to an answer belongs here. Below a literal a router would take any value; at the top, where scanners try
     * their luck, it must look like the values that were answered.
     */
    private boolean accepts(Node<L> other, int depth) {
        Shape shape = other.shape();
        return around.contains(SegmentKind.around(other.kind()))
                && (accepted.contains(shape) || depth > 0 && shape != Shape.REST)
                && (other.isOverflow() || fits(other.printable()));
    }

    private boolean fits(String text) {
        String small = SegmentNormalizer.normalize(text);
        int from = segment.indexOf('<');
        int to = segment.lastIndexOf('>') + 1;
        return text.length() > from + segment.length() - to
                && small.startsWith(SegmentNormalizer.normalize(segment.substring(0, from)))
                && small.endsWith(SegmentNormalizer.normalize(segment.substring(to)));
    }
}
