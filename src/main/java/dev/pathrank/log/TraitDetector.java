package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.Numbers;

/**
 * Finds what is odd in a row. Most rows have nothing of it and are let go after a look for three bytes, eight at a time.
 */
final class TraitDetector {
    /** Keys of a query that are told apart. */
    static final int MOST_KEYS = 32;

    private static final int ALB_REQUEST = 1_000_000;
    private static final int LAMBDA_REQUEST = 6_000_000;
    private static final int LARGE_DIGITS = 7;
    private static final int PARTIAL_CONTENT = 206;
    private static final long HASH_SEED = 0xCBF29CE484222325L;
    private static final long HASH_PRIME = 0x100000001B3L;

    private final long[] keys = new long[MOST_KEYS];
    private int keyCount;

    /**
     * The bits of the oddities of a row that is parsed but for them.
     *
     * @param cells of the same row; its query is still escaped as the log escapes it
     */
    int of(FieldRanges cells, Row row) {
        int odd = status(row);
        // Only a path with a % in it was decoded, which puts it into another array.
        if (row.path != cells.bytes()) {
            odd |= path(row.path, row.pathFrom, row.pathTo);
        }
        int from = cells.from(LogField.QUERY);
        int to = cells.to(LogField.QUERY);
        byte[] bytes = cells.bytes();
        if (to - from > 1
                && (ByteSearch.indexOf((byte) '&', bytes, from, to) >= 0
                        || ByteSearch.indexOf((byte) '%', bytes, from, to) >= 0
                        || ByteSearch.indexOf((byte) ';', bytes, from, to) >= 0)) {
            odd |= query(bytes, from, to);
        }
        if (cells.to(LogField.BYTES_IN) - cells.from(LogField.BYTES_IN) >= LARGE_DIGITS) {
            odd |= request(Numbers.nonNegative(bytes, cells.from(LogField.BYTES_IN), cells.to(LogField.BYTES_IN)));
        }
        return odd;
    }

    private static int status(Row row) {
        return switch (row.status) {
            case PARTIAL_CONTENT -> RequestTrait.RANGE.bit();
            case 301, 302, 303, 307, 308 -> row.originCall ? RequestTrait.REDIRECT.bit() : 0;
            default -> 0;
        };
    }

    private static int request(long bytes) {
        if (bytes > LAMBDA_REQUEST) {
            return RequestTrait.REQUEST_OVER_6_MB.bit();
        }
        return bytes > ALB_REQUEST ? RequestTrait.REQUEST_OVER_1_MB.bit() : 0;
    }

    private static int path(byte[] path, int from, int to) {
        int odd = 0;
        for (int at = from; at < to - 2; at++) {
            if (path[at] == '%' && isHex(path[at + 1]) && isHex(path[at + 2])) {
                boolean slash = path[at + 1] == '2' && (path[at + 2] | 0x20) == 'f';
                odd |= slash ? RequestTrait.ENCODED_SLASH.bit() : RequestTrait.ENCODED_PATH.bit();
                at += 2;
            }
        }
        return odd;
    }

    private static boolean isHex(byte b) {
        int letter = b | 0x20;
        return b >= '0' && b <= '9' || letter >= 'a' && letter <= 'f';
    }

    private int query(byte[] query, int from, int to) {
        keyCount = 0;
        int odd = 0;
        long key = HASH_SEED;
        boolean inKey = true;
        for (int at = from; at < to; at++) {
            byte b = query[at];
            if (b == '&') {
                odd |= inKey ? key(key) : 0;
                key = HASH_SEED;
                inKey = true;
                continue;
            }
            if (b == '=' && inKey) {
                odd |= key(key);
                inKey = false;
            } else if (b == ';') {
                odd |= RequestTrait.SEMICOLON_IN_QUERY.bit();
            } else if (b == '%' && at < to - 2 && isBrace(query[at + 1], query[at + 2])) {
                odd |= RequestTrait.RAW_BRACE_IN_QUERY.bit();
            }
            key = (key ^ b) * HASH_PRIME;
        }
        return odd | (inKey ? key(key) : 0);
    }

    /** Whether this is the log's own escape of a brace or bar: one that the viewer had encoded reads {@code %257B}. */
    private static boolean isBrace(byte high, byte low) {
        int letter = low | 0x20;
        return high == '7' && letter >= 'b' && letter <= 'd';
    }

    private int key(long hash) {
        // Nothing between two separators is no key.
        if (hash == HASH_SEED) {
            return 0;
        }
        for (int i = 0; i < keyCount; i++) {
            if (keys[i] == hash) {
                return RequestTrait.REPEATED_KEY.bit();
            }
        }
        if (keyCount < MOST_KEYS) {
            keys[keyCount++] = hash;
        }
        return 0;
    }
}
