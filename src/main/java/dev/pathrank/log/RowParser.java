package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Hash;
import dev.pathrank.text.Numbers;
import dev.pathrank.text.PercentDecoder;

/** Turns the cells of a row into a {@link Row}: the one place where a cell's text gets its meaning. */
public final class RowParser {
    private static final byte[] WS = Bytes.ascii("ws");
    private static final byte[] WSS = Bytes.ascii("wss");
    private static final byte[] GRPCS = Bytes.ascii("grpcs");
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final LogField[] TIMED = {
        LogField.ORIGIN_LBL, LogField.ORIGIN_FBL, LogField.TIME_TO_FIRST_BYTE, LogField.TIME_TAKEN
    };
    private static final DurationField[] TIMED_AS = {
        DurationField.ORIGIN_LBL, DurationField.ORIGIN_FBL, DurationField.TIME_TO_FIRST_BYTE, DurationField.TIME_TAKEN
    };

    private final FieldRanges cells;
    private final Row row = new Row();
    private final TimestampParser dayTime = new TimestampParser();
    private byte[] decodedPath = new byte[1024];
    private final HostName hostName = new HostName();
    private final TraitDetector oddities = new TraitDetector();
    private RejectReason reason = RejectReason.CUT;

    public RowParser(FieldRanges cells) {
        this.cells = cells;
    }

    /** Says which way of logging the following rows came by. */
    public void logType(LogType family) {
        row.logType = family;
    }

    /** Says how many calls the following rows stand for. */
    public void setCalls(int calls) {
        row.calls = calls;
    }

    /** The row last parsed; always the same instance. */
    public Row row() {
        return row;
    }

    /** Why the row last parsed could not be used. */
    public RejectReason reason() {
        return reason;
    }

    /**
     * Parses the cells of the current row.
     *
     * @return whether the row can be counted; if not, {@link #reason()} says why not
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
        row.bytesOut = Math.max(
                0, Numbers.nonNegative(cells.bytes(), cells.from(LogField.BYTES_OUT), cells.to(LogField.BYTES_OUT)));
        row.clientHash = cells.has(LogField.CLIENT)
                ? ClientAddress.hash(cells.bytes(), cells.from(LogField.CLIENT), cells.to(LogField.CLIENT))
                : 0;
        row.webSocket = row.status == SWITCHING_PROTOCOLS || isConnection();
        row.requestHash = cells.has(LogField.REQUEST_ID)
                ? requestHash(cells.bytes(), cells.from(LogField.REQUEST_ID), cells.to(LogField.REQUEST_ID))
                : 0;
        row.domain = cells.bytes();
        row.domainFrom = cells.from(LogField.DOMAIN);
        row.domainTo = cells.to(LogField.DOMAIN);
        row.originCall = OriginRule.reachedBackend(cells);
        duration();
        row.traits = oddities.of(cells, row);
        return true;
    }

    private boolean rejected(RejectReason why) {
        reason = why;
        return false;
    }

    private boolean method() {
        row.method = cells.bytes();
        row.methodFrom = cells.from(LogField.METHOD);
        row.methodTo = cells.to(LogField.METHOD);
        return cells.has(LogField.METHOD);
    }

    private boolean path() {
        byte[] bytes = cells.bytes();
        int from = cells.from(LogField.PATH);
        int to = cells.to(LogField.PATH);
        if (!cells.has(LogField.PATH)) {
            return false;
        }
        if (!ByteSearch.hasOneOf((byte) '?', (byte) '%', bytes, from, to)) {
            setPath(bytes, from, to);
            return true;
        }
        int query = ByteSearch.indexOf((byte) '?', bytes, from, to);
        int end = query < 0 ? to : query;
        if (ByteSearch.indexOf((byte) '%', bytes, from, end) < 0) {
            setPath(bytes, from, end);
        } else {
            decodedPath = Bytes.atLeast(decodedPath, end - from);
            setPath(decodedPath, 0, PercentDecoder.decodeOnce(bytes, from, end, decodedPath));
        }
        return end > from;
    }

    private void setPath(byte[] bytes, int from, int to) {
        row.path = bytes;
        row.pathFrom = from;
        row.pathTo = to;
    }

    private boolean status() {
        row.status = Numbers.threeDigits(cells.bytes(), cells.from(LogField.STATUS), cells.to(LogField.STATUS));
        return row.status != Numbers.NONE;
    }

    private boolean time() {
        if (cells.has(LogField.DATE)) {
            row.epochSecond = dayTime.epochSecond(
                    cells.bytes(),
                    cells.from(LogField.DATE),
                    cells.to(LogField.DATE),
                    cells.from(LogField.TIME),
                    cells.to(LogField.TIME));
        } else if (cells.has(LogField.TIMESTAMP_MS)) {
            row.epochSecond = TimestampParser.ofMillis(
                    cells.bytes(), cells.from(LogField.TIMESTAMP_MS), cells.to(LogField.TIMESTAMP_MS));
        } else {
            row.epochSecond = TimestampParser.ofSeconds(
                    cells.bytes(), cells.from(LogField.TIMESTAMP), cells.to(LogField.TIMESTAMP));
        }
        return row.epochSecond != TimestampParser.BAD;
    }

    private static long requestHash(byte[] bytes, int from, int to) {
        long hash = Hash.of(bytes, from, to);
        return hash == 0 ? 1 : hash;
    }

    private void host() {
        boolean named = cells.has(LogField.HOST)
                && hostName.normalise(cells.bytes(), cells.from(LogField.HOST), cells.to(LogField.HOST));
        if (!named && cells.has(LogField.DOMAIN)) {
            hostName.normalise(cells.bytes(), cells.from(LogField.DOMAIN), cells.to(LogField.DOMAIN));
        } else if (!named) {
            hostName.clear();
        }
        row.host = hostName.bytes();
        row.hostFrom = 0;
        row.hostTo = hostName.to();
    }

    private boolean isConnection() {
        byte[] bytes = cells.bytes();
        int from = cells.from(LogField.PROTOCOL);
        int to = cells.to(LogField.PROTOCOL);
        return Bytes.equal(bytes, from, to, WSS)
                || Bytes.equal(bytes, from, to, WS)
                || Bytes.equal(bytes, from, to, GRPCS);
    }

    // Only what the contract times is looked up: a hit's duration says nothing of the backend.
    private void duration() {
        row.durationMs = Row.NO_DURATION;
        row.durationField = DurationField.NONE;
        if (!row.originCall || row.webSocket) {
            return;
        }
        for (int best = 0; best < TIMED.length && row.durationMs == Row.NO_DURATION; best++) {
            duration(TIMED[best], TIMED_AS[best]);
        }
    }

    private void duration(LogField column, DurationField field) {
        int millis = Numbers.secondsToMillis(cells.bytes(), cells.from(column), cells.to(column));
        if (millis != Numbers.NONE) {
            row.durationMs = millis;
            row.durationField = field;
        }
    }
}
