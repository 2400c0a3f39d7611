package dev.pathrank.log.text;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.log.LogField;
import dev.pathrank.log.RowParser;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Numbers;

/** Tests a guess at the columns or the delimiter of a row: whether the values make a plausible request. */
final class RowShape {
    private static final byte[][] PROTOCOLS = {
        Bytes.ascii("http"), Bytes.ascii("https"), Bytes.ascii("ws"), Bytes.ascii("wss"), Bytes.ascii("grpcs")
    };

    private final FieldRanges fields = new FieldRanges();
    private final RowParser parser = new RowParser(fields);

    /** How well a row fits a guess. */
    enum Fit {
        /** The values are not plausible. */
        NONE,
        /** The values are plausible, but there are more or fewer of them than columns. */
        OTHER_LENGTH,
        /** The values are plausible, one for each column. */
        EXACT
    }

    Fit fit(ByteSlice row, Header header, String delimiter) {
        fields.follow(header, delimiter);
        boolean exact = fields.split(row);
        if (!parser.parse() || !isProtocol() || !isCount(LogField.BYTES_OUT) || !isMethod() || !isAddress()) {
            return Fit.NONE;
        }
        return exact ? Fit.EXACT : Fit.OTHER_LENGTH;
    }

    private boolean isProtocol() {
        if (!fields.has(LogField.PROTOCOL)) {
            return true;
        }
        for (byte[] protocol : PROTOCOLS) {
            if (fields.get(LogField.PROTOCOL).contentEquals(protocol)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(LogField field) {
        return !fields.has(field) || fields.number(field) != Numbers.NONE;
    }

    // Clients may send any token, but nearly every row has one in capitals.
    private boolean isMethod() {
        ByteSlice method = fields.get(LogField.METHOD);
        for (int at = 0; at < method.length(); at++) {
            byte b = method.at(at);
            if (b < 'A' || b > 'Z') {
                return false;
            }
        }
        return true;
    }

    private boolean isAddress() {
        if (!fields.has(LogField.CLIENT)) {
            return true;
        }
        ByteSlice address = fields.get(LogField.CLIENT);
        for (int at = 0; at < address.length(); at++) {
            byte b = address.at(at);
            int letter = b | 0x20;
            boolean hexDigit = Numbers.isDigit(b) || letter >= 'a' && letter <= 'f';
            if (!hexDigit && b != '.' && b != ':') {
                return false;
            }
        }
        return true;
    }
}
