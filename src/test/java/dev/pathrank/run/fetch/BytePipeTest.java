package dev.pathrank.run.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BytePipeTest {
    private static final int WINDOW = 3200;

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] out, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
    }

    private static Thread receive(BytePipe flow, InputStream stored) {
        Thread thread = new Thread(() -> {
            try {
                flow.receive(stored);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void handsOnEveryByteOfMoreThanItsWindow() throws Exception {
        byte[] bytes = new byte[50 * WINDOW + 7];
        new Random(1).nextBytes(bytes);
        BytePipe flow = new BytePipe(WINDOW);
        receive(flow, new ByteArrayInputStream(bytes));
        assertArrayEquals(bytes, flow.readAllBytes());
        assertEquals(-1, flow.read());
    }

    @Test
    void failsWhereTheBytesBrokeOff() {
        byte[] bytes = new byte[2 * WINDOW];
        BytePipe flow = new BytePipe(WINDOW);
        receive(flow, new SequenceInputStream(new ByteArrayInputStream(bytes), failing()));
        assertEquals(
                "reset", assertThrows(IOException.class, flow::readAllBytes).getMessage());
        assertThrows(IOException.class, flow::read);
    }

    @Test
    void letsTheReceiverGoWhenNobodyReadsOn() throws Exception {
        BytePipe flow = new BytePipe(WINDOW);
        Thread receiver = receive(flow, new ByteArrayInputStream(new byte[100 * WINDOW]));
        assertEquals(0, flow.read());
        flow.close();
        receiver.join();
    }
}
