package dev.pathrank.tally.seconds;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of leaves, and where a leaf ended that was absorbed by another. When a tally is merged into another, its numbers go on behind those of the
 * other.
 */
public final class LeafIds {
    private static final int[] NONE = {};

    private int[] movedTo = new int[64];
    private int count;
    private @Nullable LeafIds adopter;
    private int offset;

    /** A new number. */
    public int next() {
        LeafIds root = root();
        if (root != this) {
            throw new IllegalStateException("these numbers were adopted");
        }
        reserve(1);
        movedTo[count] = count;
        return count++;
    }

    /** Numbers given so far, those of adopted tallies included. */
    public int count() {
        return root().count;
    }

    private void reserve(int more) {
        if (count + more > movedTo.length) {
            movedTo = Arrays.copyOf(movedTo, Math.max(2 * movedTo.length, count + more));
        }
    }

    /** From now on the numbers of {@code other} are among these. */
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

    /** The adopter of all, with the way there made short. */
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

    /** The number that a leaf has among those of the tally it is in now. */
    public int current(int id) {
        return root() == this ? id : offset + id;
    }

    /** The leaf {@code from} was absorbed by {@code to}; both are {@link #current} numbers. */
    public void moved(int from, int to) {
        root().movedTo[from] = to;
    }

    /** The {@link #current} number of the leaf in which the leaf of that number ended. */
    int find(int id) {
        int at = current(id);
        int[] moved = root().movedTo;
        while (moved[at] != at) {
            moved[at] = moved[moved[at]];
            at = moved[at];
        }
        return at;
    }
}
