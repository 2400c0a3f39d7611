package dev.pathrank.spark;

/** Keys of the values that tasks pass on, as numbers that Spark can sort by. Values of equal keys are merged. */
final class MergeKey {
    private static final int KIND_SHIFT = 56;
    private static final long PARTIAL = 0;
    private static final long DAY = 1;
    private static final long REJECTS = 2;

    /** Offset of day 0, as days before 1970 are negative. */
    private static final long EPOCH = 1L << 40;

    private MergeKey() {}

    /** Returns the key of a partial aggregate without its days: number {@code index} on its level of the tree. */
    static long partial(int index) {
        return PARTIAL << KIND_SHIFT | index;
    }

    /** Returns the key of the rows of one UTC day. */
    static long day(long day) {
        return DAY << KIND_SHIFT | (day + EPOCH);
    }

    /** Returns the key of rejected rows of a task, which are not merged. */
    static long rejects(int task) {
        return REJECTS << KIND_SHIFT | task;
    }

    static boolean isPartial(long key) {
        return key >> KIND_SHIFT == PARTIAL;
    }

    static boolean isRejects(long key) {
        return key >> KIND_SHIFT == REJECTS;
    }

    /** Returns the key on the next level, where {@code together} partial aggregates become one. */
    static long parent(long key, int together) {
        return key / together;
    }
}
