package dev.pathrank.pattern.tree;

/**
 * The counts of one method of one path, or of several paths that were folded together: a sum, in which the order does
 * not matter.
 *
 * @param <L> the implementing type
 */
public interface Leaf<L extends Leaf<L>> {
    /**
     * Returns the number of rows counted here. With sampled logs a row stands for several calls; trees weigh by rows.
     */
    long rows();

    /** Returns how many of these rows were answered with "not found" (status 404 or 410). */
    long notFound();

    /** Adds all counts of {@code other}, which must not be used afterwards. */
    void absorb(L other);
}
