package dev.pathrank.pattern;

import dev.pathrank.pattern.tree.Leaf;

/** Counts requests and, in the end, knows their pattern. */
final class PathCount implements Leaf<PathCount> {
    private long calls;
    private long notFound;
    private String pattern = "";

    /** @param status of the answer; 0 where it is not known */
    void count(int status) {
        calls++;
        notFound += HttpStatus.isNotFound(status) ? 1 : 0;
    }

    @Override
    public long calls() {
        return calls;
    }

    @Override
    public long notFound() {
        return notFound;
    }

    @Override
    public void absorb(PathCount other) {
        calls += other.calls;
        notFound += other.notFound;
    }

    void belongsTo(String learned) {
        pattern = learned;
    }

    /** Empty until it is learned. */
    String pattern() {
        return pattern;
    }
}
