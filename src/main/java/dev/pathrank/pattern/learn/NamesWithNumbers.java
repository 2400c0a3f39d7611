package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finder of names that differ in a number alone and lead on alike: {@code /roads/A3/closures} and A7. */
final class NamesWithNumbers {
    /** A name and a number. */
    private static final Pattern NAME = Pattern.compile("([A-Za-z]+)[0-9]+");

    private NamesWithNumbers() {}

    /**
     * Returns such names after a prefix, two or more, each followed by a same literal. At the beginning of paths they
     * may be versions of an interface.
     */
    static <L extends Leaf<L>> Set<Sibling<L>> find(PatternPrefix<L> prefix, List<Sibling<L>> siblings) {
        if (prefix.depth() == 0) {
            return Set.of();
        }
        Map<String, List<Sibling<L>>> byLetters = new HashMap<>();
        for (Sibling<L> s : siblings) {
            Matcher name = NAME.matcher(s.name());
            if (s.shape() == Shape.WORD && !s.isOverflow() && name.matches()) {
                byLetters
                        .computeIfAbsent(name.group(1), letters -> new ArrayList<>())
                        .add(s);
            }
        }
        Set<Sibling<L>> found = new HashSet<>();
        byLetters.values().stream()
                .filter(alike -> alike.size() > 1 && leadOnAlike(alike))
                .forEach(found::addAll);
        return found;
    }

    /** Whether a same literal follows each of them. */
    private static <L extends Leaf<L>> boolean leadOnAlike(List<Sibling<L>> alike) {
        Set<String> common = new HashSet<>(alike.get(0).distribution().next().keySet());
        common.removeIf(token -> token.endsWith(" ") || token.equals("/"));
        alike.forEach(s -> common.retainAll(s.distribution().next().keySet()));
        return !common.isEmpty();
    }
}
