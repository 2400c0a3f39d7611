package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A node in the tree of patterns: one segment, a literal or a placeholder, and the leaves counted at it.
 *
 * @param <L> what is counted at the leaves
 */
final class PatternNode<L extends Leaf<L>> {
    /** A router prefers the template with the most text. */
    private static final Comparator<PatternNode<?>> MOST_TEXT_FIRST =
            Comparator.comparingInt((PatternNode<?> node) -> -node.literalLength());

    private final @Nullable PatternNode<L> parent;
    private final String segment;
    private final String written;
    private final SegmentDecision decision;
    private final int placeholderCount;
    /** The shapes of the values of a placeholder; empty for a literal. */
    private final Set<Shape> accepted;

    /** The {@link SegmentKind#around} of the values of a placeholder; empty for a literal. */
    private final Set<Integer> around;

    /** Whether pictures are among the values of a placeholder. */
    private final boolean pictures;

    /** The form of the values of a placeholder; null for a literal. */
    private final @Nullable SegmentTemplate template;

    private final Map<String, PatternNode<L>> literals = new LinkedHashMap<>();
    private final Map<String, List<PatternNode<L>>> byNormalForm = new HashMap<>();
    private final List<PatternNode<L>> placeholders = new ArrayList<>();
    private final Map<String, PatternLeaves<L>> leaves = new TreeMap<>();

    private PatternNode(
            @Nullable PatternNode<L> parent,
            String written,
            SegmentDecision decision,
            Set<Integer> kinds,
            @Nullable SegmentTemplate template) {
        this.parent = parent;
        this.decision = decision;
        this.segment = parent == null ? "" : decision.segment();
        this.written = written;
        this.placeholderCount =
                parent == null ? 0 : parent.placeholderCount + (template == null ? 0 : template.placeholders());
        this.template = template;
        this.accepted = EnumSet.noneOf(Shape.class);
        this.around = new TreeSet<>();
        kinds.forEach(kind -> {
            accepted.add(SegmentKind.shape(kind));
            around.add(SegmentKind.around(kind));
        });
        this.pictures = kinds.stream().anyMatch(SegmentKind::isPicture);
    }

    /**
     * Returns a root.
     *
     * @param written the literal path that all patterns below begin with; mostly empty
     */
    static <L extends Leaf<L>> PatternNode<L> root(String written) {
        SegmentDecision decision =
                SegmentDecision.kept(written, written.isEmpty() ? "the root" : "kept literal by --literal");
        return new PatternNode<>(null, written, decision, Set.of(), null);
    }

    /** Returns the pattern down to this node; empty for the root. */
    String written() {
        return written;
    }

    /** Returns the decision about the last segment. */
    SegmentDecision decision() {
        return decision;
    }

    /** Returns the number of placeholders in the pattern. */
    int placeholderCount() {
        return placeholderCount;
    }

    /**
     * Adds a literal, or returns the one that is there.
     *
     * @param nodes its spellings, the most called first
     */
    PatternNode<L> addLiteral(List<Node<L>> nodes, SegmentDecision decided) {
        String name = nodes.get(0).name();
        PatternNode<L> child = literals.computeIfAbsent(
                name, key -> new PatternNode<>(this, written + "/" + decided.segment(), decided, Set.of(), null));
        nodes.forEach(node -> literals.putIfAbsent(node.name(), child));
        List<PatternNode<L>> alike =
                byNormalForm.computeIfAbsent(SegmentNormalizer.normalize(name), plain -> new ArrayList<>(1));
        if (!alike.contains(child)) {
            alike.add(child);
        }
        return child;
    }

    /**
     * Adds a segment with values.
     *
     * @param template in the form of {@code decided}
     * @param kinds the kinds of its values, at least one
     */
    PatternNode<L> addTemplate(SegmentDecision decided, SegmentTemplate template, Set<Integer> kinds) {
        PatternNode<L> child = new PatternNode<>(this, written + "/" + decided.segment(), decided, kinds, template);
        placeholders.add(child);
        placeholders.sort(MOST_TEXT_FIRST);
        return child;
    }

    /** Adds a template for segments of a kind that are grouped. */
    PatternNode<L> addHidden(SegmentTemplate template, int kind, long distinct) {
        return addTemplate(
                new SegmentDecision(
                        template.printed(), Collections.nCopies(template.placeholders(), distinct), 1, "grouped"),
                template,
                Set.of(kind));
    }

