package dev.pathrank.tally.seconds;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of leaves, and for each absorbed leaf the one that absorbed it. When a tally is merged into another, its
 * numbers continue after those of the other.
 */
public final class LeafIds {
    private static final int[] NONE = {};

    private int[] movedTo = new int[64];
    private int count;
    private @Nullable LeafIds adopter;
    private int offset;

    /** Returns a new number. */
    public int next() {
        LeafIds root = root();
        if (root != this) {
            throw new IllegalStateException("these numbers were adopted");
        }
        reserve(1);
        movedTo[count] = count;
        return count++;
    }

    /** Returns the count of numbers given so far, those of adopted tallies included. */
    public int count() {
        return root().count;
    }

    private void reserve(int more) {
        if (count + more > movedTo.length) {
            movedTo = Arrays.copyOf(movedTo, Math.max(2 * movedTo.length, count + more));
        }
    }

    /** Takes over the numbers of {@code other}, shifted behind the own ones. */
    public void adopt(LeafIds other) {
        reserve(other.count);
        for (int i = 0; i < other.count; i++) {
            movedTo[count + i] = count + other.movedTo[i];
        }
        other.offset = count;
        other.adopter = this;
        other.movedTo = NONE;
        count += other.count;
    }

    /** Returns the last adopter in the chain, and shortens the path to it. */
    private LeafIds root() {
        LeafIds at = this;
        int sum = 0;
        while (at.adopter != null) {
            sum += at.offset;
            at = at.adopter;
        }
        if (at != this) {
            adopter = at;
            offset = sum;
        }
        return at;
    }

    /** Returns the number of a leaf in the tally that holds it now. */
    public int current(int id) {
        return root() == this ? id : offset + id;
    }

    /** Notes that the leaf {@code from} was absorbed by {@code to}; both are {@link #current} numbers. */
    public void moved(int from, int to) {
        root().movedTo[from] = to;
    }

    /** Returns the {@link #current} number of the leaf that finally absorbed the leaf of that number. */
    public int find(int id) {
        int at = current(id);
        int[] moved = root().movedTo;
        while (moved[at] != at) {
            moved[at] = moved[moved[at]];
            at = moved[at];
        }
        return at;
    }
}
