package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.PercentDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The keys of the query that the user made part of endpoints. It adds those that a request has to its path, in the form
 * of {@link QueryPath} and in the order in which the user gave them. Used by one thread at a time; makes no object per
 * request.
 */
public final class QueryKeys {
    /** The most keys that a tree tells apart below one path. */
    private static final int MOST = 16;

    private static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]:$]{1," + LONGEST + "}");
    private static final byte[] ENCODED_SIGN = Bytes.ascii("%3F");

    private final byte[][] names;
    private final byte[][] segments;
    /** Begin and end of the value of each key in the current query; a begin of -1 stands for none. */
    private final int[] from;

    private final int[] to;
    private final ByteSlice target = new ByteSlice();
    private byte[] buffer = new byte[256];
    private int length;

    /** @param keys as {@link #require} accepts them */
    public QueryKeys(List<String> keys) {
        names = keys.stream().map(Bytes::ascii).toArray(byte[][]::new);
        segments = keys.stream().map(key -> Bytes.ascii("/?" + key + "=")).toArray(byte[][]::new);
        from = new int[names.length];
        to = new int[names.length];
    }

    /**
     * Checks the keys of the user.
     *
     * @throws IllegalArgumentException if one cannot be a key, is there twice, or they are too many
     */
    public static void require(List<String> keys) {
        for (String key : keys) {
            if (!NAME.matcher(key).matches()) {
                throw new IllegalArgumentException("--query-key \"" + key
                        + "\" is not the name of a query key; give one such as action, of at most " + LONGEST
                        + " letters, digits and _ - . : $ [ ], without ? and =");
            }
            if (keys.indexOf(key) != keys.lastIndexOf(key)) {
                throw new IllegalArgumentException("--query-key " + key + " is given twice; give it once");
            }
        }
        if (keys.size() > MOST) {
            throw new IllegalArgumentException(
                    "--query-key is given " + keys.size() + " times; give at most " + MOST + " keys");
        }
    }

    /**
     * Checks that a path or pattern that the user stated names no other keys, and names them in their order.
     *
     * @param printed such as {@code /api.php?action=<name>}
     * @throws IllegalArgumentException if it does; the message says what to do
     */
    public static void requireKnown(String printed, List<String> keys) {
        if (!QueryPath.hasQuery(printed)) {
            return;
        }
        int last = -1;
        for (String key : QueryPath.keys(printed)) {
            int place = keys.indexOf(key);
            if (place < 0) {
                throw new IllegalArgumentException("\"" + printed + "\" names the query key \"" + key
                        + "\", which is not part of endpoints; add --query-key " + key);
            }
            if (place <= last) {
                throw new IllegalArgumentException("\"" + printed + "\" names its query keys in another order than"
                        + " --query-key does; write them in the order " + String.join(", ", keys));
            }
            last = place;
        }
        QueryPath.segments(printed);
    }

    /** Whether there are no keys. */
    public boolean isEmpty() {
        return names.length == 0;
    }

    /**
     * Returns the path of a request with the keys that its query has; the path itself where it has none. Valid until
     * the next call.
     *
     * @param query without {@code ?}, as it was on the wire
     */
    public ByteSlice of(ByteSlice path, ByteSlice query) {
        if (query.isEmpty() || !find(query)) {
            return path;
        }
        length = 0;
        boolean root = path.length() == 1 && path.at(0) == '/';
        if (!root) {
            append(path.array(), path.from(), path.to());
        }
        for (int key = 0; key < names.length; key++) {
            if (from[key] >= 0) {
                append(segments[key], 0, segments[key].length);
                if (from[key] < to[key]) {
                    appendValue(query.array(), from[key], to[key]);
                }
            }
        }
        return target.set(buffer, 0, length);
    }

    /** Finds the first value of each key, and whether there is any. */
    private boolean find(ByteSlice query) {
        Arrays.fill(from, -1);
        byte[] text = query.array();
        int missing = names.length;
        int at = query.from();
        while (at <= query.to() && missing > 0) {
            int end = indexOf('&', text, at, query.to());
            int sign = indexOf('=', text, at, end);
            int key = key(text, at, sign);
            if (key >= 0 && from[key] < 0) {
                from[key] = Math.min(sign + 1, end);
                to[key] = end;
                missing--;
            }
            at = end + 1;
        }
        return missing < names.length;
    }

    private static int indexOf(char sign, byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != sign) {
            at++;
        }
        return at;
    }

    private int key(byte[] text, int start, int end) {
        for (int key = 0; key < names.length; key++) {
            if (isName(names[key], text, start, end)) {
                return key;
            }
        }
        return -1;
    }

    /** Whether a key, of which a client may have percent-encoded any character, has a name. */
    private static boolean isName(byte[] name, byte[] text, int start, int end) {
        int at = start;
        for (byte expected : name) {
            if (at >= end) {
                return false;
            }
            int escaped = at + 2 < end ? PercentDecoder.escaped(text, at) : -1;
            if ((escaped < 0 ? text[at] : (byte) escaped) != expected) {
                return false;
            }
            at += escaped < 0 ? 1 : 3;
        }
        return at == end;
    }

    /** Appends a value as segments: servers take {@code site%2Flogin} for {@code site/login}. */
    private void appendValue(byte[] text, int start, int end) {
        buffer = grown(2 + 3 * (end - start));
        buffer[length++] = '/';
        for (int at = start; at < end; at++) {
            int escaped = at + 2 < end ? PercentDecoder.escaped(text, at) : -1;
            if (escaped == '/') {
                buffer[length++] = '/';
                at += 2;
            } else if (text[at] == '?') {
                append(ENCODED_SIGN, 0, ENCODED_SIGN.length);
            } else {
                buffer[length++] = text[at];
            }
        }
    }

    private void append(byte[] text, int start, int end) {
        buffer = grown(end - start);
        System.arraycopy(text, start, buffer, length, end - start);
        length += end - start;
    }

    private byte[] grown(int more) {
        return length + more <= buffer.length ? buffer : Arrays.copyOf(buffer, 2 * (length + more));
    }
}
