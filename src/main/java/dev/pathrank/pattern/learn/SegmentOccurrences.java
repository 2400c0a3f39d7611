package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where else in the tree a text stands as a segment, and what it was taken for there.
 */
final class SegmentOccurrences {
    private static final int CONTEXTS = 16;

    /** A host is a site of pages when one in so many calls fetches what browsers show. */
    private static final long SITE = 10;

    private final Map<String, Uses> uses = new HashMap<>();
    private long shown;
    private boolean site;

    /** The uses of one text. */
    static final class Uses {
        private final Set<String> after = new HashSet<>();
        private int places;
        private double asValue;
        private double judged;
        private final Map<String, double[]> byContext = new HashMap<>();

        /** Nodes of the tree that have this text. */
        int places() {
            return places;
        }

        /** Different texts that it follows, at most {@value #CONTEXTS}. */
        int contexts() {
            return after.size();
        }
    }

    /** The segments below a host; hosts do not learn from each other. */
    static <L extends Leaf<L>> SegmentOccurrences of(Node<L> host) {
        SegmentOccurrences segments = new SegmentOccurrences();
        segments.add(host);
        segments.site = SITE * segments.shown > host.subtreeCalls();
        return segments;
    }

    private <L extends Leaf<L>> void add(Node<L> parent) {
        String context = parent.shape().isOpaque() || parent.isOverflow() ? "/" : parent.name();
        for (Node<L> child : NonEmptyChildren.forEach(parent, node -> true)) {
            if (!child.shape().isMethod()) {
                shown += FileExtension.shown(SegmentKind.extension(child.kind())) ? child.subtreeCalls() : 0;
                if (!child.isOverflow()) {
                    Uses of = uses.computeIfAbsent(child.name(), name -> new Uses());
                    of.places++;
                    if (of.after.size() < CONTEXTS) {
                        of.after.add(context);
                    }
                }
                add(child);
            }
        }
    }

    /** Whether much of what is called are pages, their styles, scripts and pictures. */
    boolean site() {
        return site;
    }

    Uses of(String text) {
        return uses.getOrDefault(text, NONE);
    }

    private static final Uses NONE = new Uses();

    /** Notes that {@code text} was taken for a value with that probability in a place after {@code context}. */
    void addProbability(String text, String context, double probability) {
        Uses of = uses.computeIfAbsent(text, name -> new Uses());
        of.asValue += probability;
        of.judged++;
        double[] here = of.byContext.computeIfAbsent(context, name -> new double[2]);
        here[0] += probability;
        here[1]++;
    }

    /** Mean probability of being a value in all places but one judged {@code own}, or -1. */
    double elsewhere(String text, double own) {
        Uses of = of(text);
        return of.judged < 2 ? -1 : (of.asValue - own) / (of.judged - 1);
    }

    /** As {@link #elsewhere}, in places after the same text. */
    double elsewhereAfter(String text, String context, double own) {
        double[] here = of(text).byContext.get(context);
        return here == null || here[1] < 2 ? -1 : (here[0] - own) / (here[1] - 1);
    }
}
