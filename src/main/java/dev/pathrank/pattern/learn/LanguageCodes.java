package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A finder of codes of languages and countries among segments: {@code /inflections/de} and {@code pt-BR}. */
final class LanguageCodes {
    /** At least this many codes of two letters are values. */
    private static final int SEVERAL = 3;

    /** Two letters, perhaps with a region. */
    private static final Pattern TWO = Pattern.compile("[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?");

    /** Two or three letters, perhaps with a region. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private LanguageCodes() {}

    /** Whether a prefix is a language at the beginning of paths, below which is all that a site has in it. */
    static <L extends Leaf<L>> boolean isBeginning(PatternPrefix<L> prefix) {
        String code = prefix.text();
        return prefix.depth() == 1
                && !prefix.isPlaceholder()
                && TWO.matcher(code).matches()
                && LANGUAGES.contains(code.substring(0, 2));
    }

    /**
     * Returns the codes after a prefix where there is nothing else than codes, files aside, three quarters of them of
     * two letters, and where they lead to the same or are only read: {@code /api/hr} and {@code /api/it} are parts of
     * an interface. At the beginning of paths each language is a part of the site.
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
        boolean found = two >= SEVERAL && 4 * two >= 3 * codes.size();
        return found && (leadOnAlike(codes) || codes.stream().allMatch(LanguageCodes::isRead)) ? codes : Set.of();
    }

    /** Whether most of what follows each code follows others too. */
    private static <L extends Leaf<L>> boolean leadOnAlike(Set<Sibling<L>> codes) {
        return LiteralOutliers.areAlike(
                codes.stream().map(s -> s.distribution().next()).toList());
    }

    /** Whether nothing but reads is called at a code and one segment below. */
    private static <L extends Leaf<L>> boolean isRead(Sibling<L> code) {
        return Stream.of(code.distribution().next(), code.distribution().later())
                .flatMap(tokens -> tokens.keySet().stream())
                .allMatch(token -> !token.endsWith(" ") || token.equals("GET ") || token.equals("HEAD "));
    }
}
