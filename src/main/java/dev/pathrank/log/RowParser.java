package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Hash;
import dev.pathrank.text.Numbers;
import dev.pathrank.text.PercentDecoder;

/**
 * Turns the fields of a row into a {@link Row}. This is the one place where the text of a field gets its meaning, for
 * every log format.
 *
 * <p>CloudFront escapes values: {@code %} and two hex digits stand for control characters, bytes from 127 on, space and
 * {@code < > " # % { } | \ ^ ~ [ ] ` '}. Decoded exactly once, a value is as it was on the wire: a {@code %20} that the
 * viewer sent is {@code %2520} in the log and {@code %20} in a row. AWS does not document whether v2 JSON and Parquet
 * are escaped; they are decoded as {@code w3c} is.
 */
public final class RowParser {
    private static final byte[] WS = Bytes.ascii("ws");
    private static final byte[] WSS = Bytes.ascii("wss");
    private static final byte[] GRPCS = Bytes.ascii("grpcs");
    private static final byte[] EVENT_STREAM = Bytes.ascii("text/event-stream");
    /** A path holds it only as the viewer's own escape, which CloudFront would have escaped again. */
    private static final String QUERY_SIGN = "?";

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int MILLIS = 1000;
    private static final LogField[] TIMED = {
        LogField.ORIGIN_LBL, LogField.ORIGIN_FBL, LogField.TIME_TO_FIRST_BYTE, LogField.TIME_TAKEN
    };
    private static final DurationField[] TIMED_AS = {
        DurationField.ORIGIN_LBL, DurationField.ORIGIN_FBL, DurationField.TIME_TO_FIRST_BYTE, DurationField.TIME_TAKEN
    };

    private final FieldRanges fields;
    private final Row row;
    private final TimestampParser timestamps = new TimestampParser();
    private byte[] decodedPath = new byte[1024];
    private final HostName hostName = new HostName();
    private final TraitDetector traits = new TraitDetector();
    private RejectReason reason = RejectReason.CUT;
    private boolean statusMayBeNumber;

    /** Makes a parser of the rows that {@code fields} holds one after another. */
    public RowParser(FieldRanges fields) {
        this.fields = fields;
        this.row = new Row(fields);
    }

    /** Sets the log type of the following rows. */
    public void logType(LogType logType) {
        row.logType = logType;
    }

    /** Accepts {@code 0} as a status, as which the number {@code 000} is written. */
    public void statusMayBeNumber() {
        statusMayBeNumber = true;
    }

    /** Sets how many calls each of the following rows stands for. */
    public void setCalls(int calls) {
        row.calls = calls;
    }

    /** Returns the row parsed last; always the same instance. */
    public Row row() {
        return row;
    }

    /** Returns why the last row could not be parsed. */
    public RejectReason reason() {
        return reason;
    }

    /**
     * Parses the fields of the current row.
     *
     * @return whether the row can be counted; if not, {@link #reason()} says why
     */
    public boolean parse() {
        if (!method()) {
            return rejected(RejectReason.NO_METHOD);
        }
        if (!path()) {
            return rejected(RejectReason.NO_PATH);
        }
        if (!status()) {
            return rejected(RejectReason.BAD_STATUS);
        }
        if (!time()) {
            return rejected(RejectReason.BAD_TIME);
        }
        host();
        row.bytesOut = Math.max(0, fields.number(LogField.BYTES_OUT));
        row.clientHash = fields.has(LogField.CLIENT) ? ClientAddress.hash(fields.get(LogField.CLIENT)) : 0;
        row.connection = row.status == SWITCHING_PROTOCOLS
                || fields.is(LogField.PROTOCOL, WSS)
                || fields.is(LogField.PROTOCOL, WS)
                || fields.is(LogField.PROTOCOL, GRPCS)
                || fields.startsWith(LogField.CONTENT_TYPE, EVENT_STREAM);
        row.requestHash = fields.has(LogField.REQUEST_ID) ? requestHash(fields.get(LogField.REQUEST_ID)) : 0;
        fields.get(domainField(), row.domain);
        row.originCall = OriginRule.reachedOrigin(fields);
        row.evidence = OriginEvidence.of(fields.has(LogField.RESULT_TYPE), fields.has(LogField.DETAILED_RESULT_TYPE));
        duration();
        row.traits = traits.of(fields, row);
        return true;
    }

