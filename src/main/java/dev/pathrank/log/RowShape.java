package dev.pathrank.log;

/** Whether a row looks like a request under a guess at its columns or its delimiter. Only asked while guessing. */
final class RowShape {
    private static final byte[][] PROTOCOLS = {
        Bytes.ascii("http"), Bytes.ascii("https"), Bytes.ascii("ws"), Bytes.ascii("wss"), Bytes.ascii("grpcs")
    };

    private final Cells cells = new Cells();
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
        if (!parser.parse() || !isProtocol() || !isCount(Column.BYTES_OUT) || !isMethod() || !isAddress()) {
            return Fit.NONE;
        }
        return exact ? Fit.EXACT : Fit.OTHER_LENGTH;
    }

    private boolean isProtocol() {
        if (!cells.has(Column.PROTOCOL)) {
            return true;
        }
        for (byte[] protocol : PROTOCOLS) {
            if (Bytes.equal(cells.bytes(), cells.from(Column.PROTOCOL), cells.to(Column.PROTOCOL), protocol)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(Column column) {
        return !cells.has(column)
                || Numbers.nonNegative(cells.bytes(), cells.from(column), cells.to(column)) != Numbers.NONE;
    }

    // Clients may send any token, but one that is all capitals is what nearly every row has.
    private boolean isMethod() {
        for (int at = cells.from(Column.METHOD); at < cells.to(Column.METHOD); at++) {
            byte b = cells.bytes()[at];
            if (b < 'A' || b > 'Z') {
                return false;
            }
        }
        return true;
    }

    private boolean isAddress() {
        if (!cells.has(Column.CLIENT)) {
            return true;
        }
        for (int at = cells.from(Column.CLIENT); at < cells.to(Column.CLIENT); at++) {
            byte b = HostName.lower(cells.bytes()[at]);
            boolean hexDigit = Numbers.isDigit(b) || b >= 'a' && b <= 'f';
            if (!hexDigit && b != '.' && b != ':') {
                return false;
            }
        }
        return true;
    }
}
