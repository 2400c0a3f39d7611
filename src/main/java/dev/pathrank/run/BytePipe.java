package dev.pathrank.run;

import dev.pathrank.io.BulkInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The bytes of a large object on their way from the thread that receives them to the one that processes them, so that neither waits
 * while the other works. It holds no more than its window.
 */
final class BytePipe extends BulkInputStream {
    private static final byte[] END = {};
    /** Chunks that fill the window. One more is in each of the two hands. */
    private static final int CHUNKS = 32;

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>(CHUNKS - 2);
    private final int chunkSize;
    private byte[] current = {};
    private int next;
    private boolean ended;
    private volatile boolean closed;
    private volatile Throwable failure;

    /** @param window bytes it may hold */
    BytePipe(long window) {
        chunkSize = Math.toIntExact(Math.max(1, window / CHUNKS));
    }

    /** Receives all of {@code stored}, until its end, its failure, or {@link #close()}. For one thread, which does nothing else. */
    void receive(InputStream stored) throws InterruptedException {
        try {
            byte[] chunk = stored.readNBytes(chunkSize);
            while (chunk.length > 0 && !closed) {
                chunks.put(chunk);
                chunk = stored.readNBytes(chunkSize);
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        if (!closed) {
            chunks.put(END);
        }
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length == 0) {
            return 0;
        }
        if (next == current.length && !advance()) {
            return -1;
        }
        int taken = Math.min(length, current.length - next);
        System.arraycopy(current, next, out, offset, taken);
        next += taken;
        return taken;
    }

    /** Whether there is another chunk. */
    private boolean advance() throws IOException {
        if (!ended) {
            current = take();
            next = 0;
            ended = current.length == 0;
        }
        if (ended && failure instanceof IOException broken) {
            throw broken;
        }
        if (ended && failure != null) {
            throw new IllegalStateException("while fetching", failure);
        }
        return !ended;
    }

    private byte[] take() throws IOException {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended");
        }
    }

    /** Lets the receiving thread go, wherever it is. */
    @Override
    public void close() {
        closed = true;
        chunks.clear();
    }
}
