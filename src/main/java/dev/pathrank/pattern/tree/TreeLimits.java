package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.CoarseningLevel;

/**
 * Caps of a path tree.
 *
 * @param weight most that nodes and leaves may weigh, in bytes as {@link NodeWeight} reckons them
 * @param depth segments of a path that are looked at one by one
 * @param firstLevel the {@linkplain CoarseningLevel level} to begin with; tests begin higher, so that every cap bites on small input
 */
public record TreeLimits(long weight, int depth, int firstLevel) {
    public TreeLimits {
        if (weight < 1 || depth < 1 || firstLevel < 0 || firstLevel > CoarseningLevel.MAX) {
            throw new IllegalArgumentException("weight " + weight + ", depth " + depth + ", level " + firstLevel);
        }
    }
}
