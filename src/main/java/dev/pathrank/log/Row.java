package dev.pathrank.log;

import dev.pathrank.text.Hash;

/**
 * One request of a log, as the reader's current view of its own buffers: valid until the reader moves on, and never
 * kept. The same instance is handed out for every row, so that reading makes no object per row.
 *
 * <p>Method, host and path are byte ranges; the path is in its wire form (the log's escaping undone once, query cut
 * off).
 */
public final class Row {
    /** {@link #durationMs()} of a row without a usable duration. */
    public static final int NO_DURATION = -1;

    long epochSecond;
    byte[] method = new byte[0];
    int methodFrom;
    int methodTo;
    byte[] host = new byte[0];
    int hostFrom;
    int hostTo;
    byte[] path = new byte[0];
    int pathFrom;
    int pathTo;
    int status;
    boolean originCall;
    boolean webSocket;
    int durationMs = NO_DURATION;
    DurationField durationField = DurationField.NONE;
    long bytesOut;
    long clientHash;
    LogType logType = LogType.LEGACY;
    int calls = 1;
    long requestHash;
    byte[] domain = new byte[0];
    int domainFrom;
    int domainTo;
    int traits;

    /** When the response finished, in seconds since 1970-01-01T00:00:00Z. */
    public long epochSecond() {
        return epochSecond;
    }

    public byte[] methodBytes() {
        return method;
    }

    public int methodFrom() {
        return methodFrom;
    }

    public int methodTo() {
        return methodTo;
    }

    /** The viewer's host, lower case and without port; an empty range where the log has neither host nor domain. */
    public byte[] hostBytes() {
        return host;
    }

    public int hostFrom() {
        return hostFrom;
    }

    public int hostTo() {
        return hostTo;
    }

    /** The path as it was on the wire, beginning with {@code /} in every ordinary request. */
    public byte[] pathBytes() {
        return path;
    }

    public int pathFrom() {
        return pathFrom;
    }

    public int pathTo() {
        return pathTo;
    }

    /** The status sent, 0 to 999; 0 is the log's {@code 000}: the viewer left before any answer. */
    public int status() {
        return status;
    }

    /** Whether the request reached the backend (contract: "Who reached the backend"). */
    public boolean originCall() {
        return originCall;
    }

    /**
     * Whether the row is a whole connection ({@code ws}, {@code wss}, {@code grpcs} or status 101): counted, never
     * timed.
     */
    public boolean webSocket() {
        return webSocket;
    }

    /** Backend duration in whole milliseconds from {@link #durationField()}, or {@link #NO_DURATION}. */
    public int durationMs() {
        return durationMs;
    }

    public DurationField durationField() {
        return durationField;
    }

    /** {@code sc-bytes}: bytes to the viewer, headers included; 0 where absent. */
    public long bytesOut() {
        return bytesOut;
    }

    /** A 64-bit hash of the viewer's address, or 0 where absent. */
    public long clientHash() {
        return clientHash;
    }

    /** Which way of logging the row came by. */
    public LogType logType() {
        return logType;
    }

    /** How many calls the row stands for: 1, or more in a sampled log. */
    public int calls() {
        return calls;
    }

    /** A 64-bit hash of the request's id, the same in every kind of log, or 0 where absent. */
    public long requestHash() {
        return requestHash;
    }

    /** The {@linkplain RequestTrait#bit() bits} of what is odd in the row; 0 in most. */
    public int traits() {
        return traits;
    }

    /** A 64-bit hash of the distribution's own domain, or 0 where absent; computed when it is asked for. */
    public long domainHash() {
        return domainFrom == domainTo ? 0 : Hash.of(domain, domainFrom, domainTo);
    }
}
