package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of pages in name spaces that colons part ({@code trips:norway}, {@code trips:norway:maps}): each is one
 * value, as the path of a page would be. A place has them where several names have two colons or more.
 */
final class NameSpaces {
    /** A name in a name space within another. */
    private static final Pattern NESTED = Pattern.compile("([a-z0-9_.-]+):[a-z0-9_.-]+(?::[a-z0-9_.-]+)+");

    /** At least this many names must be nested. */
    private static final int SEVERAL = 3;

    private NameSpaces() {}

    /** Whether the values of a site's place are such names. */
    static <L extends Leaf<L>> boolean part(List<Sibling<L>> values) {
        Set<String> outer = new HashSet<>();
        int nested = 0;
        for (Sibling<L> s : values) {
            var name = NESTED.matcher(s.isOverflow() ? "" : s.name());
            if (name.matches()) {
                nested++;
                outer.add(name.group(1) + ":");
            }
        }
        return nested >= SEVERAL
                && values.stream()
                        .anyMatch(s -> s.name().indexOf(':') == s.name().lastIndexOf(':')
                                && outer.contains(s.name().substring(0, s.name().indexOf(':') + 1)));
    }

    /** Whether a segment is such a name where {@link #part} is true. */
    static <L extends Leaf<L>> boolean isIn(Sibling<L> s) {
        return !s.isFile() && s.name().indexOf(':') > 0;
    }
}
