package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A finder of names in folders of a site that people chose, whatever interfaces use such words for: the folders that
 * each value of a placeholder has of its own ({@code /~ann/garden/}, {@code /~bob/thesis/}), and titles of articles
 * ({@code /articles/how-to-graft-trees/}).
 */
final class FreeNames {
    /** The probability that such a name is a parameter value. */
    static final double PROBABILITY = 0.95;

    /** The fewest names that follow one value each. */
    private static final int OWN = 8;

    /** There must be one of them for this many values. */
    private static final int VALUES = 3;

    /** The least part of the names that follow one value each. */
    private static final double MOST = 0.7;

    /** A name that follows at least one of this many values is a part of them. */
    private static final int PART = 4;

    /** The fewest titles. */
    private static final int TITLES = 3;

    /** Three words and more. */
    private static final Pattern TITLE = Pattern.compile("[^-_]+(?:[-_][^-_]+){2,}");

    /** Two words and more. */
    private static final Pattern WORDS = Pattern.compile("[^-_]+(?:[-_][^-_]+)+");

    private FreeNames() {}

    /** Returns the indexes of such names. */
    static <L extends Leaf<L>> List<Integer> find(PatternPrefix<L> prefix, List<Sibling<L>> siblings) {
        return Stream.concat(own(prefix, siblings).stream(), titles(siblings).stream())
                .toList();
    }

    /** Returns the names of folders after a placeholder, where most follow a single value and there are many. */
    private static <L extends Leaf<L>> List<Integer> own(PatternPrefix<L> prefix, List<Sibling<L>> siblings) {
        int values = prefix.nodes().size();
        List<Integer> names = indexes(siblings, FreeNames::isName);
        long own =
                names.stream().filter(i -> siblings.get(i).nodes().size() == 1).count();
        boolean free = prefix.isPlaceholder() && own >= Math.max(OWN, values / VALUES) && own >= MOST * names.size();
        return names.stream()
                .filter(i -> free && PART * siblings.get(i).nodes().size() < values)
                .toList();
    }

    /** Returns the titles, and names of two words beside them, where at least half of all names are titles. */
    private static <L extends Leaf<L>> List<Integer> titles(List<Sibling<L>> siblings) {
        boolean most = areTitles(siblings.stream().filter(s -> !s.isFile()).toList());
        return indexes(
                siblings, s -> most && isName(s) && WORDS.matcher(s.core()).matches());
    }

    /** Whether at least half of names, and several, are titles of articles. */
    static <L extends Leaf<L>> boolean areTitles(List<Sibling<L>> names) {
        long titles = names.stream()
                .filter(s -> !s.isOverflow() && SegmentFolder.isWord(s.shape()))
                .filter(s -> TITLE.matcher(s.core()).matches())
                .count();
        return titles >= TITLES && 2 * titles >= names.size();
    }

    private static <L extends Leaf<L>> List<Integer> indexes(List<Sibling<L>> siblings, Predicate<Sibling<L>> of) {
        return IntStream.range(0, siblings.size())
                .filter(i -> of.test(siblings.get(i)))
                .boxed()
                .toList();
    }

    /** Whether a segment is a word that people may have chosen as a name. */
    static <L extends Leaf<L>> boolean isName(Sibling<L> s) {
        return !s.isOverflow() && !s.isFile() && SegmentFolder.isWord(s.shape()) && !HeldSegments.isReserved(s);
    }
}
