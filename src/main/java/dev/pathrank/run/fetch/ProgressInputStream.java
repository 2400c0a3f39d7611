package dev.pathrank.run.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;

/** Stream that reports the number of bytes read, and fails when its thread is interrupted. */
public final class ProgressInputStream extends FilterInputStream {
    private final LongConsumer bytesRead;

    public ProgressInputStream(InputStream in, LongConsumer bytesRead) {
        super(in);
        this.bytesRead = bytesRead;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            bytesRead.accept(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the run was ended");
        }
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            bytesRead.accept(read);
        }
        return read;
    }
}
