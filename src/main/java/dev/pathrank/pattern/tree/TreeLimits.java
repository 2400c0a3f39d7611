package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.CoarseningLevel;

/**
 * Limits of a path tree.
 *
 * @param weight the most that nodes and leaves may weigh, in bytes as {@link NodeWeight} estimates them; at least 1
 * @param depth the number of segments of a path that are nodes of their own; at least 1
 * @param firstLevel the {@linkplain CoarseningLevel level} to begin with, normally 0; tests begin higher, so that
 *     limits apply to small input
 */
public record TreeLimits(long weight, int depth, int firstLevel) {
    /** @throws IllegalArgumentException if a limit is out of its range */
    public TreeLimits {
        if (weight < 1 || depth < 1 || firstLevel < 0 || firstLevel > CoarseningLevel.MAX) {
            throw new IllegalArgumentException("weight " + weight + ", depth " + depth + ", level " + firstLevel);
        }
    }
}
