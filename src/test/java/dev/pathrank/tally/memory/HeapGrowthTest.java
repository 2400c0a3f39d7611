package dev.pathrank.tally.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** When garbage is collected on purpose, on a heap of which the test decides what is alive. */
class HeapGrowthTest {
    private static final long MIB = 1 << 20;

    private long inUse;
    private long alive;
    private int collections;

    private final HeapGrowth heap = new HeapGrowth(() -> inUse, () -> {
        collections++;
        inUse = alive;
    });

    @Test
    void leavesASmallHeapAlone() {
        assertEquals(0, collectionsAt(HeapGrowth.SMALL, 0));
    }

    @Test
    void collectsWhatIsLargeAndThenOnlyWhatHasGrownByThreeQuarters() {
        assertEquals(1, collectionsAt(HeapGrowth.SMALL + 1, 120 * MIB));
        assertEquals(1, collectionsAt(210 * MIB, 120 * MIB), "120 MiB and three quarters of them are 210");
        assertEquals(2, collectionsAt(210 * MIB + 1, 200 * MIB));
        assertEquals(2, collectionsAt(350 * MIB, 200 * MIB));
        assertEquals(3, collectionsAt(350 * MIB + 1, 10 * MIB));
        assertEquals(3, collectionsAt(HeapGrowth.SMALL, 10 * MIB), "small again");
    }

    private int collectionsAt(long inUse, long alive) {
        this.inUse = inUse;
        this.alive = alive;
        heap.check();
        return collections;
    }
}
