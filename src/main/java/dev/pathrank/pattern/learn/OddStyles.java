package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A finder of words that are written unlike the parameter values beside them: in small letters where values have
 * capitals alone ({@code types} among {@code AAPL} and {@code MSFT}), or joined by underscores where values are joined
 * by hyphens ({@code top_gainers} among {@code wrapped-ether} and {@code shiba-inu}), or the other way round.
 *
 * @param <L> what is counted at the leaves
 */
final class OddStyles<L extends Leaf<L>> {
    /** The fewest values of the usual style. */
    private static final int USUAL = 5;

    /** A style is odd if at least this many times as many siblings have the usual one. */
    private static final int OUTNUMBERS = 5;

    /** A word is called often if it has this many times the rows of an average value. */
    private static final int OFTEN = 4;

    private final List<Sibling<L>> values;
    private final Lexicon lexicon;
    private final long median;

    /** @param values siblings that look like parameter values */
    OddStyles(List<Sibling<L>> values, Lexicon lexicon) {
        this.values = values.stream()
                .filter(s -> !s.isOverflow() && !s.isFile() && !s.isOpaque())
                .toList();
        this.lexicon = lexicon;
        long[] rows = this.values.stream().mapToLong(Sibling::rows).sorted().toArray();
        this.median = rows.length == 0 ? 0 : rows[rows.length / 2];
    }

    /** Returns the words that interfaces use, that end paths and that are written unlike the others. */
    Set<Sibling<L>> find() {
        Set<Sibling<L>> odd = new HashSet<>();
        if (values.size() <= USUAL) {
            return odd;
        }
        addOdd(odd, OddStyles::isSmall, OddStyles::isCapital);
        addOdd(odd, s -> isBusy(s) && s.core().indexOf('_') > 0, s -> s.core().indexOf('-') > 0);
        addOdd(odd, s -> isBusy(s) && s.core().indexOf('-') > 0, s -> s.core().indexOf('_') > 0);
        return odd;
    }

    private void addOdd(Set<Sibling<L>> odd, Predicate<Sibling<L>> style, Predicate<Sibling<L>> usual) {
        List<Sibling<L>> few = new ArrayList<>();
        int many = 0;
        for (Sibling<L> s : values) {
            if (usual.test(s)) {
                many++;
            } else if (style.test(s)) {
                few.add(s);
            }
        }
        if (many >= Math.max(USUAL, OUTNUMBERS * few.size())) {
            few.stream().filter(s -> s.distribution().ending() == s.rows()).forEach(odd::add);
        }
    }

    /** Whether interfaces use the words and they are called often, for names are written as each person likes. */
    private boolean isBusy(Sibling<L> s) {
        return s.rows() >= OFTEN * median && lexicon.literalUse(s.decodedCore()).isKnown();
    }

    private static <L extends Leaf<L>> boolean isCapital(Sibling<L> s) {
        return s.core().chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && s.core().chars().noneMatch(c -> c >= 'a' && c <= 'z');
    }

    private static <L extends Leaf<L>> boolean isSmall(Sibling<L> s) {
        return s.core().chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-' || c == '_');
    }
}
