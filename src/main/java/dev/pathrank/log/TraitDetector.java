package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;

/**
 * Finds the {@linkplain RequestTrait traits} of a row. Most rows have none, which a search for three bytes shows
 * quickly.
 */
final class TraitDetector {
    /** Keys of a query that are compared with one another. */
    static final int MOST_KEYS = 32;

    private static final int ALB_REQUEST = 1 << 20;
    private static final int LAMBDA_REQUEST = 6 << 20;
    /** The longest request line and headers of the HTTP API (Amazon API Gateway developer guide, 2026). */
    private static final int HTTP_API_HEADERS = 10_240;

    private static final int LARGE_DIGITS = 5;
    private static final int PARTIAL_CONTENT = 206;
    private static final byte[] IMAGE = Bytes.ascii("image/");
    private static final byte[] VIDEO = Bytes.ascii("video/");
    private static final byte[] AUDIO = Bytes.ascii("audio/");
    private static final byte[] FONT = Bytes.ascii("font/");
    private static final int SHORTEST_MEDIA = FONT.length;
    private static final byte[] GET = Bytes.ascii("GET");
    private static final byte[] HEAD = Bytes.ascii("HEAD");
    private static final long HASH_SEED = 0xCBF29CE484222325L;
    private static final long HASH_PRIME = 0x100000001B3L;

    private final long[] keys = new long[MOST_KEYS];
    private int keyCount;

    /**
     * Returns the bits of the traits of a row.
     *
     * @param fields of the row; its query is still escaped as the log escapes it
     * @param row parsed except for its traits
     */
    int of(FieldRanges fields, Row row) {
        int traits = status(row);
        if (StaticEnding.is(row.path) || isMedia(fields) && StaticEnding.hasAny(row.path)) {
            traits |= RequestTrait.STATIC_FILE.bit();
        }
        // Only a path that contains a % was decoded, which moved it to another array.
        if (row.path.array() != fields.array()) {
            traits |= path(row.path);
        }
        if (fields.length(LogField.QUERY) > 1) {
            ByteSlice query = fields.get(LogField.QUERY);
            if (ByteSearch.indexOf((byte) '&', query) >= 0
                    || ByteSearch.indexOf((byte) '%', query) >= 0
                    || ByteSearch.indexOf((byte) ';', query) >= 0) {
                traits |= query(query);
            }
        }
        if (fields.length(LogField.BYTES_IN) >= LARGE_DIGITS) {
            traits |= request(fields.number(LogField.BYTES_IN), row.method);
        }
        return traits;
    }

    private static boolean isMedia(FieldRanges fields) {
        if (fields.length(LogField.CONTENT_TYPE) < SHORTEST_MEDIA) {
            return false;
        }
        return fields.startsWith(LogField.CONTENT_TYPE, IMAGE)
                || fields.startsWith(LogField.CONTENT_TYPE, VIDEO)
                || fields.startsWith(LogField.CONTENT_TYPE, AUDIO)
                || fields.startsWith(LogField.CONTENT_TYPE, FONT);
    }

    private static int status(Row row) {
        return switch (row.status) {
            case PARTIAL_CONTENT -> RequestTrait.RANGE.bit();
            case 301, 302, 303, 307, 308 -> row.originCall ? RequestTrait.REDIRECT.bit() : 0;
            default -> 0;
        };
    }

    private static int request(long bytes, ByteSlice method) {
        if (bytes > HTTP_API_HEADERS && (method.contentEquals(GET) || method.contentEquals(HEAD))) {
            return RequestTrait.LONG_HEADERS.bit();
        }
        if (bytes > LAMBDA_REQUEST) {
            return RequestTrait.REQUEST_OVER_6_MB.bit();
        }
        return bytes > ALB_REQUEST ? RequestTrait.REQUEST_OVER_1_MB.bit() : 0;
    }

    private static int path(ByteSlice path) {
        int traits = 0;
        for (int at = 0; at < path.length() - 2; at++) {
            if (path.at(at) == '%' && isHex(path.at(at + 1)) && isHex(path.at(at + 2))) {
                boolean slash = path.at(at + 1) == '2' && (path.at(at + 2) | 0x20) == 'f';
                traits |= slash ? RequestTrait.ENCODED_SLASH.bit() : RequestTrait.ENCODED_PATH.bit();
                at += 2;
            }
        }
        return traits;
    }

    private static boolean isHex(byte b) {
        int letter = b | 0x20;
        return b >= '0' && b <= '9' || letter >= 'a' && letter <= 'f';
    }

    private int query(ByteSlice query) {
        keyCount = 0;
        int traits = 0;
        long key = HASH_SEED;
        boolean inKey = true;
        for (int at = 0; at < query.length(); at++) {
            byte b = query.at(at);
            if (b == '&') {
                traits |= inKey ? key(key) : 0;
                key = HASH_SEED;
                inKey = true;
                continue;
            }
            if (b == '=' && inKey) {
                traits |= key(key);
                inKey = false;
            } else if (b == ';') {
                traits |= RequestTrait.SEMICOLON_IN_QUERY.bit();
            } else if (b == '%' && at < query.length() - 2 && isBrace(query.at(at + 1), query.at(at + 2))) {
                traits |= RequestTrait.RAW_BRACE_IN_QUERY.bit();
            }
            key = (key ^ b) * HASH_PRIME;
        }
        return traits | (inKey ? key(key) : 0);
    }

    /** Returns whether an escape of the log is a brace or bar. One that the viewer had encoded reads {@code %257B}. */
    private static boolean isBrace(byte high, byte low) {
        int letter = low | 0x20;
        return high == '7' && letter >= 'b' && letter <= 'd';
    }

    private int key(long hash) {
        // Two adjacent separators have no key between them.
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
