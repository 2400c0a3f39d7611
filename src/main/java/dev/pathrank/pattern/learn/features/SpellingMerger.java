package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.ColonUse;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The step that merges the spellings of one word into one sibling: {@code Users} and {@code users}, {@code ~ann} and
 * {@code %7Eann}.
 *
 * <p>The order of arrival does not matter: the spelling with the most rows absorbs each other spelling that has several
 * times fewer rows, or that is followed by the same tokens and has more than one letter. Codes, hashes and tokens are
 * never merged, because letter case distinguishes them.
 */
final class SpellingMerger {
    /** A spelling with this many times the rows of another one absorbs it, whatever follows them. */
    private static final long OUTWEIGHS = 8;

    /** Spellings with similar numbers of rows are the same word if what follows them matches at least this well. */
    private static final double SAME = 0.5;

    private SpellingMerger() {}

    /**
     * Returns siblings for these names, with the spellings of one word merged, in the order of their names.
     *
     * @param colons what the words beside a colon are
     */
    static <L extends Leaf<L>> List<Sibling<L>> merge(
            Map<String, List<Node<L>>> named, Predicate<Node<L>> looksAt, ColonUse colons) {
        Map<String, List<String>> alike = new TreeMap<>();
        named.keySet()
                .forEach(name -> alike.computeIfAbsent(SegmentNormalizer.normalize(name), p -> new ArrayList<>(1))
                        .add(name));
        List<Sibling<L>> all = new ArrayList<>(named.size());
        alike.values().forEach(names -> {
            List<Sibling<L>> spellings = new ArrayList<>();
            names.forEach(
                    name -> spellings.add(new Sibling<>(named.getOrDefault(name, List.of()), looksAt, colons, null)));
            all.addAll(spellings.size() == 1 ? spellings : merge(spellings, looksAt, colons));
        });
        all.sort(Comparator.comparing(Sibling::name));
        return all;
    }

    private static <L extends Leaf<L>> List<Sibling<L>> merge(
            List<Sibling<L>> spellings, Predicate<Node<L>> looksAt, ColonUse colons) {
        spellings.sort(Comparator.comparingLong((Sibling<L> s) -> -s.rows()).thenComparing(Sibling::name));
        List<Sibling<L>> apart = new ArrayList<>();
        List<Sibling<L>> words = new ArrayList<>();
        for (Sibling<L> each : spellings) {
            Sibling<L> most = words.isEmpty() ? each : words.get(0);
            if (isWord(each) && isSame(most, each)) {
                words.add(each);
            } else {
                apart.add(each);
            }
        }
        if (words.size() < 2) {
            return spellings;
        }
        List<Node<L>> nodes = new ArrayList<>();
        words.forEach(each -> nodes.addAll(each.nodes()));
        apart.add(0, new Sibling<>(nodes, looksAt, colons, null));
        return apart;
    }

    private static <L extends Leaf<L>> boolean isWord(Sibling<L> sibling) {
        return switch (sibling.shape()) {
            case TERM, WORD, SLUG, VERSION, FILE, OTHER -> true;
            default -> false;
        };
    }

    private static <L extends Leaf<L>> boolean isSame(Sibling<L> most, Sibling<L> other) {
        return most.rows() >= OUTWEIGHS * other.rows()
                || most.equals(other)
                || most.name().length() > 1
                        && ChildDistribution.match(most.distribution(), other.distribution()) >= SAME;
    }
}
