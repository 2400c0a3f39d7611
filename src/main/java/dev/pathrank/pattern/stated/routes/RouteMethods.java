package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.StatedPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The request methods in routes files. */
final class RouteMethods {
    /** The IANA registry of methods (2024), PURGE of caches and QUERY (draft-ietf-httpbis-safe-method-w-body). */
    private static final Set<String> KNOWN =
            Set.of(("ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT CONNECT COPY DELETE GET HEAD"
                            + " LABEL LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE "
                            + "MOVE OPTIONS"
                            + " ORDERPATCH PATCH POST PRI PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT "
                            + "SEARCH TRACE UNBIND"
                            + " UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL")
                    .split(" "));

    private static final Set<String> ANY = Set.of("*", "ANY", "ALL", "");

    private RouteMethods() {}

    /** Whether a word, in any letter case, is a method or stands for every method. */
    static boolean isMethod(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return KNOWN.contains(upper) || ANY.contains(upper);
    }

    /** Returns the methods in {@code GET|POST}, {@code GET,POST} or {@code GET, POST}. */
    static List<String> split(String methods) {
        return Arrays.stream(methods.strip().split("[\\s|,/;+]+"))
                .filter(method -> !method.isEmpty())
                .toList();
    }

    /**
     * Returns the methods in upper case, each once; {@link StatedPattern#ANY_METHOD} alone where there is none or one
     * stands for all.
     */
    static List<String> normal(List<String> methods) {
        List<String> upper = methods.stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        return upper.isEmpty() || upper.stream().anyMatch(ANY::contains) ? List.of(StatedPattern.ANY_METHOD) : upper;
    }
}
