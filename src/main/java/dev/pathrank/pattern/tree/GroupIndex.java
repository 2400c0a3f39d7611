package dev.pathrank.pattern.tree;

import org.jspecify.annotations.Nullable;

/**
 * The groups of a node by kind, as an open hash table: paths made up by a scanner have thousands of kinds below one
 * node.
 *
 * @param <L> the type of the leaves
 */
final class GroupIndex<L extends Leaf<L>> {
    private static final int FIRST_TABLE = 64;

    /** Kinds differ in their higher bits; this number spreads them over the lower ones. */
    private static final int SPREAD = 0x9E3779B1;

    private @Nullable ChildGroup<L>[] table = newTable(FIRST_TABLE);
    private int count;

    /** @param first of the groups */
    GroupIndex(ChildGroup<L> first) {
        for (ChildGroup<L> group = first; group != null; group = group.next()) {
            add(group);
        }
    }

    @Nullable
    ChildGroup<L> find(int kind) {
        return table[slot(kind)];
    }

    /** Adds a group whose kind is not there yet. */
    void add(ChildGroup<L> group) {
        if (2 * count >= table.length) {
            @Nullable ChildGroup<L>[] old = table;
            table = newTable(2 * old.length);
            for (ChildGroup<L> each : old) {
                if (each != null) {
                    table[slot(each.kind())] = each;
                }
            }
        }
        table[slot(group.kind())] = group;
        count++;
    }

    /** Returns the slot of a kind, or the free one in which it has its place. */
    private int slot(int kind) {
        int mask = table.length - 1;
        int slot = kind * SPREAD >>> 8 & mask;
        for (ChildGroup<L> group = table[slot]; group != null && group.kind() != kind; group = table[slot]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    @SuppressWarnings("unchecked")
    private static <L extends Leaf<L>> @Nullable ChildGroup<L>[] newTable(int size) {
        return (@Nullable ChildGroup<L>[]) new ChildGroup<?>[size];
    }
}
