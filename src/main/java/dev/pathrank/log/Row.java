package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Hash;
import dev.pathrank.text.PercentDecoder;

/**
 * One request of a log, as a view of the reader's buffers. The same instance is handed out for every row, so that
 * reading makes no object per row; it and its slices are valid only until the reader moves on.
 */
public final class Row {
    /** {@link #durationMs()} of a row without a usable duration. */
    public static final int NO_DURATION = -1;

    /** {@link #millisOfSecond()} of a row whose log has whole seconds only. */
    public static final int NO_MILLIS = -1;

    /** Characters that CloudFront does not escape in a query, so that an escape of one is the viewer's. */
    private static final String SEPARATORS = "&=?";

    private final FieldRanges fields;
    private final ServedData served = new ServedData();
    private final ByteSlice behaviour = new ByteSlice();
    long epochSecond;
    int millisOfSecond = NO_MILLIS;
    final ByteSlice method = new ByteSlice();
    final ByteSlice host = new ByteSlice();
    final ByteSlice path = new ByteSlice();
    /** As the log escapes it. */
    final ByteSlice loggedQuery = new ByteSlice();

    private final ByteSlice query = new ByteSlice();
    private byte[] decodedQuery = new byte[0];
    final ByteSlice domain = new ByteSlice();
    int status;
    boolean originCall;
    boolean connection;
    int durationMs = NO_DURATION;
    DurationField durationField = DurationField.NONE;
    long bytesOut;
    long clientHash;
    LogType logType = LogType.LEGACY;
    OriginEvidence evidence = OriginEvidence.NONE;
    int calls = 1;
    long requestHash;
    int traits;

    /** @param fields of the same row */
    Row(FieldRanges fields) {
        this.fields = fields;
    }

    /** Returns when the response finished, in seconds since 1970-01-01T00:00:00Z. */
    public long epochSecond() {
        return epochSecond;
    }

    /** Returns the milliseconds after {@link #epochSecond()}, 0 to 999, or {@link #NO_MILLIS}. */
    public int millisOfSecond() {
        return millisOfSecond;
    }

    /** Returns the method as it was sent; never empty. */
    public ByteSlice method() {
        return method;
    }

    /** Returns the viewer's host in lower case and without port; empty where the log has neither host nor domain. */
    public ByteSlice host() {
        return host;
    }

    /**
     * Returns the path as it was on the wire: the log's escaping decoded once, the query cut off. It begins with
     * {@code /} in every ordinary request.
     */
    public ByteSlice path() {
        return path;
    }

    /**
     * Returns the query without its {@code ?}, as it was on the wire; empty where there is none. It is decoded at each
     * call, as most runs need no query.
     */
    public ByteSlice query() {
        if (ByteSearch.indexOf((byte) '%', loggedQuery) < 0) {
            return loggedQuery;
        }
        decodedQuery = Bytes.atLeast(decodedQuery, loggedQuery.length());
        return query.set(decodedQuery, 0, PercentDecoder.decodeOnce(loggedQuery, SEPARATORS, decodedQuery));
    }

    /** Returns the name of the origin to which the router has sent the request; empty where the log does not say. */
    public ByteSlice servedTo() {
        served.read(fields.get(LogField.VIEWER_DATA));
        return served.to();
    }

    /** Returns method and pattern of the router's route, decoded; empty where the log does not say. */
    public ByteSlice servedRoute() {
        served.read(fields.get(LogField.VIEWER_DATA));
        return served.route();
    }

    /** Returns the path pattern of the cache behaviour that took the request; empty where the log does not say. */
    public ByteSlice behaviour() {
        return fields.has(LogField.BEHAVIOUR)
                ? fields.get(LogField.BEHAVIOUR, behaviour)
                : behaviour.set(fields.array(), 0, 0);
    }

    /** Returns the status sent, 0 to 999; 0 is the log's {@code 000}: the viewer left before any answer. */
    public int status() {
        return status;
    }

    /** Returns whether the request reached the origin (contract: "Who reached the origin"). */
    public boolean originCall() {
        return originCall;
    }

    /**
     * Returns whether the row is a whole connection ({@code ws}, {@code wss}, {@code grpcs}, status 101 or a
     * {@code text/event-stream}). It is counted and never timed.
     */
    public boolean isConnection() {
        return connection;
    }

    /** Returns the origin's duration in milliseconds, as {@link #durationField()} has it, or {@link #NO_DURATION}. */
    public int durationMs() {
        return durationMs;
    }

    /** Returns the field that {@link #durationMs()} was read from. */
    public DurationField durationField() {
        return durationField;
    }

    /** Returns {@code sc-bytes}: the bytes sent to the viewer, headers included; 0 where absent. */
    public long bytesOut() {
        return bytesOut;
    }

    /** Returns a 64-bit hash of the viewer's address, or 0 where absent. */
    public long clientHash() {
        return clientHash;
    }

    /** Returns the type of the log that holds the row. */
    public LogType logType() {
        return logType;
    }

    /** Returns what decided whether it is an origin call. */
    public OriginEvidence evidence() {
        return evidence;
    }

    /** Returns how many calls the row stands for: 1, or more in a sampled log. */
    public int calls() {
        return calls;
    }

    /** Returns a 64-bit hash of the request's id, the same in every log format, or 0 where absent. */
    public long requestHash() {
        return requestHash;
    }

    /** Returns the {@linkplain RequestTrait#bit() bits} of the row's traits; 0 in most rows. */
    public int traits() {
        return traits;
    }

    /** Computes a 64-bit hash of the distribution's own domain, or returns 0 where it is absent. */
    public long domainHash() {
        return domain.isEmpty() ? 0 : Hash.of(domain);
    }
}
