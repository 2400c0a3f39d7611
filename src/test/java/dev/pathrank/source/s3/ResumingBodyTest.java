package dev.pathrank.source.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Delivered;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.TransportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class ResumingBodyTest {
    private static final ResumePolicy TWICE = new ResumePolicy(2, Duration.ZERO);

    private final List<Long> asked = new ArrayList<>();
    private int aborted;

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void resumesABodyThatEndsEarlyWithoutAnError() {
        assertDelivers("0123456789", new ResumingBody(body("0123", 10, null), this::rest, TWICE));
        assertEquals(List.of(4L), asked);
        assertEquals(1, aborted);
    }

    @Test
    void resumesAfterAnExceptionOfTheClient() {
        InputStream failing = new InputStream() {
            @Override
            public int read() {
                throw SdkClientException.create("reset");
            }

            @Override
            public int read(byte[] out, int offset, int length) {
                return read();
            }
        };
        assertDelivers("0123456789", new ResumingBody(body(failing, 10, "etag", null), this::rest, TWICE));
        assertEquals(List.of(0L), asked);
    }

    @Test
    void believesTheEndWhereNoLengthWasAnnounced() {
        assertDelivers("0123", new ResumingBody(body("0123", LogObject.UNKNOWN_SIZE, null), this::rest, TWICE));
        assertEquals(List.of(), asked);
    }

    @Test
    void deliversNoMoreThanWasAnnounced() {
        assertDelivers("0123", new ResumingBody(body("012345", 4, null), this::rest, TWICE));
    }

    @Test
    void givesUpWhenNoFurtherByteComes() {
        Delivered delivered = Delivered.of(new ResumingBody(
                body("0123", 10, null),
                offset -> {
                    asked.add(offset);
                    return body("", 6, "bytes 4-9/10");
                },
                TWICE));
        assertEquals("0123", new String(delivered.bytes(), US_ASCII));
        assertFault("the transfer stopped after 4 of 10 bytes and could not be resumed", delivered);
        assertEquals(List.of(4L, 4L), asked);
    }

    @Test
    void takesNoBytesFromAServerThatIgnoresTheRange() {
        Delivered delivered =
                Delivered.of(new ResumingBody(body("0123", 10, null), offset -> body("0123456789", 10, null), TWICE));
        assertEquals("0123", new String(delivered.bytes(), US_ASCII));
        assertFault("the server ignored the requested range", delivered);
        assertEquals(3, aborted);
    }

    @Test
    void doesNotResumeWhatHasNoVersion() {
        ResponseBody nameless = body(new ByteArrayInputStream("0123".getBytes(US_ASCII)), 10, null, null);
        assertFault("the transfer stopped after 4 of 10", Delivered.of(new ResumingBody(nameless, this::rest, TWICE)));
        assertEquals(List.of(), asked);
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        Thread.currentThread().interrupt();
        ResumePolicy patient = new ResumePolicy(3, Duration.ofHours(1));
        assertFault("interrupted", Delivered.of(new ResumingBody(body("0123", 10, null), this::rest, patient)));
        assertTrue(Thread.currentThread().isInterrupted());
    }

    @Test
    void doublesThePauseEachTime() {
        ResumePolicy resuming = new ResumePolicy(5, Duration.ofMillis(100));
        assertEquals(Duration.ofMillis(100), resuming.pauseBefore(1));
        assertEquals(Duration.ofMillis(1600), resuming.pauseBefore(5));
    }

    @Test
    void givesUpABodyThatComesByteByByte() {
        long[] now = {0};
        int[] requests = {1};
        Delivered delivered = Delivered.of(new ResumingBody(
                dribble(now, 0),
                offset -> {
                    requests[0]++;
                    return dribble(now, offset);
                },
                new ResumePolicy(5, Duration.ZERO),
                () -> now[0]));

        assertFault("only 30 bytes received in 30 s", delivered);
        assertEquals(3, requests[0]);
        assertEquals(90, Duration.ofNanos(now[0]).toSeconds());
    }

    @Test
    void waitsForABodyThatIsSlowButCannotBeCalledStuck() {
        long[] now = {0};
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] out, int offset, int length) {
                now[0] += Duration.ofSeconds(1).toNanos();
                return Math.min(length, 300);
            }
        };
        Delivered delivered =
                Delivered.of(new ResumingBody(body(slow, 60_000, "etag", null), this::rest, TWICE, () -> now[0]));

        assertEquals(Optional.empty(), delivered.failure());
        assertEquals(60_000, delivered.bytes().length);
        assertEquals(List.of(), asked);
    }

    /** A byte a second. */
    private ResponseBody dribble(long[] now, long offset) {
        InputStream bytes = new InputStream() {
            @Override
            public int read() {
                now[0] += Duration.ofSeconds(1).toNanos();
                return 'x';
            }

            @Override
            public int read(byte[] out, int at, int length) {
                out[at] = (byte) read();
                return 1;
            }
        };
        return body(bytes, 1_000_000 - offset, "etag", "bytes " + offset + "-999999/1000000");
    }

    private ResponseBody rest(long offset) {
        asked.add(offset);
        String all = "0123456789";
        return body(all.substring((int) offset), all.length() - offset, "bytes " + offset + "-9/10");
    }

    private ResponseBody body(String bytes, long length, String contentRange) {
        return body(new ByteArrayInputStream(bytes.getBytes(US_ASCII)), length, "etag", contentRange);
    }

    private ResponseBody body(InputStream bytes, long length, String etag, String contentRange) {
        return new ResponseBody(bytes, () -> aborted++, length, etag, contentRange);
    }

    private static void assertDelivers(String expected, ResumingBody body) {
        Delivered delivered = Delivered.of(body);
        assertEquals(Optional.empty(), delivered.failure());
        assertEquals(expected, new String(delivered.bytes(), US_ASCII));
    }

    private static void assertFault(String words, Delivered delivered) {
        IOException failure = delivered.failure().orElseThrow();
        assertEquals(TransportException.class, failure.getClass());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }
}
