package dev.pathrank.pattern.tree;

/**
 * What a node is reckoned to weigh in memory: an upper estimate in bytes that depends on what was counted alone, not on how it got there.
 */
final class NodeWeight {
    /** A node with its text, its place in a table and its share of a group. */
    static final int NODE = 192;

    /** A leaf that has counted nothing yet. */
    private static final int LEAF = 216;

    /** What one more call may add to the sketches of a leaf: one distinct client and one distinct duration. */
    static final int CALL = 24;

    /** From this many calls on the sketches of a leaf have their full size. */
    static final int FULL = 256;

    private NodeWeight() {}

    static long ofLeaf(long calls) {
        return LEAF + CALL * Math.min(calls, FULL);
    }
}
