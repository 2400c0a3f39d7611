package dev.pathrank.tally.memory;

import dev.pathrank.pattern.tree.TreeLimits;

/**
 * Caps on the memory of a tally.
 *
 * @param answered caps of the tree of paths that were answered (status 100 to 399), which decides the patterns
 * @param failed caps of the tree of all others
 * @param exactClients distinct addresses of a leaf that are counted exactly at most
 * @param exactDurations distinct durations of a leaf that are kept one by one at most
 * @param secondBuffer origin calls that are collected before their seconds are sorted and packed
 * @param packedSeconds bytes of packed seconds in memory; more spills to disk
 */
public record Limits(
        TreeLimits answered,
        TreeLimits failed,
        int exactClients,
        int exactDurations,
        int secondBuffer,
        long packedSeconds) {
    /** The caps of the program: they fit a heap of 512 MiB with two threads. */
    public static final Limits DEFAULT =
            new Limits(new TreeLimits(96L << 20, 24, 0), new TreeLimits(32L << 20, 24, 0), 256, 16, 1 << 18, 32L << 20);

    public Limits {
        if (exactClients < 1 || exactDurations < 1 || secondBuffer < 1 || packedSeconds < 0) {
            throw new IllegalArgumentException("caps must be positive");
        }
    }

    /** Returns the caps of one of many hourly tallies: the same paths are kept, with smaller buffers. */
    public Limits ofAnHour() {
        return new Limits(
                answered, failed, exactClients, exactDurations, Math.max(1, secondBuffer / 64), packedSeconds / 8);
    }
}
