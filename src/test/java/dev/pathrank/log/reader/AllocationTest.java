package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.RowHandler;
import dev.pathrank.samples.Allocation;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tests that no object is allocated per row, even before compilation: allocations for 100,000 rows are per log object.
 */
class AllocationTest {
    private static final int ROWS = 100_000;
    private static final int BYTES_PER_LOG_OBJECT = 16 * 1024;

    @Test
    void makesNoObjectPerRow() throws IOException {
        byte[] log = log();
        LogReader reader = new LogReader(LogOptions.DEFAULT);
        Counting counting = new Counting();
        reader.read(new ByteArrayInputStream(log), counting); // its buffers are kept for further log objects

        long before = Allocation.ofThisThread();
        reader.read(new ByteArrayInputStream(log), counting);
        long allocated = Allocation.ofThisThread() - before;

        assertEquals(2L * ROWS, counting.accepted + counting.filtered);
        assertTrue(counting.filtered > 0, "some rows are filtered");
        assertTrue(allocated < BYTES_PER_LOG_OBJECT, allocated + " bytes for " + ROWS + " rows");
    }

    private static byte[] log() {
        StringBuilder log =
                new StringBuilder("#Fields: date time sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                        + " x-edge-result-type x-host-header cs-protocol time-taken time-to-first-byte"
                        + " x-edge-detailed-result-type\n");
        for (int i = 0; i < ROWS; i++) {
            log.append("2017-02-")
                    .append(i % 2 == 0 ? "12" : "13")
                    .append("\t16:00:00\t")
                    .append(i);
            log.append("\t10.0.0.")
                    .append(i % 256)
                    .append("\tGET\td1.cloudfront.net\t/user/%2541")
                    .append(i);
            log.append("\t200\tMiss\tWWW.example.com:443\thttps\t0.02")
                    .append(i % 10)
                    .append("\t0.0101\tMiss\n");
        }
        return log.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Counting implements RowHandler {
        private final RowFilter filter = new RowFilter(new FilterOptions(
                Instant.parse("2017-02-01T00:00:00Z"),
                null,
                List.of("*.example.com"),
                List.of("POST", "GET"),
                List.of("!5xx"),
                List.of("/user/*"),
                List.of("/**/%411", "/health")));
        private long accepted;
        private long filtered;

        @Override
        public void row(Row row, long line) {
            if (filter.accepts(row)) {
                accepted++;
            } else {
                filtered++;
            }
        }

        @Override
        public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
            throw new AssertionError(reason);
        }
    }
}
