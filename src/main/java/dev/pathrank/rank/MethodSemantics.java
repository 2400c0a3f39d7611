package dev.pathrank.rank;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What the method of a request says about how it moves (RFC 9110, section 9.2.1). */
public final class MethodSemantics {
    /** Words of links in mails and pages that do what they say. */
    private static final Set<String> ACTIONS = Set.of(
            "confirm",
            "confirmation",
            "verify",
            "verification",
            "reset",
            "logout",
            "signout",
            "unsubscribe",
            "activate");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private MethodSemantics() {}

    /** Returns whether the RFC calls the method safe: it asks for no change. */
    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /** Returns whether the method asks for a representation and changes nothing: GET and HEAD. */
    public static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /**
     * Returns whether a path names an action, such as {@code /logout} or {@code /confirm/<token>}: a GET of it changes
     * data, whatever HTTP says of GET.
     */
    public static boolean mayChangeData(String pattern) {
        return Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("[/._?=&-]"))
                .anyMatch(ACTIONS::contains);
    }

    /**
     * Returns whether the method has no endpoint of its own but moves with the other methods of a path: HEAD and
     * OPTIONS.
     */
    public static boolean isCompanion(String method) {
        return method.equals("HEAD") || method.equals("OPTIONS");
    }
}
