package dev.pathrank.run.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.DamagedObjectException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class ReadAheadTest {
    /** More than all pieces that are read ahead, and not a multiple of one. */
    private static final byte[] BYTES = new byte[3_000_001];

    static {
        new Random(1).nextBytes(BYTES);
    }

    @Test
    void deliversWhatTheStreamHolds() throws IOException {
        try (InputStream in = new ReadAhead(new ByteArrayInputStream(BYTES))) {
            assertEquals(BYTES[0] & 0xFF, in.read());
            byte[] rest = in.readAllBytes();
            assertEquals(BYTES.length - 1, rest.length);
            assertArrayEquals(Arrays.copyOfRange(BYTES, 1, BYTES.length), rest);
            assertEquals(-1, in.read());
            assertEquals(-1, in.read());
        }
    }

    @Test
    void tellsAFaultAfterTheBytesBeforeItAndAgain() throws IOException {
        IOException fault = new DamagedObjectException("corrupt");
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(BYTES), failing(fault));
        try (InputStream in = new ReadAhead(broken)) {
            assertArrayEquals(BYTES, in.readNBytes(BYTES.length));
            assertSame(fault, assertThrows(IOException.class, in::read));
            assertSame(fault, assertThrows(IOException.class, in::read));
        }
    }

    @Test
    void passesAFaultOfTheProgramOn() throws IOException {
        InputStream wrong = new Scripted(() -> {
            throw new IllegalStateException("a bug");
        });
        try (InputStream in = new ReadAhead(wrong)) {
            assertEquals(
                    "a bug", assertThrows(IllegalStateException.class, in::read).getMessage());
        }
    }

    @Test
    void closesTheStreamWhenItIsGivenUpEarly() throws IOException {
        Scripted endless = new Scripted(() -> 'x');
        InputStream in = new ReadAhead(endless);
        assertEquals('x', in.read());
        in.close();
        assertTrue(endless.closed);
    }

    @Test
    void endsWhenItsReaderIsInterrupted() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new Scripted(() -> {
            try {
                never.await();
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        });
        try (InputStream in = new ReadAhead(silent)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, in::read);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static InputStream failing(IOException fault) {
        return new Scripted(() -> {
            throw fault;
        });
    }

    /** What the next byte is. */
    @FunctionalInterface
    private interface NextByte {
        int next() throws IOException;
    }

    /** Runs an action for each byte. */
    private static final class Scripted extends InputStream {
        private final NextByte script;
        private boolean closed;

        Scripted(NextByte script) {
            this.script = script;
        }

        @Override
        public int read() throws IOException {
            return script.next();
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            int next = script.next();
            if (next < 0) {
                return -1;
            }
            out[offset] = (byte) next;
            return 1;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
