package dev.pathrank.log.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A glob over request paths: {@code *} and {@code ?} stay within a segment, {@code **} crosses slashes, and {@code /**}{@code /} may
 * stand for a single slash. It matches whole paths in their wire form.
 *
 * <p>Rows come from strangers and paths are up to 8 KB, so matching never backtracks: all positions of the glob that the path may
 * have reached are kept as bits and moved on together, one step a byte.
 */
public final class PathGlob {
    private static final int BITS = 64;
    private static final int SLASH = '/';

    private final String glob;
    private final List<Token> tokens;
    private final int words;

    private PathGlob(String glob, List<Token> tokens) {
        this.glob = glob;
        this.tokens = tokens;
        this.words = tokens.size() / BITS + 1;
    }

    /**
     * @throws IllegalArgumentException if no path could match; the message says what a glob looks like
     */
    public static PathGlob of(String glob) {
        if (!glob.startsWith("/") && !glob.startsWith("*") && !glob.startsWith("?")) {
            throw new IllegalArgumentException(
                    "a path glob begins with '/' or '*', such as '/api/**' or '**.php', but it was '" + glob + "'");
        }
        return new PathGlob(glob, tokens(glob.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the whole of {@code path} from {@code from} to {@code to} is matched. */
    public boolean matches(byte[] path, int from, int to) {
        long[] reached = new long[words];
        long[] next = new long[words];
        reach(reached, 0);
        for (int at = from; at < to; at++) {
            if (!step(reached, next, path[at])) {
                return false;
            }
            long[] swap = reached;
            reached = next;
            next = swap;
        }
        return has(reached, tokens.size());
    }

    private boolean step(long[] reached, long[] next, byte value) {
        boolean any = false;
        Arrays.fill(next, 0);
        for (int word = 0; word < words; word++) {
            for (long left = reached[word]; left != 0; left &= left - 1) {
                int position = word * BITS + Long.numberOfTrailingZeros(left);
                any |= position < tokens.size() && advance(next, position, value);
            }
        }
        return any;
    }

    private boolean advance(long[] next, int position, byte value) {
        Token token = tokens.get(position);
        if (!token.takes(value)) {
            return false;
        }
        reach(next, token.repeats() ? position : position + 1);
        if (token.kind() == Kind.SLASH_BEFORE_FOLDERS) {
            reach(next, position + 3);
        }
        return true;
    }

    /** Marks a position, and the one behind it where a star may stand for nothing. */
    private void reach(long[] positions, int position) {
        positions[position / BITS] |= 1L << position % BITS;
        if (position < tokens.size() && tokens.get(position).repeats()) {
            reach(positions, position + 1);
        }
    }

    private static boolean has(long[] positions, int position) {
        return (positions[position / BITS] & 1L << position % BITS) != 0;
    }

    private static List<Token> tokens(byte[] glob) {
        List<Token> tokens = new ArrayList<>(glob.length);
        for (int at = 0; at < glob.length; at++) {
            if (glob[at] == '*') {
                int end = at;
                while (end < glob.length && glob[end] == '*') {
                    end++;
                }
                tokens.add(new Token(end - at > 1 ? Kind.ANY_PATH : Kind.ANY_TEXT, (byte) 0));
                at = end - 1;
            } else {
                tokens.add(single(glob, at));
            }
        }
        return List.copyOf(tokens);
    }

    private static Token single(byte[] glob, int at) {
        if (glob[at] == '?') {
            return new Token(Kind.ANY_BYTE, (byte) 0);
        }
        boolean folders = at + 3 < glob.length
                && glob[at] == SLASH
                && glob[at + 1] == '*'
                && glob[at + 2] == '*'
                && glob[at + 3] == SLASH;
        return new Token(folders ? Kind.SLASH_BEFORE_FOLDERS : Kind.LITERAL, glob[at]);
    }

    @Override
    public String toString() {
        return glob;
    }

    private enum Kind {
        LITERAL,
        /** The first slash of {@code /**}{@code /}, which may be the only one. */
        SLASH_BEFORE_FOLDERS,
        ANY_BYTE,
        ANY_TEXT,
        ANY_PATH
    }

    private record Token(Kind kind, byte literal) {
        boolean repeats() {
            return kind == Kind.ANY_TEXT || kind == Kind.ANY_PATH;
        }

        boolean takes(byte value) {
            return switch (kind) {
                case LITERAL, SLASH_BEFORE_FOLDERS -> value == literal;
                case ANY_BYTE, ANY_TEXT -> value != SLASH;
                case ANY_PATH -> true;
            };
        }
    }
}
