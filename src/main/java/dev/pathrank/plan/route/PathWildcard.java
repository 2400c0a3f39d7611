package dev.pathrank.plan.route;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.rank.TieBreak;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A path pattern of a cache behaviour: {@code *} matches any number of any characters, slashes included, {@code ?} one.
 *
 * @param text such as <code>/user/*</code>
 */
public record PathWildcard(String text) {
    /**
     * An order with the more specific first: a wildcard whose paths another one takes too comes before that one,
     * because it has more fixed characters, or as many with fewer wildcards.
     */
    public static final Comparator<PathWildcard> MOST_SPECIFIC_FIRST = Comparator.comparingLong(
                    (PathWildcard each) -> -(each.text.length() - each.count('*')))
            .thenComparingLong(each -> each.count('?'))
            .thenComparingLong(each -> each.count('*'))
            .thenComparing(PathWildcard::text, TieBreak.UTF8_BYTES);

    /** The characters that CloudFront does not accept in a path pattern, by its developer guide. */
    private static final Pattern NOT_TAKEN = Pattern.compile("[^A-Za-z0-9_.*$/~\"'@:+&?-]");

    /**
     * Returns the narrowest wildcard that takes all paths of an endpoint's pattern, such as {@code /user/<id>}. A query
     * is left out, as no wildcard looks at it.
     */
    public static PathWildcard of(String pattern) {
        String stars = QueryPath.path(pattern)
                .replace('*', '?')
                .replaceAll("<[^<>]*>", "*")
                .replaceAll("\\*+", "*");
        return new PathWildcard(NOT_TAKEN.matcher(stars).replaceAll("?"));
    }

    /** Returns whether it has a {@code *}. */
    public boolean hasStar() {
        return count('*') > 0;
    }

    /** Returns the literal text that every path it takes begins with. */
    String prefix() {
        int wild = 0;
        while (wild < text.length() && text.charAt(wild) != '*' && text.charAt(wild) != '?') {
            wild++;
        }
        return text.substring(0, wild);
    }

    private long count(char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    /** The relation between the paths that two wildcards take. */
    public enum Relation {
        /** Both are the same text. */
        SAME,
        /** It takes every path of the other, and more. */
        TAKES_ALL,
        /** The other takes every path of it. */
        TAKEN,
        /** Some paths are taken by both. */
        TAKES_SOME,
        /** No path is taken by both. */
        TAKES_NONE;

        /** Returns whether it takes every path of the other. */
        public boolean takesAll() {
            return this == SAME || this == TAKES_ALL;
        }
    }

    /** Returns the relation between the paths of this and of another wildcard. */
    public Relation relationTo(PathWildcard other) {
        if (equals(other)) {
            return Relation.SAME;
        }
        if (contains(other)) {
            return Relation.TAKES_ALL;
        }
        if (other.contains(this)) {
            return Relation.TAKEN;
        }
        return overlaps(other) ? Relation.TAKES_SOME : Relation.TAKES_NONE;
    }

    /** Returns whether it takes every path that the other takes. */
    boolean contains(PathWildcard other) {
        return other.text.startsWith(prefix()) && meets(other.text, true);
    }

    /** Returns whether there is a path that both take. */
    boolean overlaps(PathWildcard other) {
        String mine = prefix();
        String its = other.prefix();
        return (mine.startsWith(its) || its.startsWith(mine)) && meets(other.text, false);
    }

    /**
     * Returns whether this matches the other's text, by dynamic programming over both texts.
     *
     * @param whole whether every path that the other's wildcards allow must match; else one suffices
     */
    private boolean meets(String other, boolean whole) {
        boolean[][] met = new boolean[text.length() + 1][other.length() + 1];
        met[0][0] = true;
        for (int mine = 0; mine <= text.length(); mine++) {
            for (int its = 0; its <= other.length(); its++) {
                boolean myStar = mine > 0 && text.charAt(mine - 1) == '*';
                boolean itsStar = its > 0 && other.charAt(its - 1) == '*';
                if (myStar) {
                    met[mine][its] |= met[mine - 1][its] || its > 0 && met[mine][its - 1];
                }
                if (itsStar && !whole) {
                    met[mine][its] |= met[mine][its - 1] || mine > 0 && met[mine - 1][its];
                }
                if (mine > 0 && its > 0 && !myStar && !itsStar && sameSign(mine - 1, other.charAt(its - 1), whole)) {
                    met[mine][its] |= met[mine - 1][its - 1];
                }
            }
        }
        return met[text.length()][other.length()];
    }

    private boolean sameSign(int at, char sign, boolean whole) {
        return text.charAt(at) == sign || text.charAt(at) == '?' || !whole && sign == '?';
    }
}
