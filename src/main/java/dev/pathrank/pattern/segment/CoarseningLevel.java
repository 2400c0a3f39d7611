package dev.pathrank.pattern.segment;

/**
 * The coarsening level of a tree: 0 keeps most names, every further level keeps half as many, and from
 * {@link #SHALLOWER} on each level also halves the depth.
 *
 * <p>The level of a tree is a function of the set of its paths (see {@code TreeBound}) that only rises as paths are
 * added. Trees that were coarsened apart therefore end at the same level once they are merged.
 */
public final class CoarseningLevel {
    /** The highest level, at which only the shapes of first segments are left. */
    public static final int MAX = 24;

    /** The first level that halves the depth; each later one halves it again. */
    public static final int SHALLOWER = 18;

    private CoarseningLevel() {}

    /**
     * Returns how many segments of a path are nodes of their own; the rest of the path is one {@link Shape#REST}.
     *
     * @param deepest the depth at level 0
     */
    public static int depth(int deepest, int level) {
        return Math.max(1, deepest >> Math.max(0, level - SHALLOWER));
    }
}