    private boolean rejected(RejectReason why) {
        reason = why;
        return false;
    }

    private boolean method() {
        fields.get(LogField.METHOD, row.method);
        return fields.has(LogField.METHOD);
    }

    private boolean path() {
        if (!fields.has(LogField.PATH)) {
            return false;
        }
        ByteSlice path = fields.get(LogField.PATH, row.path);
        fields.get(LogField.QUERY, row.loggedQuery);
        if (!ByteSearch.hasOneOf((byte) '?', (byte) '%', path)) {
            return true;
        }
        int query = ByteSearch.indexOf((byte) '?', path);
        if (query >= 0) {
            row.loggedQuery.set(path.array(), query + 1, path.to());
            path.set(path.array(), path.from(), query);
        }
        boolean empty = path.isEmpty();
        if (ByteSearch.indexOf((byte) '%', path) >= 0) {
            decodedPath = Bytes.atLeast(decodedPath, path.length());
            path.set(decodedPath, 0, PercentDecoder.decodeOnce(path, QUERY_SIGN, decodedPath));
        }
        return !empty;
    }

    private boolean status() {
        ByteSlice status = fields.get(LogField.STATUS);
        row.status = Numbers.threeDigits(status);
        if (statusMayBeNumber && status.length() == 1 && status.at(0) == '0') {
            row.status = 0;
        }
        return row.status != Numbers.NONE;
    }

    private boolean time() {
        row.millisOfSecond = Row.NO_MILLIS;
        long millis = fields.has(LogField.TIMESTAMP_MS)
                ? TimestampParser.ofMillis(fields.get(LogField.TIMESTAMP_MS))
                : TimestampParser.BAD;
        if (fields.has(LogField.DATE) && fields.has(LogField.TIME)) {
            row.epochSecond = timestamps.epochSecond(fields.get(LogField.DATE), fields.get(LogField.TIME));
            if (millis != TimestampParser.BAD && millis / MILLIS == row.epochSecond) {
                row.millisOfSecond = (int) (millis % MILLIS);
            }
            return row.epochSecond != TimestampParser.BAD;
        }
        if (!fields.has(LogField.TIMESTAMP_MS)) {
            millis = timestamps.of(fields.get(LogField.TIMESTAMP));
        }
        row.epochSecond = millis / MILLIS;
        row.millisOfSecond = (int) (millis % MILLIS);
        return millis != TimestampParser.BAD;
    }

    /** Returns the hash of an id; never 0, which means that there is none. */
    private static long requestHash(ByteSlice id) {
        long hash = Hash.of(id);
        return hash == 0 ? 1 : hash;
    }

    private void host() {
        LogField viewers = row.logType == LogType.REAL_TIME ? LogField.REAL_TIME_HOST : LogField.HOST;
        boolean named = fields.has(viewers) && hostName.normalise(fields.get(viewers));
        LogField own = domainField();
        if (!named && fields.has(own)) {
            hostName.normalise(fields.get(own));
        } else if (!named) {
            hostName.clear();
        }
        row.host.set(hostName.value());
    }

    private LogField domainField() {
        if (row.logType == LogType.REAL_TIME) {
            return LogField.HOST;
        }
        return fields.has(LogField.DOMAIN) ? LogField.DOMAIN : LogField.REAL_TIME_HOST;
    }

    // Durations of other rows are not parsed: that of a cache hit says nothing about the origin.
    private void duration() {
        row.durationMs = Row.NO_DURATION;
        row.durationField = DurationField.NONE;
        if (!row.originCall || row.connection) {
            return;
        }
        for (int best = 0; best < TIMED.length && row.durationMs == Row.NO_DURATION; best++) {
            duration(TIMED[best], TIMED_AS[best]);
        }
    }

    private void duration(LogField field, DurationField durationField) {
        int millis = fields.has(field) ? Numbers.secondsToMillis(fields.get(field)) : Numbers.NONE;
        if (millis != Numbers.NONE) {
            row.durationMs = millis;
            row.durationField = durationField;
        }
    }
}
