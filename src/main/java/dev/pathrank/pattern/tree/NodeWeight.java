package dev.pathrank.pattern.tree;

/**
 * Upper estimates of the memory of nodes and leaves, in bytes. They depend on what was counted alone, not on its order.
 */
final class NodeWeight {
    /** A node with its text, its slot in a table and its part of a group. */
    static final int NODE = 192;

    /** A leaf that has counted nothing yet. */
    private static final int LEAF = 216;

    /** The most that one more row adds to the sketches of a leaf: one distinct client and one distinct duration. */
    static final int ROW = 24;

    /** The number of rows at which the sketches of a leaf reach their full size. */
    static final int FULL = 256;

    private NodeWeight() {}

    static long ofLeaf(long rows) {
        return LEAF + ROW * Math.min(rows, FULL);
    }

    /** Returns what some leaves weigh at most that have counted {@code rows} rows together. */
    static long ofLeaves(long leaves, long rows) {
        return leaves * LEAF + ROW * Math.min(rows, leaves * FULL);
    }
}
