package dev.pathrank.log.json;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.LogField;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of an unzipped object, one after another, in one reused buffer: JSON objects with white space, commas,
 * the two characters {@code \n}, brackets of an array, or nothing between them. A line may hold any number of them.
 *
 * <p>Text that is no record is returned as one, not {@link #isWhole() whole}, up to where the next record begins. A
 * fault of the stream is thrown only after every complete record before it was returned.
 */
final class JsonRecords {
    private static final int FIRST_SIZE = 256 * 1024;

    /** Bytes that may have to be seen to know that a record begins: a brace, space, a key and a colon. */
    private static final int BEGIN = 256;

    private static final int NOWHERE = -1;

    /** Values of keys of one broken record that are looked at, which may all reach to its end. */
    private static final int MOST_VALUES = 16;

    private final JsonRow json;
    private final ByteSlice record = new ByteSlice();
    private byte[] buffer = new byte[0];
    private int longest;
    private InputStream in = InputStream.nullInputStream();
    private @Nullable IOException fault;
    private boolean ended;
    private int from;
    private int limit;
    private long line;
    private long number;
    private boolean whole;
    private boolean cut;
    private boolean skipping;

    JsonRecords(FieldRanges fields) {
        this.json = new JsonRow(fields);
    }

    /**
     * Begins a new object.
     *
     * @param longestRecord bytes of the longest record that is read
     */
    void open(InputStream unzipped, int longestRecord) {
        in = unzipped;
        longest = longestRecord;
        if (buffer.length == 0) {
            buffer = new byte[Math.min(FIRST_SIZE, longest + 1)];
        }
        fault = null;
        ended = false;
        from = 0;
        limit = 0;
        line = 1;
        skipping = false;
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end of the object
     * @throws IOException the fault of the stream, after the last record before it
     */
    boolean next() throws IOException {
        if (skipping) {
            skipRest();
        }
        skipSeparators();
        if (from == limit) {
            throwFault();
            return false;
        }
        number = line;
        whole = false;
        cut = false;
        if (buffer[from] != '{') {
            takeBroken(from, false);
            return true;
        }
        while (true) {
            int behind = json.read(record.set(buffer, from, Math.min(limit, from + longest)));
            if (behind >= 0 && ByteSearch.count((byte) '\n', buffer, from, behind) == json.newlines()) {
                whole = true;
                line += json.newlines();
                record.set(buffer, from, behind);
                from = behind;
                return true;
            }
            int failedAt = behind >= 0 ? ByteSearch.indexOf((byte) '\n', buffer, from, behind) : json.failedAt();
            boolean unfinished = failedAt >= Math.min(limit, from + longest);
            if (!unfinished || !grow()) {
                takeBroken(failedAt, unfinished);
                return true;
            }
        }
    }

    /** Returns the keys of the current record, if it is whole. */
    JsonRow json() {
        return json;
    }

    /** Returns the text of the current record, reused for the next. */
    ByteSlice record() {
        return record;
    }

    /** Returns the 1-based number of the line in which the record begins. */
    long number() {
        return number;
    }

    /** Returns whether the current record is a complete JSON object. */
    boolean isWhole() {
        return whole;
    }

    /** Returns whether the record is only the beginning of one, which is longer than allowed or was cut by damage. */
    boolean isCut() {
        return cut;
    }

    /** Takes what is not a record, up to the next record or the end of the line; {@code failedAt} lies in it. */
    private void takeBroken(int failedAt, boolean unfinished) throws IOException {
        int offset = failedAt - from;
        int end = endOfBroken(from + offset);
        while (end == NOWHERE && grow()) {
            end = endOfBroken(from + offset);
        }
        if (end == NOWHERE) {
            cut = ended ? fault != null && unfinished : true;
            skipping = !ended;
            end = ended ? limit : from + longest;
        }
        if (cut && fault != null && !(fault instanceof DamagedObjectException)) {
            throw fault;
        }
        record.set(buffer, from, trimmed(end));
        line += ByteSearch.count((byte) '\n', buffer, from, end);
        from = end;
    }

    private int endOfBroken(int failedAt) {
        int start = recordStart(from + 1);
        int text = failedAt;
        while (text > from && isSpace(buffer[text - 1])) {
            text--;
        }
        boolean severalLines = ByteSearch.indexOf((byte) '\n', buffer, from, text) >= 0;
        if (severalLines) {
            return start;
        }
        int newline = ByteSearch.indexOf((byte) '\n', buffer, text, limit);
        return newline >= 0 && (start == NOWHERE || newline < start) ? newline : start;
    }

    /**
     * Returns where a record seems to begin: at a brace and a key that are not the value of another key, unless that
     * value is a request, as where a record breaks off behind a key.
     */
    private int recordStart(int at) {
        int values = 0;
        int brace = ByteSearch.indexOf((byte) '{', buffer, at, limit);
        while (brace >= 0) {
            byte before = before(brace);
            boolean isValue = before == ':' || before == '[';
            if (before == '\n' || isKey(brace + 1) && (!isValue || values++ < MOST_VALUES && isRequest(brace))) {
                return brace;
            }
            brace = ByteSearch.indexOf((byte) '{', buffer, brace + 1, limit);
        }
        return NOWHERE;
    }

    private boolean isRequest(int brace) {
        boolean complete = json.read(record.set(buffer, brace, limit)) >= 0;
        return complete && json.had(LogField.METHOD) && json.had(LogField.PATH);
    }

    private byte before(int at) {
        int before = at - 1;
        while (before > from && (buffer[before] == ' ' || buffer[before] == '\t' || buffer[before] == '\r')) {
            before--;
        }
        return buffer[before];
    }

    private boolean isKey(int at) {
        int quote = afterSpace(at);
        if (quote == limit || buffer[quote] != '"') {
            return false;
        }
        int most = Math.min(limit, quote + BEGIN / 2);
        int end = ByteSearch.indexOf((byte) '"', buffer, quote + 1, most);
        int colon = end < 0 ? limit : afterSpace(end + 1);
        return colon < limit && buffer[colon] == ':';
    }

    private int afterSpace(int start) {
        int at = start;
        while (at < limit && isSpace(buffer[at])) {
            at++;
        }
        return at;
    }

    private int trimmed(int end) {
        int to = end;
        while (to > from + 1) {
            if (isSpace(buffer[to - 1]) || buffer[to - 1] == ',') {
                to--;
            } else if (to > from + 2 && isEscapedSpace(to - 2)) {
                to -= 2;
            } else {
                return to;
            }
        }
        return to;
    }

    private void skipSeparators() throws IOException {
        while (true) {
            if (limit - from < 3 && !ended) {
                fill();
            } else if (from == limit) {
                return;
            } else if (isSpace(buffer[from]) || isOfList(buffer[from])) {
                line += buffer[from++] == '\n' ? 1 : 0;
            } else if (isEscapedSpace(from)) {
                from += 2;
            } else if (isByteOrderMark()) {
                from += 3;
            } else {
                return;
            }
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isOfList(byte b) {
        return b == ',' || b == '[' || b == ']';
    }

    private boolean isEscapedSpace(int at) {
        return at + 1 < limit
                && buffer[at] == '\\'
                && (buffer[at + 1] == 'n' || buffer[at + 1] == 'r' || buffer[at + 1] == 't');
    }

    private boolean isByteOrderMark() {
        return limit - from >= 3
                && buffer[from] == (byte) 0xEF
                && buffer[from + 1] == (byte) 0xBB
                && buffer[from + 2] == (byte) 0xBF;
    }

    private void skipRest() throws IOException {
        int start = recordStart(from + 1);
        while (start == NOWHERE && !ended) {
            int next = Math.max(from, limit - Math.min(BEGIN, buffer.length / 2));
            line += ByteSearch.count((byte) '\n', buffer, from, next);
            from = next;
            fill();
            start = recordStart(from + 1);
        }
        int next = start == NOWHERE ? limit : start;
        line += ByteSearch.count((byte) '\n', buffer, from, next);
        from = next;
        skipping = false;
    }

    /** Reads on, unless the current record is too long or ended. */
    private boolean grow() {
        if (ended || limit - from > longest) {
            return false;
        }
        fill();
        return true;
    }

    /** Fills the buffer, whose bytes before {@code from} are not needed any more. */
    private void fill() {
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
        from = 0;
        if (limit == buffer.length) {
            // One byte more than the longest record shows that a record is too long.
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, longest + 1L));
        }
        try {
            while (limit < buffer.length && !ended) {
                int read = in.read(buffer, limit, buffer.length - limit);
                ended = read < 0;
                limit += Math.max(0, read);
            }
        } catch (IOException broken) {
            // Thrown after the records before it were returned.
            fault = broken;
            ended = true;
        }
    }

    private void throwFault() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }
}
