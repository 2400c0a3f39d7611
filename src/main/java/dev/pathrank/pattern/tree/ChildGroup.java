package dev.pathrank.pattern.tree;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The children of one kind below one node: how many have names, which of them comes last in the order of hashes, and
 * the overflow.
 *
 * <p>Only a group that is full needs to know its last child, so the queue is made then.
 *
 * @param <L> the type of the leaves
 */
public final class ChildGroup<L extends Leaf<L>> {
    /** The most groups of a node that are looked through one by one. */
    private static final int MANY = 16;

    private final int kind;
    private final @Nullable ChildGroup<L> next;

    /** The groups of the node by kind, where they are many; at the first group alone. */
    private @Nullable GroupIndex<L> index;

    private int named;
    private @Nullable Node<L> overflow;
    private @Nullable PriorityQueue<Node<L>> lastFirst;

    ChildGroup(int kind, @Nullable ChildGroup<L> next) {
        this.kind = kind;
        this.next = next;
        if (next != null && next.index != null) {
            index = next.index;
            next.index = null;
            index.add(this);
        }
    }

    /** Returns the {@code SegmentKind} of the children. */
    public int kind() {
        return kind;
    }

    /** Returns the next group of the same node, or null after the last. */
    public @Nullable ChildGroup<L> next() {
        return next;
    }

    /** Returns the group of a kind among this and the following ones, or null; called at the first of a node. */
    @Nullable
    ChildGroup<L> find(int wanted) {
        if (index != null) {
            return index.find(wanted);
        }
        int passed = 0;
        for (ChildGroup<L> group = this; group != null; group = group.next) {
            if (group.kind == wanted) {
                return group;
            }
            passed++;
        }
        if (passed > MANY) {
            index = new GroupIndex<>(this);
        }
        return null;
    }

    /** Returns how many children of this kind have names. */
    public int named() {
        return named;
    }

    /** Returns the child that stands for all that have no names, or null where there is none. */
    public @Nullable Node<L> overflow() {
        return overflow;
    }

    void setOverflow(@Nullable Node<L> child) {
        overflow = child;
    }

    /** Returns the named child that comes last in {@link Node#compareKept}; the group must have one. */
    public Node<L> last(Node<L> parent) {
        PriorityQueue<Node<L>> queue = lastFirst;
        if (queue == null) {
            queue = newQueue(parent);
            lastFirst = queue;
        }
        return queue.element();
    }

    private PriorityQueue<Node<L>> newQueue(Node<L> parent) {
        PriorityQueue<Node<L>> queue = new PriorityQueue<>(named, ChildGroup::lastFirst);
        parent.children(child -> {
            if (!child.isOverflow() && child.kind() == kind) {
                queue.add(child);
            }
        });
        return queue;
    }

    /** Counts a child that was added by name. */
    void added(Node<L> child) {
        named++;
        if (lastFirst != null) {
            lastFirst.add(child);
        }
    }

    /** Takes {@link #last} out of the count and returns it. */
    Node<L> removeLast(Node<L> parent) {
        Node<L> last = last(parent);
        named--;
        if (named == 0) {
            lastFirst = null;
        } else if (lastFirst != null) {
            lastFirst.remove();
        }
        return last;
    }

    /** Takes any named child out of the count. */
    void removed() {
        named--;
        lastFirst = null;
    }

    private static int lastFirst(Node<?> a, Node<?> b) {
        return Node.compareKept(b, a);
    }
}
