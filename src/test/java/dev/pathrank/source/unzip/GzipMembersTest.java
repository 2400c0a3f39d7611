package dev.pathrank.source.unzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.io.PinnedArrays;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** What other threads notice of one that unzips. */
class GzipMembersTest {
    private static final byte[] TEXT =
            "2019-12-16\t00:00:00\tFRA2\n".repeat(100).getBytes(StandardCharsets.US_ASCII);

    private final Thread collector = new Thread(PinnedArrays::collectGarbage);
    private Thread.State collectorMeanwhile = Thread.State.NEW;

    @Test
    void garbageIsCollectedBetweenTwoCallsOfTheDecoderAndNotDuringOne() throws IOException, InterruptedException {
        Inflater decoder = new Inflater(true) {
            @Override
            public int inflate(byte[] out, int offset, int length) throws DataFormatException {
                if (collector.getState() == Thread.State.NEW) {
                    collector.start();
                    collectorMeanwhile = settled(collector);
                }
                return super.inflate(out, offset, length);
            }
        };
        StoredBytes stored = new StoredBytes(new ByteArrayInputStream(gzip(TEXT)), new byte[StoredBytes.BUFFER_SIZE]);
        try (GzipMembers members = new GzipMembers(stored, decoder)) {
            assertArrayEquals(TEXT, members.readAllBytes());
        } finally {
            decoder.end();
        }
        assertEquals(Thread.State.WAITING, collectorMeanwhile);
        collector.join();
    }

    /** Returns the state in which a thread stays that was started. */
    private static Thread.State settled(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text);
        }
        return zipped.toByteArray();
    }
}
