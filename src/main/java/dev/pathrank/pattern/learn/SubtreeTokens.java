package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What stands below a segment, looked at more closely than {@link ChildDistribution} does: by which methods calls end here, what the identifiers that follow
 * look like, and which they are.
 */
final class SubtreeTokens {
    /** Longer identifiers count as so long. */
    private static final int LONGEST = 40;

    private static final int PREFIX = 3;

    private final TreeMap<String, Long> continuations = new TreeMap<>();
    private final TreeMap<String, Long> forms = new TreeMap<>();
    private final TreeMap<String, Long> values = new TreeMap<>();

    static <L extends Leaf<L>> SubtreeTokens of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        SubtreeTokens offspring = new SubtreeTokens();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> offspring.add(child));
        }
        return offspring;
    }

    private <L extends Leaf<L>> void add(Node<L> child) {
        Shape shape = child.shape();
        if (shape.isMethod()) {
            continuations.merge(child.name(), child.subtreeCalls(), Long::sum);
            return;
        }
        boolean opaque = shape.isOpaque() || child.isOverflow();
        continuations.merge(opaque ? "/" : "/" + child.name(), child.subtreeCalls(), Long::sum);
        if (opaque && !child.isOverflow()) {
            forms.merge(form(child.name(), shape), 1L, Long::sum);
            values.merge(child.name(), 1L, Long::sum);
        }
    }

    /** The look of an identifier: its shape, its length, and the letters that it begins with. */
    private static String form(String name, Shape shape) {
        int letters = 0;
        while (letters < Math.min(PREFIX, name.length()) && Character.isLetter(name.charAt(letters))) {
            letters++;
        }
        String prefix = shape == Shape.CODE || shape == Shape.TOKEN ? name.substring(0, letters) : "";
        return shape.ordinal() + " " + Math.min(LONGEST, name.length()) + " " + prefix;
    }

    /** Calls by what comes next: a method, an identifier, or a certain word. */
    Map<String, Long> continuations() {
        return continuations;
    }

    /** How many of the identifiers that follow look so. */
    Map<String, Long> forms() {
        return forms;
    }

    /** The identifiers that follow, as far as the tree has kept their names. */
    Map<String, Long> values() {
        return values;
    }

    void addTo(SubtreeTokens sum) {
        continuations.forEach((token, n) -> sum.continuations.merge(token, n, Long::sum));
        forms.forEach((token, n) -> sum.forms.merge(token, n, Long::sum));
        values.forEach((token, n) -> sum.values.merge(token, n, Long::sum));
    }
}
