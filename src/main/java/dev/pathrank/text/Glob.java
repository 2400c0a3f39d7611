package dev.pathrank.text;

import java.nio.charset.StandardCharsets;

/**
 * A glob over bytes. {@code ?} is any one byte but a slash, {@code *} any number of them, {@code **} any number of any
 * bytes; {@code /**}{@code /} also matches a single slash, so that {@code /a/**}{@code /b} takes {@code /a/b}.
 * Everything else is itself.
 *
 * <p>All places in the glob that the text may have reached are followed at once, as the bits of a word, so a text is
 * looked at exactly once whatever the glob: no path can make this slow.
 */
public final class Glob {
    private static final byte SLASH = '/';
    private static final int BYTES = 256;

    // A place is a bit: bit 0 stands before the first byte of the glob, the last bit after its last.
    private final int words;
    private final int lastPlace;
    // Places, per byte, from which that byte leads to the next place; byte b's words begin at b * words.
    private final long[] step;
    private final long[] stayInSegment;
    private final long[] stayAnywhere;
    // Places from which a slash also leads to the place after the next.
    private final long[] leap;

    private Glob(byte[] glob, boolean starCrossesSlash) {
        words = glob.length / Long.SIZE + 1;
        step = new long[BYTES * words];
        stayInSegment = new long[words];
        stayAnywhere = new long[words];
        leap = new long[words];
        lastPlace = compile(glob, starCrossesSlash);
    }

    /** A glob over paths, as its UTF-8 bytes. */
    public static Glob ofPath(String glob) {
        // Several in a row mean the same as one, and only one can be leapt over with a single slash.
        String single = glob.replaceAll("\\*{3,}", "**").replaceAll("(/\\*\\*)+/", "/**/");
        return new Glob(single.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A glob over host names, in which one star is enough to stand for several labels. */
    public static Glob ofHost(String glob) {
        return new Glob(glob.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Whether the whole range matches. */
    public boolean matches(byte[] text, int from, int to) {
        return words == 1 ? matchesInOneWord(text, from, to) : matchesInWords(text, from, to);
    }

    private int compile(byte[] glob, boolean starCrossesSlash) {
        int place = 0;
        int at = 0;
        while (at < glob.length) {
            int stars = starsAt(glob, at);
            if (stars == 0) {
                literal(glob[at++], place++);
                continue;
            }
            boolean crosses = stars > 1 || starCrossesSlash;
            set(crosses ? stayAnywhere : stayInSegment, place);
            boolean betweenSlashes =
                    crosses && at > 0 && glob[at - 1] == SLASH && at + stars < glob.length && glob[at + stars] == SLASH;
            if (betweenSlashes) {
                set(leap, place - 1);
            }
            at += stars;
        }
        return place;
    }

    private static int starsAt(byte[] glob, int at) {
        int end = at;
        while (end < glob.length && glob[end] == '*') {
            end++;
        }
        return end - at;
    }

    private void literal(byte b, int place) {
        if (b != '?') {
            setStep(b & 0xFF, place);
            return;
        }
        for (int any = 0; any < BYTES; any++) {
            if (any != SLASH) {
                setStep(any, place);
            }
        }
    }

    private void setStep(int b, int place) {
        step[b * words + place / Long.SIZE] |= 1L << place;
    }

    private static void set(long[] places, int place) {
        places[place / Long.SIZE] |= 1L << place;
    }

    private boolean matchesInOneWord(byte[] text, int from, int to) {
        long reached = 1;
        for (int at = from; at < to && reached != 0; at++) {
            byte b = text[at];
            long next = (reached & step[b & 0xFF]) << 1 | reached & stayAnywhere[0];
            next |= b == SLASH ? (reached & leap[0]) << 2 : reached & stayInSegment[0];
            reached = next;
        }
        return (reached >>> lastPlace & 1) != 0;
    }

    private boolean matchesInWords(byte[] text, int from, int to) {
        long[] reached = new long[words];
        reached[0] = 1;
        for (int at = from; at < to; at++) {
            // From the last word down, so that each still finds its lower neighbour as it was.
            for (int word = words - 1; word >= 0; word--) {
                reached[word] = next(reached, word, text[at]);
            }
        }
        return (reached[lastPlace / Long.SIZE] >>> lastPlace & 1) != 0;
    }

    private long next(long[] reached, int word, byte b) {
        int steps = (b & 0xFF) * words + word;
        long here = reached[word];
        long below = word == 0 ? 0 : reached[word - 1];
        long belowSteps = word == 0 ? 0 : step[steps - 1];
        long next = (here & step[steps]) << 1 | (below & belowSteps) >>> 63 | here & stayAnywhere[word];
        if (b != SLASH) {
            return next | here & stayInSegment[word];
        }
        return next | (here & leap[word]) << 2 | (word == 0 ? 0 : (below & leap[word - 1]) >>> 62);
    }
}
