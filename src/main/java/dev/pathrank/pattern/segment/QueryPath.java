package dev.pathrank.pattern.segment;

import java.util.Arrays;
import java.util.List;

/**
 * The two forms of a path with keys of its query. It is printed as it is called: {@code /api.php?action=list&op=x}. In
 * the tree, and wherever paths are matched, each key is a segment that begins with {@code ?}, and its value follows as
 * further segments, which fold as those of paths do: {@code /api.php/?action=/list/?op=/x}. No other segment begins
 * with {@code ?}, because in a path and in a value it is percent-encoded.
 */
public final class QueryPath {
    private static final char SIGN = '?';
    private static final String KEY = "/?";

    private QueryPath() {}

    /** Whether a segment is a key of the query. */
    public static boolean isKey(byte[] text, int from, int to) {
        return from < to && text[from] == SIGN;
    }

    /** Whether a printed pattern has a query. */
    public static boolean hasQuery(String printed) {
        return printed.indexOf(SIGN) >= 0;
    }

    /** Returns a printed pattern without its query. */
    public static String path(String printed) {
        int query = printed.indexOf(SIGN);
        return query < 0 ? printed : printed.substring(0, query);
    }

    /** Returns the query of a printed pattern without its {@code ?}; empty where it has none. */
    public static String query(String printed) {
        int query = printed.indexOf(SIGN);
        return query < 0 ? "" : printed.substring(query + 1);
    }

    /** Returns the keys of a printed pattern, in their order. */
    public static List<String> keys(String printed) {
        return hasQuery(printed)
                ? Arrays.stream(query(printed).split("&"))
                        .map(parameter -> parameter.replaceFirst("=.*", ""))
                        .toList()
                : List.of();
    }

    /** Returns the printed form of a path or pattern with keys as segments. */
    public static String printed(String segments) {
        int key = segments.indexOf(KEY);
        if (key < 0) {
            return segments;
        }
        StringBuilder printed = new StringBuilder(segments.length());
        printed.append(segments, 0, Math.max(1, key));
        for (char sign = SIGN; key >= 0; sign = '&') {
            int next = segments.indexOf(KEY, key + 1);
            int end = next < 0 ? segments.length() : next;
            int value = segments.indexOf('/', key + 1);
            int name = value < 0 || value > end ? end : value;
            printed.append(sign).append(segments, key + KEY.length(), name);
            printed.append(segments, Math.min(name + 1, end), end);
            key = next;
        }
        return printed.toString();
    }

    /**
     * Returns a printed path or pattern with its keys as segments.
     *
     * @throws IllegalArgumentException if its query is not a sequence of keys with values
     */
    public static String segments(String printed) {
        if (!hasQuery(printed)) {
            return printed;
        }
        String path = path(printed);
        StringBuilder segments = new StringBuilder(path.equals("/") ? "" : path);
        for (String parameter : query(printed).split("&", -1)) {
            int sign = parameter.indexOf('=');
            if (sign < 1 || parameter.indexOf(SIGN) >= 0) {
                throw new IllegalArgumentException("\"" + printed
                        + "\" has a query without key and value; use a form such as /api.php?action=<name>");
            }
            segments.append(KEY).append(parameter, 0, sign + 1);
            if (sign + 1 < parameter.length()) {
                segments.append('/').append(parameter, sign + 1, parameter.length());
            }
        }
        return segments.toString();
    }
}
