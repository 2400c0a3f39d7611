package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.samples.Allocation;
import dev.pathrank.samples.BenchText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What counting a row may cost, told by counters that no busy machine can move: bytes allocated, rows, places and levels. */
class HotPathTest {
    /** The compiler removes objects that never leave a method, once it has come to it: so many times it may be asked. */
    private static final int MOST_PASSES = 80;

    /** The seconds of origin calls are packed into some bytes each; beside them a row is to make nothing. */
    private static final int BYTES_PER_ROW = 12;

    private final Tally tally = new Tally(
            new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")), false));
    private final RowCounts counts = new RowCounts();
    private final LogReader reader = new LogReader(LogOptions.DEFAULT);

    @Test
    void countsARowWithoutAnObjectForIt() throws Exception {
        byte[] text = BenchText.text();
        read(text);
        long placesOfOnePass = tally.places();

        long perRow = Long.MAX_VALUE;
        int passes = 1;
        while (perRow >= BYTES_PER_ROW && passes < MOST_PASSES) {
            long before = Allocation.ofThisThread();
            read(text);
            perRow = (Allocation.ofThisThread() - before) / BenchText.ROWS;
            passes++;
        }

        assertTrue(perRow < BYTES_PER_ROW, perRow + " bytes a row");
        assertEquals((long) passes * BenchText.ROWS, counts.read());
        assertEquals(counts.read(), tally.rows());
        assertEquals(placesOfOnePass, tally.places(), "the same paths once more need no further places");
        assertEquals(0, tally.answeredLevel(), "nothing is kept coarser than at first");
        assertEquals(0, tally.failedLevel());
        tally.close();
    }

    private void read(byte[] text) throws IOException {
        RowCollector collector = new RowCollector(
                new RowFilter(FilterOptions.NONE), tally, counts, (reason, line, bytes, from, to, personal) -> {
                    throw new IllegalStateException("row " + line + ": " + reason);
                });
        reader.read(new ByteArrayInputStream(text), collector);
    }
}
