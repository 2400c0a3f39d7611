package dev.pathrank.log.json;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.LogField;
import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A parser of flat JSON objects that puts their values into {@link FieldRanges} and makes no object for a value. A key
 * is first compared with the key at the same position of the previous object, because a log writes keys in the same
 * order.
 */
final class JsonRow {
    private static final LogField[] FIELDS = LogField.values();
    private static final int UNWANTED = -1;

    /** Longer than the key of any field. No longer key is kept, as others could fill the memory. */
    private static final int LONGEST_KEY = 64;

    /** Stands for half of a surrogate pair, which JSON can write and UTF-8 cannot. */
    private static final int REPLACEMENT = 0xFFFD;

    private final FieldRanges fields;
    private byte[][] knownKeys = new byte[64][];
    private int[] knownFields = new int[64];
    private byte[] unescaped = new byte[256];
    private byte[] bytes = new byte[0];
    /** The array that holds the values: the text itself, or the copy in which escapes are undone. */
    private byte[] valueBytes = bytes;
    /** The index up to which the copy is written. */
    private int copied;

    private final ByteSlice key = new ByteSlice();
    private int at;
    private int end;
    private int seen;
    private int newlines;
    private int valueFrom;
    private int valueTo;

    JsonRow(FieldRanges fields) {
        this.fields = fields;
    }

    /**
     * Reads the object that {@code text} begins with, perhaps after white space.
     *
     * @return the index in the array after the object, or -1 if there is no complete object
     */
    int read(ByteSlice text) {
        bytes = text.array();
        valueBytes = bytes;
        at = text.from();
        copied = at;
        end = text.to();
        seen = 0;
        newlines = 0;
        fields.begin();
        boolean whole = members();
        if (valueBytes != bytes) {
            copyTo(at);
        }
        fields.in(valueBytes);
        return whole ? at : -1;
    }

    /** Returns where the last object could not be read any further; the end of the text if more of it may help. */
    int failedAt() {
        return Math.min(at, end);
    }

    /** Returns the line ends between the keys and values of the last object. */
    int newlines() {
        return newlines;
    }

    /** Returns whether the last object had this key. */
    boolean had(LogField field) {
        return (seen >>> field.ordinal() & 1) != 0;
    }

