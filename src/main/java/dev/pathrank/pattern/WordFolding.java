package dev.pathrank.pattern;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which words at one place are values of a variable: names, slugs, titles.
 *
 * <p>Words fold when they are many and alike in what follows them, and when they have the look of values: several words joined by hyphens, or most of
 * them hardly ever called. Terms of web interfaces stay literal unless all of that holds several times over.
 */
final class WordFolding {
    /** Alike words that fold when they look like values. */
    private static final int MANY_VALUES = 16;

    /** Alike slugs that fold. */
    private static final int MANY_SLUGS = 6;

    /** Alike words that fold however they look. */
    private static final int VERY_MANY = 64;

    /** The part of the siblings that must have what follows a word for it to be alike. */
    private static final double SHARED = 0.1;

    /** The part of the words that are called once or twice, from which on they look like values. */
    private static final double RARE = 0.3;

    private WordFolding() {}

    static boolean mayFold(Shape shape) {
        return switch (shape) {
            case TERM, WORD, SLUG, OTHER -> true;
            default -> false;
        };
    }

    /** Those of {@code words} that are values. */
    static <L extends Leaf<L>> Set<Sibling<L>> values(List<Sibling<L>> words) {
        Map<String, Integer> following = new HashMap<>();
        words.forEach(word -> word.signature().forEach(next -> following.merge(next, 1, Integer::sum)));
        Set<Sibling<L>> alike = new HashSet<>();
        for (Sibling<L> word : words) {
            if (word.isOverflow() || word.shape() != Shape.TERM && alike(word, following, words.size())) {
                alike.add(word);
            }
        }
        if (!fold(alike)) {
            return Set.of();
        }
        if (alike.size() >= VERY_MANY) {
            words.stream()
                    .filter(word -> word.shape() == Shape.TERM && alike(word, following, words.size()))
                    .filter(word -> !outOfLine(word, alike))
                    .forEach(alike::add);
        }
        return alike;
    }

    private static <L extends Leaf<L>> boolean alike(Sibling<L> word, Map<String, Integer> following, int siblings) {
        return word.signature().stream().allMatch(next -> following.get(next) >= Math.max(2, SHARED * siblings));
    }

    private static <L extends Leaf<L>> boolean fold(Set<Sibling<L>> alike) {
        if (alike.stream().anyMatch(Sibling::isOverflow) || alike.size() >= VERY_MANY) {
            return true;
        }
        long slugs = alike.stream()
                .filter(word -> word.shape() == Shape.SLUG || word.shape() == Shape.OTHER)
                .count();
        if (slugs >= MANY_SLUGS && 2 * slugs >= alike.size()) {
            return true;
        }
        long rare = alike.stream().filter(word -> word.calls() <= 2).count();
        return alike.size() >= MANY_VALUES && rare >= RARE * alike.size();
    }

    /** Called more than any value: a literal that happens to stand among values. */
    private static <L extends Leaf<L>> boolean outOfLine(Sibling<L> word, Set<Sibling<L>> values) {
        long most = values.stream()
                .filter(value -> !value.isOverflow())
                .mapToLong(Sibling::calls)
                .max()
                .orElse(0);
        return word.calls() > 2 * most;
    }

    /** {@code <slug>} where most are slugs, else {@code <name>}. */
    static <L extends Leaf<L>> String placeholder(List<Sibling<L>> words) {
        long slugs = words.stream().filter(word -> word.shape() == Shape.SLUG).count();
        return 2 * slugs >= words.size() ? "<slug>" : "<name>";
    }
}
