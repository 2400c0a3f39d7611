package dev.pathrank.pattern.learn;

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
 * Finds the spellings of one word at one place: {@code Users} and {@code users}, {@code ~ann} and {@code %7Eann}.
 *
 * <p>Which spelling arrived first does not matter: the one with most calls takes in each other one that it outweighs several times, or that is
 * followed by the same things, unless it is a single letter. Codes, hashes and tokens are never the same for being alike, since their letter case tells them apart.
 */
final class SpellingMerger {
    /** So many times as often as another spelling a word must be called to take it in whatever follows. */
    private static final long OUTWEIGHS = 8;

    /** Spellings of like weight are the same word where what follows them matches so well. */
    private static final double SAME = 0.5;

    private SpellingMerger() {}

    /** The siblings with these names, those that are spellings of one word as one, in the order of their names. */
    static <L extends Leaf<L>> List<Sibling<L>> join(Map<String, List<Node<L>>> named, Predicate<Node<L>> looksAt) {
        Map<String, List<String>> alike = new TreeMap<>();
        named.keySet()
                .forEach(name -> alike.computeIfAbsent(SegmentNormalizer.normalize(name), p -> new ArrayList<>(1))
                        .add(name));
        List<Sibling<L>> all = new ArrayList<>(named.size());
        alike.values().forEach(names -> {
            List<Sibling<L>> spellings = new ArrayList<>();
            names.forEach(name -> spellings.add(new Sibling<>(named.get(name), looksAt, null)));
            all.addAll(spellings.size() == 1 ? spellings : join(spellings, looksAt));
        });
        all.sort(Comparator.comparing(Sibling::name));
        return all;
    }

    private static <L extends Leaf<L>> List<Sibling<L>> join(List<Sibling<L>> spellings, Predicate<Node<L>> looksAt) {
        spellings.sort(Comparator.comparingLong((Sibling<L> s) -> -s.calls()).thenComparing(Sibling::name));
        List<Sibling<L>> apart = new ArrayList<>();
        List<Sibling<L>> words = new ArrayList<>();
        for (Sibling<L> each : spellings) {
            Sibling<L> most = words.isEmpty() ? each : words.get(0);
            if (word(each) && same(most, each)) {
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
        apart.add(0, new Sibling<>(nodes, looksAt, null));
        return apart;
    }

    private static <L extends Leaf<L>> boolean word(Sibling<L> sibling) {
        return switch (sibling.shape()) {
            case TERM, WORD, SLUG, VERSION, FILE, OTHER -> true;
            default -> false;
        };
    }

    private static <L extends Leaf<L>> boolean same(Sibling<L> most, Sibling<L> other) {
        return most.calls() >= OUTWEIGHS * other.calls()
                || most.equals(other)
                || most.name().length() > 1
                        && ChildDistribution.match(most.distribution(), other.distribution()) >= SAME;
    }
}
