package dev.pathrank.source.s3;

import dev.pathrank.io.BulkInputStream;
import dev.pathrank.io.IoFunction;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The bytes of one S3 object. When they break off, the rest is asked for from that byte on, so that no byte is
 * delivered twice.
 *
 * <p>The end is believed only when as many bytes came as Content-Length announced: not every HTTP client tells a closed
 * connection from the end of a body.
 */
final class ResumingBody extends BulkInputStream {
    private final IoFunction<Long, ResponseBody> rest;
    private final ResumePolicy resuming;
    private final long length;
    private final boolean resumable;
    private final LongSupplier nanoTime;
    private ResponseBody body;
    private long position;
    private int fruitless;
    private boolean ended;
    /** Nanoseconds of waiting in this window, bytes that came in it, and windows before it with too few. */
    private long waited;

    private long arrived;
    private int slowWindows;

    /**
     * Begins with the answer to the first request.
     *
     * @param rest requests the object from an offset on
     */
    ResumingBody(ResponseBody first, IoFunction<Long, ResponseBody> rest, ResumePolicy resuming) {
        this(first, rest, resuming, System::nanoTime);
    }

    /** @param nanoTime the time, as {@link System#nanoTime} */
    ResumingBody(
            ResponseBody first, IoFunction<Long, ResponseBody> rest, ResumePolicy resuming, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.body = first;
        this.length = first.length();
        this.resumable = first.etag() != null;
        this.rest = rest;
        this.resuming = resuming;
    }

    @Override
    public int read(byte[] out, int offset, int wanted) throws IOException {
        Objects.checkFromIndexSize(offset, wanted, out.length);
        if (wanted == 0) {
            return 0;
        }
        while (true) {
            try {
                return readOn(out, offset, wanted);
            } catch (IOException | SdkClientException e) {
                resume(e);
            }
        }
    }

    private int readOn(byte[] out, int offset, int wanted) throws IOException {
        if (ended || position == length) {
            ended = true;
            return -1;
        }
        checkRate();
        long begin = nanoTime.getAsLong();
        int read = body.bytes()
                .read(
                        out,
                        offset,
                        length == LogObject.UNKNOWN_SIZE ? wanted : (int) Math.min(wanted, length - position));
        waited += nanoTime.getAsLong() - begin;
        arrived += Math.max(read, 0);
        if (read < 0 && length != LogObject.UNKNOWN_SIZE) {
            throw new EOFException("the connection ended");
        }
        ended = read < 0;
        if (read > 0) {
            position += read;
            fruitless = 0;
        }
        return read;
    }

    /** Ends a window. Time in which nobody reads does not count, since the server cannot send then. */
    private void checkRate() throws SlowBodyException {
        if (waited < resuming.window().toNanos()) {
            return;
        }
        long bytes = arrived;
        waited = 0;
        arrived = 0;
        if (bytes < resuming.leastBytes()) {
            slowWindows++;
            throw new SlowBodyException(bytes, resuming.window());
        }
        slowWindows = 0;
    }

    /** Asks for the rest until an answer begins, one is final, or the attempts are used up. */
    private void resume(Exception broken) throws TransportException {
        body.abort().run();
        Exception last = broken;
        waited = 0;
        arrived = 0;
        boolean isGivenUp = slowWindows >= ResumePolicy.SLOW_WINDOWS;
        while (resumable && !isGivenUp && fruitless < resuming.attempts()) {
            fruitless++;
            pause(last);
            try {
                ResponseBody next = rest.apply(position);
                if (next.beginsAt(position)) {
                    body = next;
                    return;
                }
                next.abort().run();
                last = new IOException("the server ignored the requested range");
            } catch (IOException e) {
                last = e;
            } catch (SdkException e) {
                last = e;
                if (S3Faults.isFinal(e)) {
                    break;
                }
            }
        }
        throw new TransportException(S3Faults.broken(position, length, last), last);
    }

    private void pause(Exception broken) throws TransportException {
        try {
            Thread.sleep(resuming.pauseBefore(fruitless).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while waiting to resume", broken);
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            body.bytes().close();
        } else {
            body.abort().run();
        }
    }
}
