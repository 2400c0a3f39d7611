package dev.pathrank.pattern.assign;

import dev.pathrank.pattern.Leaf;

/** Counts requests and, in the end, knows their pattern. */
final class PathCount implements Leaf<PathCount> {
    private long calls;
    private String pattern = "";

    void count() {
        calls++;
    }

    @Override
    public long calls() {
        return calls;
    }

    @Override
    public void absorb(PathCount other) {
        calls += other.calls;
    }

    void belongsTo(String learned) {
        pattern = learned;
    }

    /** Empty until it is learned. */
    String pattern() {
        return pattern;
    }
}
