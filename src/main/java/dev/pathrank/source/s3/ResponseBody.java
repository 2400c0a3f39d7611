package dev.pathrank.source.s3;

import dev.pathrank.source.LogObject;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response to a GET.
 *
 * @param abort drops the connection; closing the bytes early would first read all that is left of them
 * @param length the Content-Length, or {@link LogObject#UNKNOWN_SIZE}
 * @param etag version of the object, or null if the server sends none
 * @param contentRange range of the object in this response, or null for the whole object
 */
record ResponseBody(
        InputStream bytes,
        Runnable abort,
        long length,
        @Nullable String etag,
        @Nullable String contentRange) {
    /** Returns whether this is the object from {@code offset} on. A server may ignore the range of a request. */
    boolean beginsAt(long offset) {
        return contentRange != null && contentRange.startsWith("bytes " + offset + "-");
    }

    /** Returns this response with another offset. */
    ResponseBody from(long offset) {
        return new ResponseBody(bytes, abort, length, etag, "bytes " + offset + "-");
    }
}
