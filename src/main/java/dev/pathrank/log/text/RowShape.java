package dev.pathrank.log.text;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.log.HostName;
import dev.pathrank.log.LogField;
import dev.pathrank.log.RowParser;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Numbers;

/** Whether a row looks like a request under a guess at its columns or its delimiter. Only asked while guessing. */
final class RowShape {
    private static final byte[][] PROTOCOLS = {
        Bytes.ascii("http"), Bytes.ascii("https"), Bytes.ascii("ws"), Bytes.ascii("wss"), Bytes.ascii("grpcs")
    };

    private final FieldRanges cells = new FieldRanges();
    private final RowParser parser = new RowParser(cells);

    /** How well a row suits a guess. */
    enum Fit {
        NONE,
        /** The cells make sense, but there are more or fewer than there should be. */
        OTHER_LENGTH,
        EXACT
    }

    Fit fit(byte[] bytes, int from, int to, Header header, String delimiter) {
        cells.follow(header, delimiter);
        boolean exact = cells.split(bytes, from, to);
        if (!parser.parse() || !isProtocol() || !isCount(LogField.BYTES_OUT) || !isMethod() || !isAddress()) {
            return Fit.NONE;
        }
        return exact ? Fit.EXACT : Fit.OTHER_LENGTH;
    }

    private boolean isProtocol() {
        if (!cells.has(LogField.PROTOCOL)) {
            return true;
        }
        for (byte[] protocol : PROTOCOLS) {
            if (Bytes.equal(cells.bytes(), cells.from(LogField.PROTOCOL), cells.to(LogField.PROTOCOL), protocol)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(LogField column) {
        return !cells.has(column)
                || Numbers.nonNegative(cells.bytes(), cells.from(column), cells.to(column)) != Numbers.NONE;
    }

    // Clients may send any token, but one that is all capitals is what nearly every row has.
    private boolean isMethod() {
        for (int at = cells.from(LogField.METHOD); at < cells.to(LogField.METHOD); at++) {
            byte b = cells.bytes()[at];
            if (b < 'A' || b > 'Z') {
                return false;
            }
        }
        return true;
    }

    private boolean isAddress() {
        if (!cells.has(LogField.CLIENT)) {
            return true;
        }
        for (int at = cells.from(LogField.CLIENT); at < cells.to(LogField.CLIENT); at++) {
            byte b = HostName.lower(cells.bytes()[at]);
            boolean hexDigit = Numbers.isDigit(b) || b >= 'a' && b <= 'f';
            if (!hexDigit && b != '.' && b != ':') {
                return false;
            }
        }
        return true;
    }
}
