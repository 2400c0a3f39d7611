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
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tests of the cost of counting a row, by counters that are independent of the machine: bytes allocated, rows, places
 * and levels.
 */
class HotPathTest {
    /** Occasionally a pass allocates more, when a full array is doubled. */
    private static final int PASSES = 4;

    /** The seconds of origin calls are packed into 6 bytes a row on the mean; a row makes nothing else. */
    private static final double BYTES_PER_ROW = 8;

    private static final int REPEATED_KEYS = 50_000;

    private final Tally tally = new Tally(
            new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")), false));
    private final RowCounts counts = new RowCounts();
    private final SeenRows seen = new SeenRows();
    private final LogReader reader = new LogReader(LogOptions.DEFAULT);

    @Test
    void countsARowWithoutAnObjectForIt() throws Exception {
        byte[] text = BenchText.text();
        read(text);
        long leavesOfOnePass = tally.leafNumbers();

        double perRow = Double.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long before = Allocation.ofThisThread();
            read(text);
            perRow = Math.min(perRow, (double) (Allocation.ofThisThread() - before) / BenchText.ROWS);
        }

        assertTrue(perRow < BYTES_PER_ROW, perRow + " bytes a row");
        assertEquals((1L + PASSES) * BenchText.ROWS, counts.read());
        assertEquals(counts.read(), tally.rows());
        assertEquals(leavesOfOnePass, tally.leafNumbers(), "the same paths once more need no further leaves");
        assertEquals(0, tally.answeredLevel(), "nothing is kept coarser than at first");
        assertEquals(0, tally.failedLevel());
        tally.close();
    }

    @Test
    void countsATraitOfTheSamePathAgainWithoutAnObject() throws Exception {
        byte[] text = repeatedKeys();
        read(text);
        read(text);

        long before = Allocation.ofThisThread();
        read(text);
        double perRow = (double) (Allocation.ofThisThread() - before) / REPEATED_KEYS;

        assertTrue(perRow < BYTES_PER_ROW, perRow + " bytes a row");
        tally.close();
    }

    /** Cache hits, which have no seconds: then a row makes nothing at all. */
    private static byte[] repeatedKeys() {
        String row = "2017-02-12\t16:00:00\t10.0.0.1\tGET\td1.cloudfront.net\t/search\t200\tHit\ta=1&a=2\n";
        return ("#Version: 1.0\n#Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status"
                        + " x-edge-result-type cs-uri-query\n" + row.repeat(REPEATED_KEYS))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void read(byte[] text) throws IOException {
        RowCollector collector = new RowCollector(
                new RowFilter(FilterOptions.NONE), tally, counts, seen, (reason, line, row, personal) -> {
                    throw new IllegalStateException("row " + line + ": " + reason);
                });
        reader.read(new ByteArrayInputStream(text), collector);
    }
}
