package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The tokens directly below a segment, in more detail than a {@link ChildDistribution}: the methods by which rows end
 * here, the forms of the identifiers that follow, and the identifiers themselves.
 */
final class SubtreeTokens {
    /** Longer identifiers count as being this long. */
    private static final int LONGEST = 40;

    private static final int PREFIX = 3;

    private final TreeMap<String, Long> continuations = new TreeMap<>();
    private final TreeMap<String, Long> forms = new TreeMap<>();
    private final TreeMap<String, Long> values = new TreeMap<>();

    /** Returns the tokens below several nodes, of the children that are looked at. */
    static <L extends Leaf<L>> SubtreeTokens of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        SubtreeTokens tokens = new SubtreeTokens();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> tokens.add(child));
        }
        return tokens;
    }

    private <L extends Leaf<L>> void add(Node<L> child) {
        Shape shape = child.shape();
        if (shape.isMethod()) {
            continuations.merge(child.name(), child.subtreeRows(), Long::sum);
            return;
        }
        boolean opaque = shape.isOpaque() || child.isOverflow();
        continuations.merge(opaque ? "/" : "/" + child.name(), child.subtreeRows(), Long::sum);
        if (opaque && !child.isOverflow()) {
            forms.merge(form(child.name(), shape), 1L, Long::sum);
            values.merge(child.name(), 1L, Long::sum);
        }
    }

    /** Returns the form of an identifier: its shape, its length, and the letters that it begins with. */
    private static String form(String name, Shape shape) {
        int letters = 0;
        while (letters < Math.min(PREFIX, name.length()) && Character.isLetter(name.charAt(letters))) {
            letters++;
        }
        String prefix = shape == Shape.CODE || shape == Shape.TOKEN ? name.substring(0, letters) : "";
        return shape.ordinal() + " " + Math.min(LONGEST, name.length()) + " " + prefix;
    }

    /** Returns the rows by next token: a method, any identifier, or a word. */
    Map<String, Long> continuations() {
        return continuations;
    }

    /** Returns the number of identifiers by form. */
    Map<String, Long> forms() {
        return forms;
    }

    /** Returns the number of nodes by identifier, as far as the tree kept the names. */
    Map<String, Long> values() {
        return values;
    }

    /** Adds these tokens to a sum. */
    void addTo(SubtreeTokens sum) {
        continuations.forEach((token, n) -> sum.continuations.merge(token, n, Long::sum));
        forms.forEach((token, n) -> sum.forms.merge(token, n, Long::sum));
        values.forEach((token, n) -> sum.values.merge(token, n, Long::sum));
    }
}
