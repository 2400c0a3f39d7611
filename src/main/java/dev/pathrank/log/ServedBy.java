package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import java.util.List;

/**
 * The calls that one side of a move has served: the new origins, or the present one. A row says so where the router has
 * logged its origin; else its cache behaviour does, if those of the new origins are known. Rows that do not say are on
 * neither side.
 *
 * @param moved whether it is the new side
 * @param behaviours path patterns of the cache behaviours that lead to new origins; empty where they are not known
 */
public record ServedBy(boolean moved, List<String> behaviours) {
    private static final byte[] PRESENT = Bytes.ascii("origin");

    public ServedBy {
        behaviours = List.copyOf(behaviours);
    }

    /** Returns whether a row is on this side. */
    boolean accepts(Row row) {
        ByteSlice to = row.servedTo();
        if (!to.isEmpty()) {
            return moved != to.contentEquals(PRESENT);
        }
        ByteSlice behaviour = row.behaviour();
        return !behaviours.isEmpty() && !behaviour.isEmpty() && moved == behaviours.contains(behaviour.toString());
    }
}
