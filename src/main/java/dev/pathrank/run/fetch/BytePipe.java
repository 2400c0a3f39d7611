package dev.pathrank.run.fetch;

import dev.pathrank.io.BulkInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pipe for the bytes of a large object from the thread that receives them to the one that processes them, so that both
 * work at the same time. It holds no more than its window.
 */
final class BytePipe extends BulkInputStream {
    private static final byte[] END = {};
    /** Number of chunks that fill the window; each of the two threads holds one of them. */
    private static final int CHUNKS = 32;

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>(CHUNKS - 2);
    private final int chunkSize;
    private byte[] current = {};
    private int next;
    private boolean ended;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * Creates an empty pipe.
     *
     * @param window bytes it may hold
     */
    BytePipe(long window) {
        chunkSize = Math.toIntExact(Math.max(1, window / CHUNKS));
    }

    /**
     * Receives all of {@code stored}, until its end, its failure, or {@link #close()}. Called once, in a thread of its
     * own.
     */
    void receive(InputStream stored) throws InterruptedException {
        try {
            byte[] chunk = stored.readNBytes(chunkSize);
            while (chunk.length > 0 && !closed) {
                chunks.put(chunk);
                chunk = stored.readNBytes(chunkSize);
            }
        } catch (OutOfMemoryError e) {
            chunks.clear(); // the object fails anyway, and its reader can then go on
            failure = new MemoryExhaustedException(e);
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

    /** Goes on to the next chunk; returns whether there is one. */
    private boolean advance() throws IOException {
        if (!ended) {
            current = take();
            next = 0;
            ended = current.length == 0;
        }
        Throwable why = failure;
        if (ended && why instanceof IOException broken) {
            throw broken;
        }
        if (ended && why != null) {
            throw new IllegalStateException("while fetching", why);
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

    /** Releases the receiving thread, even if it waits. */
    @Override
    public void close() {
        closed = true;
        chunks.clear();
    }
}
