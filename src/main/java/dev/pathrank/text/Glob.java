package dev.pathrank.text;

import java.nio.charset.StandardCharsets;

/**
 * A glob pattern over bytes. {@code ?} matches one byte except a slash, {@code *} any number of such bytes, {@code **}
 * any number of any bytes. {@code /**}{@code /} also matches a single slash, so {@code /a/**}{@code /b} matches
 * {@code /a/b}. Every other byte matches itself.
 *
 * <p>The matcher is a bit-parallel automaton: all states that the text may have reached are the bits of a word, so each
 * byte of a text is examined once, whatever the glob and the text.
 */
public final class Glob {
    private static final byte SLASH = '/';
    private static final int BYTES = 256;

    // A state is a bit: bit 0 stands before the first byte of the glob, the last bit after the last byte.
    private final int words;
    private final int lastState;
    // States, per byte, from which that byte leads to the next state; the words of byte b begin at b * words.
    private final long[] step;
    private final long[] stayInSegment;
    private final long[] stayAnywhere;
    // States from which a slash also leads to the state after the next.
    private final long[] leap;

    private Glob(byte[] glob, boolean starCrossesSlash) {
        words = glob.length / Long.SIZE + 1;
        step = new long[BYTES * words];
        stayInSegment = new long[words];
        stayAnywhere = new long[words];
        leap = new long[words];
        lastState = compile(glob, starCrossesSlash);
    }

    /** Compiles a glob whose {@code *} does not match a slash. It is matched against UTF-8 bytes. */
    public static Glob ofPath(String glob) {
        // Repeated stars and /**/ mean the same as one; compile() handles only one between two slashes.
        String single = glob.replaceAll("\\*{3,}", "**").replaceAll("(/\\*\\*)+/", "/**/");
        return new Glob(single.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Compiles a glob whose {@code *} matches any bytes, as is usual for host names. */
    public static Glob ofHost(String glob) {
        return new Glob(glob.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Returns whether the whole text matches. */
    public boolean matches(ByteSlice text) {
        return words == 1 ? matchesInOneWord(text) : matchesInWords(text);
    }

    private int compile(byte[] glob, boolean starCrossesSlash) {
        int state = 0;
        int at = 0;
        while (at < glob.length) {
            int stars = starsAt(glob, at);
            if (stars == 0) {
                literal(glob[at++], state++);
                continue;
            }
            boolean crosses = stars > 1 || starCrossesSlash;
            set(crosses ? stayAnywhere : stayInSegment, state);
            boolean betweenSlashes =
                    crosses && at > 0 && glob[at - 1] == SLASH && at + stars < glob.length && glob[at + stars] == SLASH;
            if (betweenSlashes) {
                set(leap, state - 1);
            }
            at += stars;
        }
        return state;
    }

    private static int starsAt(byte[] glob, int at) {
        int end = at;
        while (end < glob.length && glob[end] == '*') {
            end++;
        }
        return end - at;
    }

    private void literal(byte b, int state) {
        if (b != '?') {
            setStep(b & 0xFF, state);
            return;
        }
        for (int any = 0; any < BYTES; any++) {
            if (any != SLASH) {
                setStep(any, state);
            }
        }
    }

    private void setStep(int b, int state) {
        step[b * words + state / Long.SIZE] |= 1L << state;
    }

    private static void set(long[] states, int state) {
        states[state / Long.SIZE] |= 1L << state;
    }

    private boolean matchesInOneWord(ByteSlice text) {
        byte[] bytes = text.array();
        int to = text.to();
        long reached = 1;
        for (int at = text.from(); at < to && reached != 0; at++) {
            byte b = bytes[at];
            long next = (reached & step[b & 0xFF]) << 1 | reached & stayAnywhere[0];
            next |= b == SLASH ? (reached & leap[0]) << 2 : reached & stayInSegment[0];
            reached = next;
        }
        return (reached >>> lastState & 1) != 0;
    }

    private boolean matchesInWords(ByteSlice text) {
        long[] reached = new long[words];
        reached[0] = 1;
        for (int at = 0; at < text.length(); at++) {
            // From the last word down, because each needs the lower word's old value.
            for (int word = words - 1; word >= 0; word--) {
                reached[word] = next(reached, word, text.at(at));
            }
        }
        return (reached[lastState / Long.SIZE] >>> lastState & 1) != 0;
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
