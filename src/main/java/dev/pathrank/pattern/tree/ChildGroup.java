package dev.pathrank.pattern.tree;

import java.util.PriorityQueue;

/**
 * The children of one kind below one node: how many have names, which of them comes last in the order of hashes, and their overflow.
 *
 * <p>Only a group that has had to turn a child away needs to know its last one, so the queue is made then.
 *
 * @param <L> what is counted at the leaves
 */
public final class ChildGroup<L extends Leaf<L>> {
    public final int kind;
    public final ChildGroup<L> next;
    private int named;
    private Node<L> overflow;
    private PriorityQueue<Node<L>> lastFirst;

    ChildGroup(int kind, ChildGroup<L> next) {
        this.kind = kind;
        this.next = next;
    }

    /** Children of this kind that have names. */
    public int named() {
        return named;
    }

    /** The child that stands for all others, or null where there are none. */
    public Node<L> overflow() {
        return overflow;
    }

    void overflow(Node<L> child) {
        overflow = child;
    }

    /** The named child that comes last; the group must have one. */
    public Node<L> last(Node<L> parent) {
        if (lastFirst == null) {
            lastFirst = new PriorityQueue<>(named, ChildGroup::lastFirst);
            parent.children(child -> {
                if (!child.isOverflow() && child.kind() == kind) {
                    lastFirst.add(child);
                }
            });
        }
        return lastFirst.element();
    }

    /** Counts a child that was given a place among the named ones. */
    void added(Node<L> child) {
        named++;
        if (lastFirst != null) {
            lastFirst.add(child);
        }
    }

    /** Forgets {@link #last}, which lost its place. */
    void removedLast() {
        named--;
        lastFirst.remove();
        if (named == 0) {
            lastFirst = null;
        }
    }

    /** A child other than {@link #last} has gone. */
    void dropped() {
        named--;
        lastFirst = null;
    }

    private static int lastFirst(Node<?> a, Node<?> b) {
        return Node.compareKept(b, a);
    }
}
