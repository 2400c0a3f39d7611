package dev.pathrank.pattern;

import dev.pathrank.pattern.tree.Leaf;

/** A leaf that counts requests and at the end holds their pattern. */
final class PathCount implements Leaf<PathCount> {
    private long rows;
    private long notFound;
    private String pattern = "";

    /**
     * Counts a request.
     *
     * @param status of the answer; 0 where it is not known
     */
    void count(int status) {
        rows++;
        notFound += HttpStatus.isNotFound(status) ? 1 : 0;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long notFound() {
        return notFound;
    }

    @Override
    public void absorb(PathCount other) {
        rows += other.rows;
        notFound += other.notFound;
    }

    /** Sets the pattern. */
    void setPattern(String learned) {
        pattern = learned;
    }

    /** Returns the pattern; empty until it is set. */
    String pattern() {
        return pattern;
    }
}
