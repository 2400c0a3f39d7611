package dev.pathrank.source.s3;

import dev.pathrank.source.LogObject;
import java.io.InputStream;

/**
 * The body of one answer to a GET.
 *
 * @param abort drops the connection; closing the bytes early would first read all that is left of them
 * @param length the Content-Length, or {@link LogObject#UNKNOWN_SIZE}
 * @param etag the version of the object, or null
 * @param contentRange the part of the object that this is, or null for the whole
 */
record ResponseBody(InputStream bytes, Runnable abort, long length, String etag, String contentRange) {
    /** Whether this is the object from {@code offset} on, as was asked for; a server may ignore a range. */
    boolean beginsAt(long offset) {
        return contentRange != null && contentRange.startsWith("bytes " + offset + "-");
    }

    /** Returns this response with another offset as its beginning. */
    ResponseBody from(long offset) {
        return new ResponseBody(bytes, abort, length, etag, "bytes " + offset + "-");
    }
}