    /** Returns the last segment of the pattern. */
    String segment() {
        return segment;
    }

    /** Returns the last segment as {@code node} spells it; a placeholder is returned as it is. */
    String segment(Node<L> node) {
        return template == null ? node.printable() : segment;
    }

    /**
     * Adds the leaf of a method.
     *
     * @param spelling of the path that led here
     * @param answered whether the path was answered
     */
    void add(Node<L> method, String spelling, boolean answered) {
        String text = spelling.isEmpty() ? "/" : spelling;
        L leaf = method.leaf();
        if (leaf != null) {
            leaves.computeIfAbsent(method.label(), label -> new PatternLeaves<>())
                    .add(leaf, text, answered);
        }
    }

    /** Adds the leaf of a method that failed and was {@linkplain #route routed} here by its path. */
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

    /** Returns the leaves counted here, by method. */
    Map<String, PatternLeaves<L>> leaves() {
        return leaves;
    }

    /** Returns all children, literals first. */
    List<PatternNode<L>> children() {
        Set<PatternNode<L>> children = new LinkedHashSet<>(literals.values());
        children.addAll(placeholders);
        return List.copyOf(children);
    }

    /**
     * Returns the node to which a router that ignores needless slashes would send a path, or null: a literal is
     * preferred to one in other letter case, and that to a placeholder.
     *
     * @param segments nodes of another tree, from the first segment to the last
     */
    @Nullable
    PatternNode<L> route(List<Node<L>> segments) {
        return route(segments, 0);
    }

    private @Nullable PatternNode<L> route(List<Node<L>> segments, int at) {
        if (at == segments.size()) {
            return leaves.isEmpty() ? null : this;
        }
        Node<L> segment = segments.get(at);
        PatternNode<L> literal = segment.isOverflow() ? null : literals.get(segment.name());
        PatternNode<L> found = literal == null ? null : literal.route(segments, at + 1);
        if (found == null && !segment.isOverflow()) {
            for (PatternNode<L> alike :
                    byNormalForm.getOrDefault(SegmentNormalizer.normalize(segment.name()), List.of())) {
                found = found == null ? alike.route(segments, at + 1) : found;
            }
        }
        if (found == null && segment.shape() == Shape.EMPTY) {
            found = route(segments, at + 1);
        }
        if (found == null && segment.shape() != Shape.EMPTY) {
            for (PatternNode<L> fitting : fitting(segment, at)) {
                found = found == null ? fitting.route(segments, at + 1) : found;
            }
        }
        return found;
    }

    /**
     * Returns the templates that accept a segment: of those with as much text, the ones with such values first. Where
     * the text of the segment is not known, those with such values come before those with more text.
     */
    private List<PatternNode<L>> fitting(Node<L> segment, int at) {
        List<PatternNode<L>> fitting = new ArrayList<>();
        for (PatternNode<L> each : placeholders) {
            if (each.accepts(segment, at)) {
                fitting.add(each);
            }
        }
        Comparator<PatternNode<L>> such = Comparator.comparing(each -> !each.accepted.contains(segment.shape()));
        Comparator<PatternNode<L>> text = MOST_TEXT_FIRST::compare;
        fitting.sort(segment.isOverflow() ? such.thenComparing(text) : text.thenComparing(such));
        return fitting;
    }

    /**
     * Whether a segment that never led to an answer belongs to this template. Below a literal a router would accept any
     * value; at the root, which scanners probe, it must look like the values that were answered. The format of a
     * picture belongs to the value.
     */
    private boolean accepts(Node<L> other, int depth) {
        Shape shape = other.shape();
        if (template == null
                || shape == Shape.QUERY_KEY
                || !accepted.contains(shape) && (depth == 0 || shape == Shape.REST)) {
            return false;
        }
        if (!other.isOverflow() && !template.isWhole()) {
            return template.fits(other.name());
        }
        return around.contains(SegmentKind.around(other.kind()))
                || pictures && template.isWhole() && SegmentKind.isPicture(other.kind());
    }

    private int literalLength() {
        return template == null ? 0 : template.literalLength();
    }
}
