package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbered pages of a placeholder's values ({@code /<slug>/comment-page-2}): names that differ in a number alone
 * and follow many of the values, where nearly all other names follow one each.
 */
final class NumberedPages {
    /** The fewest values that they follow, counted once for each number. */
    private static final int OFTEN = 8;

    /** One of the numbers must follow at least this many. */
    private static final int SEVERAL = 3;

    /** At most this many sorts of such pages are told from other names. */
    private static final int SORTS = 2;

    /** At least this part of the other names must follow one value each. */
    private static final double NEARLY_ALL = 0.8;

    private NumberedPages() {}

    /** Returns the segments of each sort of numbered page, which are a part of {@code whole}. */
    static <L extends Leaf<L>> List<List<Sibling<L>>> find(PatternPrefix<L> prefix, List<Sibling<L>> whole) {
        if (!prefix.isPlaceholder()) {
            return List.of();
        }
        Map<String, List<Sibling<L>>> byWording = new TreeMap<>();
        for (Sibling<L> s : whole) {
            String wording = s.skeleton().wording();
            if (!s.isOverflow() && wording.indexOf('#') > 0) {
                byWording.computeIfAbsent(wording, w -> new ArrayList<>()).add(s);
            }
        }
        List<List<Sibling<L>>> sorts =
                byWording.values().stream().filter(NumberedPages::isOften).toList();
        List<Sibling<L>> others = new ArrayList<>(whole);
        sorts.forEach(others::removeAll);
        long single = others.stream()
                .filter(s -> s.isOverflow() ? !s.isOpaque() : s.nodes().size() == 1)
                .count();
        return sorts.size() > SORTS || others.isEmpty() || single < NEARLY_ALL * others.size() ? List.of() : sorts;
    }

    private static <L extends Leaf<L>> boolean isOften(List<Sibling<L>> numbered) {
        int all = numbered.stream().mapToInt(s -> s.nodes().size()).sum();
        return numbered.size() > 1
                && all >= OFTEN
                && numbered.stream().anyMatch(s -> s.nodes().size() >= SEVERAL);
    }
}
