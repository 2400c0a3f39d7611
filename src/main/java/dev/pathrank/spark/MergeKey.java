package dev.pathrank.spark;

/** What a piece that tasks hand on holds, and with which others it is merged, as a number that Spark can sort by. */
final class MergeKey {
    private static final int KIND_SHIFT = 56;
    private static final long SHARE = 0;
    private static final long DAY = 1;
    private static final long REJECTS = 2;

    /** Days before 1970 are below zero. */
    private static final long EPOCH = 1L << 40;

    private MergeKey() {}

    /** A share without its days: number {@code index} on its level of the tree. */
    static long share(int index) {
        return SHARE << KIND_SHIFT | index;
    }

    /** The rows of one UTC day. */
    static long day(long day) {
        return DAY << KIND_SHIFT | (day + EPOCH);
    }

    /** The rejected rows of some objects of a task; not merged with anything. */
    static long rejects(int task) {
        return REJECTS << KIND_SHIFT | task;
    }

    static boolean isShare(long slot) {
        return slot >> KIND_SHIFT == SHARE;
    }

    static boolean isRejects(long slot) {
        return slot >> KIND_SHIFT == REJECTS;
    }

    /** Where a share goes on the next level, where so many become one. */
    static long parent(long slot, int together) {
        return slot / together;
    }
}
