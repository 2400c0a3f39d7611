package dev.pathrank.tally.query;

import dev.pathrank.pattern.segment.SegmentKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of one key in the queries of a path. */
final class KeyUses {
    /** The most values that can be kinds of calls, and the sampled calls that each has on average at least. */
    private static final int MOST_VALUES = 64;

    private static final int CALLS_OF_A_VALUE = 5;

    /** Percent of the path's calls that have the key, and of its values that are words, at least. */
    private static final int NEARLY_ALL = 90;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,31}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z](?:[A-Za-z_./:-]|%2[Ff]){1,63}\\d{0,2}");

    /** Keys that choose how an answer looks and not what is done. */
    private static final Set<String> PRESENTATION = Set.of(
            "callback",
            "country",
            "currency",
            "dir",
            "format",
            "hl",
            "jsonp",
            "lang",
            "language",
            "lc",
            "locale",
            "order",
            "orderby",
            "output",
            "platform",
            "region",
            "ref",
            "size",
            "sort",
            "sortby",
            "source",
            "theme",
            "tz",
            "v",
            "ver",
            "version",
            "view");

    private final Map<String, Integer> callsByValue = new HashMap<>();
    private int calls;
    private int words;

    /** Returns the uses of each key that could be one of {@code --query-key}, by its name. */
    static SortedMap<String, KeyUses> of(List<String> queries) {
        SortedMap<String, KeyUses> uses = new TreeMap<>();
        for (String query : queries) {
            Set<String> seen = new HashSet<>();
            for (String parameter : query.split("&")) {
                int sign = parameter.indexOf('=');
                String key = sign < 0 ? parameter : parameter.substring(0, sign);
                if (NAME.matcher(key).matches() && seen.add(key)) {
                    uses.computeIfAbsent(key, unseen -> new KeyUses()).add(parameter.substring(sign + 1));
                }
            }
        }
        uses.keySet().removeIf(KeyUses::isPresentation);
        return uses;
    }

    private static boolean isPresentation(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return PRESENTATION.contains(lower)
                || lower.startsWith("utm_")
                || SegmentKind.isSecret(key.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void add(String value) {
        calls++;
        words += WORD.matcher(value).matches() ? 1 : 0;
        callsByValue.merge(value, 1, Integer::sum);
    }

    /** Returns the number of distinct values. */
    int values() {
        return callsByValue.size();
    }

    /** Returns the calls that have the key. */
    int calls() {
        return calls;
    }

    /** Whether the key splits the calls of its path into few kinds, none of which is nearly all. */
    boolean split(int of) {
        int largest =
                callsByValue.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return values() > 1
                && values() <= MOST_VALUES
                && values() * CALLS_OF_A_VALUE <= calls
                && isNearlyAll(calls, of)
                && isNearlyAll(words, calls)
                && !isNearlyAll(largest, calls);
    }

    private static boolean isNearlyAll(int part, int all) {
        return 100L * part >= (long) NEARLY_ALL * all;
    }
}
