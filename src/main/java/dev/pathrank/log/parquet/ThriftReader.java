package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;

/** A reader of Thrift's compact protocol, the encoding of Parquet's footer and page headers. */
final class ThriftReader extends VarintReader {
    static final int STOP = 0;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int DEEPEST = 64;

    private int type;
    private int field;

    /** Begins to read at the first of these bytes, and reads none behind the last. */
    ThriftReader(ByteSlice bytes) {
        super(bytes);
    }

    /** Returns the index of the next byte. */
    int position() {
        return at;
    }

    /**
     * Moves to the next field of a struct.
     *
     * @param before number of the previous field, 0 at first
     * @return its number, or {@link #STOP}
     */
    int field(int before) {
        int head = nextByte() & 0xFF;
        type = head & 15;
        if (type == STOP) {
            return STOP;
        }
        field = head >> 4 == 0 ? (int) zigZag() : before + (head >> 4);
        return field;
    }

    /** Returns the value of a field that is a number or a boolean (1 or 0). */
    long number() {
        return switch (type) {
            case TRUE -> 1;
            case FALSE -> 0;
            case BYTE -> nextByte();
            default -> zigZag();
        };
    }

    String text() {
        int length = checkLeft(varint());
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /**
     * Returns the number of elements of the list that is the value of this field. The elements follow, each of at least
     * one byte.
     */
    int list() {
        int head = nextByte() & 0xFF;
        type = head & 15;
        return checkLeft(head >> 4 == 15 ? varint() : head >> 4);
    }

    /** Skips the value of this field. */
    void skip() {
        skip(type, 0);
    }

    private void skip(int what, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deeply");
        }
        switch (what) {
            case TRUE, FALSE -> {}
            case BYTE -> skipBytes(1);
            case DOUBLE -> skipBytes(Double.BYTES);
            case BINARY -> skipBytes(varint());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> {
                int number = field(0);
                while (number != STOP) {
                    skip(type, depth + 1);
                    number = field(number);
                }
            }
            default -> zigZag();
        }
    }

    private void skipList(int depth) {
        int size = list();
        int element = type;
        for (int i = 0; i < size; i++) {
            skipElement(element, depth);
        }
    }

    private void skipMap(int depth) {
        int size = checkLeft(varint());
        if (size == 0) {
            return;
        }
        int types = nextByte() & 0xFF;
        for (int i = 0; i < size; i++) {
            skipElement(types >> 4, depth);
            skipElement(types & 15, depth);
        }
    }

    // In a list a boolean is a byte; as a field it is encoded in the type.
    private void skipElement(int element, int depth) {
        if (element == TRUE || element == FALSE) {
            skipBytes(1);
        } else {
            skip(element, depth + 1);
        }
    }
}
