package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import java.util.List;

/**
 * Selects rows by the side of a move that served them: the new origins, or the present one. The origin that the router
 * logged decides; else the cache behaviour, if those of the new origins are known. A row with neither is on no side.
 *
 * @param moved true for the new side
 * @param behaviours path patterns of the cache behaviours that lead to new origins; empty where they are not known
 */
public record OriginFilter(boolean moved, List<ByteSlice> behaviours) {
    private static final byte[] PRESENT = Bytes.ascii("origin");

    public OriginFilter {
        behaviours = List.copyOf(behaviours);
    }

    /** Returns whether a row is on this side. */
    boolean accepts(Row row) {
        ByteSlice to = row.servedTo();
        if (!to.isEmpty()) {
            return moved != to.contentEquals(PRESENT);
        }
        ByteSlice behaviour = row.behaviour();
        return !behaviours.isEmpty() && !behaviour.isEmpty() && moved == behaviours.contains(behaviour);
    }
}