    private boolean members() {
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return true;
        }
        int number = 0;
        do {
            skipSpace();
            if (!string()) {
                return false;
            }
            int field = field(number++);
            if (!take(':') || !value()) {
                return false;
            }
            if (field != UNWANTED) {
                seen |= 1 << field;
                fields.put(FIELDS[field], valueFrom, valueTo);
            }
        } while (take(','));
        return take('}');
    }

    private int field(int number) {
        if (valueTo - valueFrom > LONGEST_KEY) {
            return UNWANTED;
        }
        if (number == knownKeys.length) {
            knownKeys = Arrays.copyOf(knownKeys, 2 * number);
            knownFields = Arrays.copyOf(knownFields, 2 * number);
        }
        byte @Nullable [] known = knownKeys[number];
        if (known == null || !key.set(keyBytes(), valueFrom, valueTo).contentEquals(known)) {
            key.set(keyBytes(), valueFrom, valueTo);
            knownKeys[number] = key.toByteArray();
            knownFields[number] =
                    LogField.of(key.toString()).map(LogField::ordinal).orElse(UNWANTED);
        }
        return knownFields[number];
    }

    /**
     * Parses any value. The value of a string is the text between its quotes; that of null, an object or a list is
     * empty.
     */
    private boolean value() {
        skipSpace();
        if (at == end) {
            return false;
        }
        byte first = bytes[at];
        if (first == '"') {
            return string();
        }
        if (first == '{' || first == '[') {
            return skipNested();
        }
        valueFrom = at;
        while (at < end && isOfLiteral(bytes[at])) {
            at++;
        }
        valueTo = at;
        boolean isNull = at - valueFrom == 4 && bytes[valueFrom] == 'n';
        if (isNull) {
            valueTo = valueFrom;
        }
        return at > valueFrom;
    }

    private static boolean isOfLiteral(byte b) {
        return Numbers.isDigit(b) || b >= 'a' && b <= 'z' || b == '-' || b == '+' || b == '.' || b == 'E';
    }

    // A bracket is followed by a comma or another bracket, so that a lost bracket does not hide all records after it.
    private boolean skipNested() {
        int depth = 0;
        do {
            byte b = bytes[at];
            if (b == '"') {
                if (!string()) {
                    return false;
                }
                continue;
            }
            at++;
            if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                skipSpace();
                if (depth > 0 && at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
                    return false;
                }
            } else if (b == '\n') {
                newlines++;
            }
        } while (depth > 0 && at < end);
        valueFrom = at;
        valueTo = at;
        return depth == 0;
    }

    /** Parses the string that begins here and sets {@code valueFrom} and {@code valueTo} to its content. */
    private boolean string() {
        if (at == end || bytes[at] != '"') {
            return false;
        }
        int start = at + 1;
        int quote = ByteSearch.indexOf((byte) '"', bytes, start, end);
        if (quote < 0) {
            at = end;
            return false;
        }
        valueFrom = start;
        valueTo = quote;
        at = quote + 1;
        return ByteSearch.indexOf((byte) '\\', bytes, start, quote) < 0 || escapedString(start);
    }

    /** Returns the array that holds the string parsed last: the copy only if that reaches behind it. */
    private byte[] keyBytes() {
        return copied > valueFrom ? valueBytes : bytes;
    }

    // The line must not change, because it is shown if it is rejected. Unescaped text is written into a copy at the
    // same index, because it is never longer than its escapes. Text is copied up to here only: a line of many records
    // would otherwise be copied once for each of them.
    private boolean escapedString(int start) {
        if (valueBytes == bytes) {
            unescaped = Bytes.atLeast(unescaped, end);
            valueBytes = unescaped;
        }
        copyTo(start);
        at = start;
        int to = start;
        while (at < end && bytes[at] != '"' && to >= 0) {
            if (bytes[at] == '\\') {
                to = escape(to);
            } else {
                unescaped[to++] = bytes[at++];
            }
        }
        valueFrom = start;
        valueTo = to;
        copied = at;
        return to >= 0 && at++ < end;
    }

    private void copyTo(int to) {
        System.arraycopy(bytes, copied, valueBytes, copied, to - copied);
        copied = to;
    }

    private int escape(int to) {
        if (at + 1 >= end) {
            at = end;
            return -1;
        }
        byte letter = bytes[at + 1];
        at += 2;
        switch (letter) {
            case '"', '\\', '/' -> unescaped[to] = letter;
            case 'b' -> unescaped[to] = '\b';
            case 'f' -> unescaped[to] = '\f';
            case 'n' -> unescaped[to] = '\n';
            case 'r' -> unescaped[to] = '\r';
            case 't' -> unescaped[to] = '\t';
            case 'u' -> {
                return unicode(to);
            }
            default -> {
                return -1;
            }
        }
        return to + 1;
    }

    private int unicode(int to) {
        int point = hex4();
        if (point < 0) {
            return -1;
        }
        int afterFirst = at;
        if (Character.isHighSurrogate((char) point) && at + 1 < end && bytes[at] == '\\' && bytes[at + 1] == 'u') {
            at += 2;
            int second = hex4();
            if (second >= 0 && Character.isLowSurrogate((char) second)) {
                point = Character.toCodePoint((char) point, (char) second);
            } else {
                at = afterFirst; // an escape of its own
            }
        }
        boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        byte[] utf8 = Character.toString(alone ? REPLACEMENT : point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, unescaped, to, utf8.length);
        return to + utf8.length;
    }

    private int hex4() {
        if (at + 4 > end) {
            at = end;
            return -1;
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes[at++], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private boolean take(char wanted) {
        skipSpace();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            if (bytes[at++] == '\n') {
                newlines++;
            }
        }
    }
}
