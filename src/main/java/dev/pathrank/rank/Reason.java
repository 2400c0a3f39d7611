package dev.pathrank.rank;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason why an endpoint has its place in the order, or none.
 *
 * @param kind what it is about
 * @param words in which every report says it; without {@code "; "}, which separates reasons
 */
public record Reason(Kind kind, String words) {
    /** What stands before the reasons of an endpoint that needs redesign. */
    public static final String NEEDS_REDESIGN = "needs redesign: ";

    private static final String SEPARATOR = "; ";

    /** What a reason is about. */
    public enum Kind {
        READ_ONLY(false),
        /** A read that is named like an action. */
        MAY_CHANGE_DATA(true),
        CHANGES_DATA(true),
        /** How complex people say that it is. */
        DECLARED(false),
        /** Its place by origin calls, which reports show in a column too. */
        PLACE(false),
        /** Calls that do not reach the origin. */
        NOT_AT_ORIGIN(false),
        FAST(false),
        MIDDLING(false),
        SLOW(true),
        UNEVEN_LOAD(true),
        STEADY_LOAD(false),
        DURATIONS_VARY(true),
        SENSITIVE(true),
        /** Much of all traffic would move at once. */
        LARGE_SHARE(true),
        MANY_PLACEHOLDERS(true),
        VIEWERS_LEFT(true),
        SERVER_ERRORS(true),
        /** A part of the score had no data. */
        UNKNOWN(true),
        /** Needs redesign; see {@link Blocker#needsRedesign}. */
        REDESIGN(true),
        /** Has no place for another reason. */
        NO_CANDIDATE(false);

        private final boolean attention;

        Kind(boolean attention) {
            this.attention = attention;
        }

        /** Returns whether it speaks against an early move. */
        public boolean needsAttention() {
            return attention;
        }
    }

    /** Returns the words of all reasons, such as {@code needs redesign: p99 41 s; answers up to 7 MB}. */
    public static String sentence(List<Reason> reasons) {
        boolean redesign = reasons.stream().anyMatch(reason -> reason.kind == Kind.REDESIGN);
        return (redesign ? NEEDS_REDESIGN : "") + joined(reasons);
    }

    /** Returns the same without saying that it needs redesign. */
    public static String joined(List<Reason> reasons) {
        return reasons.stream().map(Reason::words).collect(Collectors.joining(SEPARATOR));
    }
}
