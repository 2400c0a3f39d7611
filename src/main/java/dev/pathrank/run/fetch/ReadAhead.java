package dev.pathrank.run.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A stream that a thread of its own reads a few pieces ahead. Fetching and unzipping then run while rows are read, so
 * that one large object keeps two processors busy.
 */
public final class ReadAhead extends InputStream {
    private static final ThreadFactory THREADS = RunThreads.named("unzip");
    private static final int PIECES = 4;
    private static final int PIECE_BYTES = 256 * 1024;

    private final InputStream in;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(PIECES);
    private final BlockingQueue<Piece> filled = new ArrayBlockingQueue<>(PIECES + 1);
    /** Made beforehand, so that it can be handed on when no memory is left. */
    private final Piece end = new Piece(Piece.NOTHING.bytes, -1);

    private final Thread reader;
    private Piece piece = Piece.NOTHING;
    private int next;

    /** Bytes that were read, or with a length of -1 the end of the stream and the failure that ended it. */
    private static final class Piece {
        static final Piece NOTHING = new Piece(new byte[0], 0);

        final byte[] bytes;
        final int length;

        @Nullable
        Throwable fault;

        Piece(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }

    /** Begins to read {@code in}, which belongs to this from now on. */
    public ReadAhead(InputStream in) {
        this.in = in;
        for (int i = 0; i < PIECES; i++) {
            free.add(new byte[PIECE_BYTES]);
        }
        reader = THREADS.newThread(this::readAll);
        reader.start();
    }

    private void readAll() {
        try {
            readToEnd();
        } catch (InterruptedException e) {
            return; // closed
        } catch (Throwable e) {
            end.fault = e; // thrown to the reader, behind the bytes
        }
        filled.add(end);
    }

    private void readToEnd() throws IOException, InterruptedException {
        while (true) {
            byte[] array = free.take();
            int length = in.read(array, 0, array.length);
            if (length < 0) {
                return;
            }
            filled.add(new Piece(array, length));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        int read = 0;
        while (read == 0) {
            read = read(single, 0, 1);
        }
        return read < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length == 0) {
            return 0;
        }
        while (next == piece.length) {
            takeNext();
        }
        if (piece.length < 0) {
            throwFault(piece.fault);
            return -1;
        }
        int taken = Math.min(length, piece.length - next);
        System.arraycopy(piece.bytes, next, out, offset, taken);
        next += taken;
        return taken;
    }

    private void takeNext() throws IOException {
        try {
            Piece following = filled.take();
            if (piece.bytes.length > 0) {
                free.add(piece.bytes);
            }
            piece = following;
            next = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended");
        }
    }

    private static void throwFault(@Nullable Throwable fault) throws IOException {
        if (fault instanceof IOException io) {
            throw io;
        }
        if (fault instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (fault instanceof Error error) {
            throw error;
        }
    }

    /** Ends the reading thread, waits until it has let go of the stream, and closes that. */
    @Override
    public void close() throws IOException {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }
}
