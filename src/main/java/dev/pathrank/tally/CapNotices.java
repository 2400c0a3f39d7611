package dev.pathrank.tally;

import dev.pathrank.pattern.PathFolder;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Shortened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Notices of where a cap on memory forced something coarser, the largest places first. */
final class CapNotices {
    private static final int MOST = 3;

    private final LearningMode learning;
    /** Characters of a place in a notice. */
    private static final int LONGEST = 512;

    private final List<Place> places = new ArrayList<>();

    /** A place in a tree with rows that were not kept apart by name. */
    private record Place(String path, Shape shape, long rows) {}

    private CapNotices(LearningMode learning) {
        this.learning = learning;
    }

    /** @param hoursSampled whether {@link TrafficOverlap} does not hold all hours */
    static List<String> of(PathFolder<LeafTally> paths, boolean hoursSampled) {
        List<String> notices = new ArrayList<>();
        if (hoursSampled) {
            notices.add(String.format(
                    Locale.ROOT,
                    "the rows lie in more than %,d hours: only %<,d of them are searched for requests that two log"
                            + " types record",
                    TrafficOverlap.MOST_HOURS));
        }
        notices.addAll(of(paths.answered(), paths.learning(), "paths that succeeded"));
        notices.addAll(of(paths.failed(), paths.learning(), "paths that failed"));
        return notices;
    }

    private static List<String> of(PathTree<LeafTally> tree, LearningMode learning, String what) {
        CapNotices found = new CapNotices(learning);
        tree.root().children(host -> found.look(host, host.printable()));
        if (tree.root().children().stream().anyMatch(Node::isOverflow)) {
            found.places.add(new Place("", Shape.HOST, overflowRows(tree.root())));
        }
        List<String> notices = new ArrayList<>();
        if (tree.level() > 0) {
            notices.add(String.format(
                    Locale.ROOT,
                    "too many %s: each node of the path tree keeps 1/%d of the usual number of names",
                    what,
                    1L << tree.level()));
        }
        found.places.stream()
                .sorted(Comparator.comparingLong(Place::rows).reversed().thenComparing(Place::path))
                .limit(MOST)
                .forEach(place -> notices.add(String.format(
                        Locale.ROOT,
                        "%s: %,d calls under %s/ have too many different names and are counted together",
                        what,
                        place.rows(),
                        Shortened.of(QueryPath.printed(place.path()), LONGEST))));
        return notices;
    }

    private static long overflowRows(Node<LeafTally> node) {
        return node.children().stream()
                .filter(Node::isOverflow)
                .mapToLong(Node::rows)
                .sum();
    }

    /**
     * Collects the places below a node. Values of opaque shapes are folded anyway, so only words, files and other text
     * are worth a notice, unless everything is kept.
     */
    private void look(Node<LeafTally> node, String path) {
        for (Node<LeafTally> child : node.children()) {
            boolean told =
                    child.shape() != Shape.SPELLING && (!child.shape().isOpaque() || learning == LearningMode.NOTHING);
            if (child.isOverflow() && told) {
                places.add(new Place(path, child.shape(), child.rows()));
            }
            look(child, path + "/" + (child.isOverflow() ? "*" : masked(child)));
        }
    }

    private static String masked(Node<LeafTally> segment) {
        byte[] text = segment.text();
        return MaskedPath.of(ByteSlice.of(text));
    }
}
