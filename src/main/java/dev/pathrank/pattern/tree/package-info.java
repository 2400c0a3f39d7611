/**
 * The bounded tree of every path that was counted. Start at {@link dev.pathrank.pattern.tree.PathTree}: a path goes in
 * segment by segment and leads to a {@link dev.pathrank.pattern.tree.Leaf}, which the caller counts at. What the tree
 * keeps depends on the set of paths alone, never on their order, so that trees merge in any order.
 * {@link dev.pathrank.pattern.tree.TreeWriter} and {@link dev.pathrank.pattern.tree.TreeReader} store a tree.
 *
 * <p>Looking up a leaf is on the hot path and makes no object for a path that was seen before. The tree knows nothing
 * of logs and of what a leaf counts, and decides nothing about patterns.
 */
@NullMarked
package dev.pathrank.pattern.tree;

import org.jspecify.annotations.NullMarked;
