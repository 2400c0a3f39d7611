package dev.pathrank.pattern.segment;

/**
 * How coarse a tree is: 0 keeps most, every further level keeps half as many names, and from {@link #SHALLOWER} on it also looks less deep.
 *
 * <p>The level of a tree is a function of the set of its paths (see {@code TreeBound}) that only rises as paths are added, so trees that were
 * coarsened apart are as coarse together.
 */
public final class CoarseningLevel {
    /** At this level nothing but shapes of the first segment is left. */
    public static final int MAX = 24;

    /** From this level on each level halves the depth. */
    public static final int SHALLOWER = 18;

    private CoarseningLevel() {}

    /** Segments of a path that are looked at, one by one; the rest is one {@link Shape#REST}. */
    public static int depth(int deepest, int level) {
        return Math.max(1, deepest >> Math.max(0, level - SHALLOWER));
    }
}
