package dev.pathrank.source.s3;

import dev.pathrank.io.BulkInputStream;
import dev.pathrank.io.IoFunction;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
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
    private ResponseBody body;
    private long position;
    private int fruitless;
    private boolean ended;

    /**
     * Begins with the answer to the first request.
     *
     * @param rest requests the object from an offset on
     */
    ResumingBody(ResponseBody first, IoFunction<Long, ResponseBody> rest, ResumePolicy resuming) {
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
        int read = body.bytes()
                .read(
                        out,
                        offset,
                        length == LogObject.UNKNOWN_SIZE ? wanted : (int) Math.min(wanted, length - position));
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

    /** Asks for the rest until an answer begins, one is final, or the attempts are used up. */
    private void resume(Exception broken) throws TransportException {
        body.abort().run();
        Exception last = broken;
        while (resumable && fruitless < resuming.attempts()) {
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
