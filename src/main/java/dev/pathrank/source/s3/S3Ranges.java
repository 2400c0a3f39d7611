package dev.pathrank.source.s3;

import dev.pathrank.source.RangedBytes;
import dev.pathrank.source.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Parts of one key, each a GET of its own, and all of them of the object that the first was of. */
final class S3Ranges implements RangedBytes {
    private final S3LogObject object;
    private @Nullable String etag;

    S3Ranges(S3LogObject object) {
        this.object = object;
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        try {
            ResponseBody first = part(from, from, length);
            object.requireListed(first);
            etag = first.etag();
            if (!first.beginsAt(0)) {
                first.abort().run();
                throw new TransportException(
                        "the server ignored the requested range", new IOException("no Content-Range"));
            }
            try (InputStream bytes = new ResumingBody(
                    first,
                    offset -> part(from, from + offset, length),
                    object.connection().resuming())) {
                return whole(bytes.readNBytes(length), length);
            }
        } catch (SdkException e) {
            throw new S3Faults(object.connection().options()).opening(e);
        }
    }

    /** What is left of a part from a place on; its own places count from where the part begins. */
    private ResponseBody part(long begin, long from, int length) {
        ResponseBody body = object.part(from, begin + length, etag);
        return body.beginsAt(from) ? body.from(from - begin) : body;
    }

    private static byte[] whole(byte[] bytes, int length) throws EOFException {
        if (bytes.length < length) {
            throw new EOFException("it ends " + (length - bytes.length) + " bytes too early");
        }
        return bytes;
    }
}
