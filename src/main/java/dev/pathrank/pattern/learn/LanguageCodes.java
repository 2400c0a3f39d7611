package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A finder of codes of languages and countries among segments: {@code /inflections/de} and {@code pt-BR}. */
final class LanguageCodes {
    /** At least this many codes of two letters are values. */
    private static final int SEVERAL = 3;

    /** Two letters, perhaps with a region. */
    private static final Pattern TWO = Pattern.compile("[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?");

    /** Two or three letters, perhaps with a region. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?");

    private LanguageCodes() {}

    /**
     * Returns the codes after a prefix where there is nothing else than codes, files aside, three quarters of them of
     * two letters. At the beginning of paths each language is a part of the site.
     */
    static <L extends Leaf<L>> Set<Sibling<L>> find(PatternPrefix<L> prefix, List<Sibling<L>> siblings) {
        Set<Sibling<L>> codes = new HashSet<>();
        int two = 0;
        for (Sibling<L> s : siblings) {
            if (!s.isOverflow() && !s.isFile()) {
                if (prefix.depth() == 0 || !CODE.matcher(s.name()).matches()) {
                    return Set.of();
                }
                codes.add(s);
                two += TWO.matcher(s.name()).matches() ? 1 : 0;
            }
        }
        return two >= SEVERAL && 4 * two >= 3 * codes.size() ? codes : Set.of();
    }
}
