package dev.pathrank.tally;

import dev.pathrank.pattern.PathFolder;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.segment.MaskedPath;
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

    /** A place in a tree with calls that were not kept apart by name. */
    private record Place(String path, Shape shape, long calls) {}

    private CapNotices(LearningMode learning) {
        this.learning = learning;
    }

    static List<String> of(PathFolder<LeafTally> folding) {
        List<String> notices = new ArrayList<>();
        notices.addAll(of(folding.answered(), folding.learning(), "paths that were answered"));
        notices.addAll(of(folding.failed(), folding.learning(), "paths that failed"));
        return notices;
    }

    private static List<String> of(PathTree<LeafTally> tree, LearningMode learning, String what) {
        CapNotices found = new CapNotices(learning);
        tree.root().children(host -> found.look(host, host.printable()));
        if (tree.root().children().stream().anyMatch(Node::isOverflow)) {
            found.places.add(new Place("", Shape.HOST, overflowCalls(tree.root())));
        }
        List<String> notices = new ArrayList<>();
        if (tree.level() > 0) {
            notices.add(String.format(
                    Locale.ROOT,
                    "%s were too many to keep all names: each place keeps 1/%d of the names it otherwise would",
                    what,
                    1L << tree.level()));
        }
        found.places.stream()
                .sorted(Comparator.comparingLong(Place::calls).reversed().thenComparing(Place::path))
                .limit(MOST)
                .forEach(place -> notices.add(String.format(
                        Locale.ROOT,
                        "%s: %,d calls below %s/ have more names than are kept apart and are counted together",
                        what,
                        place.calls(),
                        Shortened.of(place.path(), LONGEST))));
        return notices;
    }

    private static long overflowCalls(Node<LeafTally> node) {
        return node.children().stream()
                .filter(Node::isOverflow)
                .mapToLong(Node::calls)
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
                places.add(new Place(path, child.shape(), child.calls()));
            }
            look(child, path + "/" + (child.isOverflow() ? "*" : masked(child)));
        }
    }

    private static String masked(Node<LeafTally> segment) {
        byte[] text = segment.text();
        return MaskedPath.of(ByteSlice.of(text));
    }
}
