package dev.pathrank.pattern.segment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words on the two sides of a colon, or before a semicolon and parameters, are, after one prefix. */
public enum ColonUse {
    /** Those before it are keys: {@code user:anna}, {@code team:core}, {@code account;sid=5}. */
    KEYS,
    /** Those behind a colon say what to do: {@code anna:start}; those before a semicolon are keys. */
    VERBS,
    /** Both are values: {@code 7:1202}, {@code harbour-inn;nights=2}. */
    VALUES;

    private static final Pattern COLON = Pattern.compile("[:;]|%3[ABab]");

    /** The most keys, or verbs, that a place has. */
    private static final int MOST = 12;

    /** Returns the use in some names, of which a place has few keys or few verbs. */
    public static ColonUse in(Collection<String> names) {
        Set<String> before = new HashSet<>();
        Set<String> behind = new HashSet<>();
        for (String name : names) {
            Matcher colon = COLON.matcher(name);
            if (colon.find() && colon.start() > 0) {
                before.add(name.substring(0, colon.start()));
                behind.add(name.substring(colon.end()));
            }
        }
        if (Math.min(before.size(), behind.size()) > MOST) {
            return VALUES;
        }
        return behind.size() > before.size() ? KEYS : VERBS;
    }
}
