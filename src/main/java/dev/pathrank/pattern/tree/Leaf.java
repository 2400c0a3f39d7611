package dev.pathrank.pattern.tree;

/**
 * What is counted for one method of one path, or of what was folded together: a sum, in which the order does not matter.
 *
 * @param <L> the implementing type
 */
public interface Leaf<L extends Leaf<L>> {
    /** Rows counted here. */
    long calls();

    /** Of these, rows answered with "not found" (status 404 or 410). */
    long notFound();

    /** Adds all that {@code other} holds; {@code other} is used up. */
    void absorb(L other);
}
