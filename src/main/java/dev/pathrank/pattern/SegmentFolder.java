package dev.pathrank.pattern;

import dev.pathrank.log.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides, at one place of the patterns, which segments stay literal and which are values of a variable.
 *
 * <p>Opaque shapes are values; words are, when there are many alike (see {@link WordFolding}). Versions and dates in the place of a version
 * stay literal, and so does a word beside folded integers.
 *
 * @param <L> what is counted at the leaves
 */
final class SegmentFolder<L extends Leaf<L>> {
    /** Files of one extension in one place that stay apart; more are values. */
    private static final int FILES_APART = 8;

    /** Dates in the place of a version ({@code /2010-04-01/accounts}) that stay apart. */
    private static final int DATED_VERSIONS = 3;

    private final Predicate<Node<L>> looksAt;

    /** @param looksAt which nodes of the tree are looked at; the others are as if not there */
    SegmentFolder(Predicate<Node<L>> looksAt) {
        this.looksAt = looksAt;
    }

    boolean looksAt(Node<L> node) {
        return looksAt.test(node);
    }

    /** The places below {@code place}, which {@code nodes} are; made there, with their nodes. */
    List<Fold<L>> fold(PatternNode<L> place, List<Node<L>> nodes) {
        List<Sibling<L>> siblings = siblings(nodes);
        List<Sibling<L>> opaque = new ArrayList<>();
        List<Sibling<L>> words = new ArrayList<>();
        Map<Integer, List<Sibling<L>>> files = new TreeMap<>();
        List<Sibling<L>> literals = new ArrayList<>();
        long dates = siblings.stream().filter(s -> s.shape() == Shape.DATE).count();
        for (Sibling<L> sibling : siblings) {
            if (sibling.shape() == Shape.DATE && dates <= DATED_VERSIONS && sibling.datedVersion(place.variables())) {
                literals.add(sibling);
            } else if (sibling.shape().opaque()) {
                opaque.add(sibling);
            } else if (sibling.shape() == Shape.FILE) {
                files.computeIfAbsent(sibling.kind(), kind -> new ArrayList<>()).add(sibling);
            } else if (WordFolding.mayFold(sibling.shape())) {
                words.add(sibling);
            } else {
                literals.add(sibling);
            }
        }
        List<Fold<L>> folds = new ArrayList<>();
        Set<Sibling<L>> values = WordFolding.values(words);
        words.stream().filter(word -> !values.contains(word)).forEach(literals::add);
        foldValues(place, opaque, new ArrayList<>(values), folds);
        files.forEach((kind, alike) -> foldFiles(place, kind, alike, literals, folds));
        literals.forEach(literal -> folds.add(keep(place, literal)));
        return folds;
    }

    private void foldValues(
            PatternNode<L> place, List<Sibling<L>> opaque, List<Sibling<L>> words, List<Fold<L>> folds) {
        if (words.size() > opaque.size() || words.stream().anyMatch(Sibling::isOverflow)) {
            List<Sibling<L>> all = new ArrayList<>(words);
            all.addAll(opaque);
            folds.add(variable(place, WordFolding.placeholder(words), all));
        } else if (!opaque.isEmpty() || !words.isEmpty()) {
            List<Sibling<L>> all = new ArrayList<>(opaque);
            all.addAll(words);
            folds.add(variable(place, placeholder(all), all));
        }
    }

    private static <L extends Leaf<L>> String placeholder(List<Sibling<L>> siblings) {
        Set<String> names = siblings.stream().map(s -> s.shape().placeholder()).collect(Collectors.toSet());
        return "<" + (names.size() == 1 ? names.iterator().next() : Shape.INTEGER.placeholder()) + ">";
    }

    private void foldFiles(
            PatternNode<L> place, int kind, List<Sibling<L>> alike, List<Sibling<L>> literals, List<Fold<L>> folds) {
        boolean many = alike.size() > FILES_APART || alike.stream().anyMatch(Sibling::isOverflow);
        List<Sibling<L>> folded = new ArrayList<>();
        for (Sibling<L> file : alike) {
            (many || file.secret() ? folded : literals).add(file);
        }
        if (!folded.isEmpty()) {
            folds.add(variable(place, Placeholders.of(kind), folded));
        }
    }

    private Fold<L> variable(PatternNode<L> place, String placeholder, List<Sibling<L>> siblings) {
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        siblings.forEach(sibling -> shapes.add(sibling.shape()));
        List<Node<L>> nodes = new ArrayList<>();
        siblings.forEach(sibling -> nodes.addAll(sibling.nodes()));
        return new Fold<>(place.addPlaceholder(placeholder, shapes), nodes);
    }

    private Fold<L> keep(PatternNode<L> place, Sibling<L> sibling) {
        if (sibling.isOverflow() || sibling.secret()) {
            return variable(place, Placeholders.of(sibling.kind()), List.of(sibling));
        }
        byte[] text = sibling.text();
        return new Fold<>(place.addLiteral(sibling.name(), Printable.of(text, 0, text.length)), sibling.nodes());
    }

    /** The segments below {@code nodes}, those of the same name as one, in the order of their names. */
    private List<Sibling<L>> siblings(List<Node<L>> nodes) {
        Map<String, List<Node<L>>> named = new TreeMap<>();
        Map<Integer, List<Node<L>>> overflows = new TreeMap<>();
        for (Node<L> node : nodes) {
            node.children(child -> {
                if (child.shape().method() || child.shape() == Shape.STATED || !looksAt.test(child)) {
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
        List<Sibling<L>> siblings = new ArrayList<>();
        named.values().forEach(same -> siblings.add(new Sibling<>(same, looksAt)));
        overflows.values().forEach(same -> siblings.add(new Sibling<>(same, looksAt)));
        return siblings;
    }
}
