package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;

/** Paths as they may be shown: e-mail addresses and possible secrets are replaced by the placeholder of their kind. */
public final class MaskedPath {
    /** The most characters of an example: every leaf of the tree holds one, and a path may have 8 KB. */
    private static final int LONGEST_EXAMPLE = 512;

    private static final String ELLIPSIS = "...";

    private MaskedPath() {}

    /** Returns what {@link #of} returns, cut to a beginning that ends in {@code ...} where the path is very long. */
    public static String example(ByteSlice path) {
        int end = Math.min(path.to(), endOfExample(path));
        String shown = of(end == path.to() ? path : new ByteSlice(path.array(), path.from(), end));
        return shown.length() <= LONGEST_EXAMPLE ? shown : cut(shown) + ELLIPSIS;
    }

    // The end of the segment in which an example becomes too long; a segment must be classified as a whole.
    private static int endOfExample(ByteSlice path) {
        int end = path.from() + LONGEST_EXAMPLE;
        return end < path.to() ? PathHash.slash(path, end) : end;
    }

    /** Returns a path in printable form with what must not be shown masked: {@code /reset/<token>}. */
    public static String of(ByteSlice path) {
        StringBuilder shown = new StringBuilder(path.length());
        ByteSlice segment = new ByteSlice();
        CharacterProfile profile = new CharacterProfile();
        int at = path.from();
        while (at <= path.to()) {
            int end = PathHash.slash(path, at);
            append(shown, segment.set(path.array(), at, end), profile);
            if (end < path.to()) {
                shown.append('/');
            }
            at = end + 1;
        }
        return shown.toString();
    }

    private static String cut(String shown) {
        int escape = shown.lastIndexOf('%', LONGEST_EXAMPLE - 1);
        return shown.substring(0, escape >= 0 && escape > LONGEST_EXAMPLE - 3 ? escape : LONGEST_EXAMPLE);
    }

    private static void append(StringBuilder shown, ByteSlice segment, CharacterProfile profile) {
        int kind = SegmentKind.of(profile, segment);
        if (hides(profile, SegmentKind.shape(kind), segment)) {
            shown.append(SegmentKind.placeholder(kind));
        } else {
            shown.append(PercentEncoder.of(segment));
        }
    }

    /**
     * Returns the hash of a whole path, in which what must not be shown counts by its shape alone.
     *
     * @param profile overwritten, so that hashing makes no object
     * @param segment overwritten, so that hashing makes no object
     */
    public static long hash(ByteSlice path, CharacterProfile profile, ByteSlice segment) {
        long hashed = PathHash.START;
        int at = path.isEmpty() || path.at(0) != '/' ? path.from() : path.from() + 1;
        for (boolean more = at < path.to(); more; ) {
            int end = PathHash.slash(path, at);
            segment.set(path.array(), at, end);
            Shape shape = SegmentKind.shape(SegmentKind.of(profile, segment));
            hashed = PathHash.with(hashed, shape, PathHash.ofSegment(segment), hides(profile, shape, segment));
            more = end < path.to();
            at = end + 1;
        }
        return hashed;
    }

    /**
     * Whether a segment must not be shown.
     *
     * @param profile overwritten, so that asking makes no object
     */
    public static boolean hides(CharacterProfile profile, Shape shape, ByteSlice text) {
        return switch (shape) {
            case UUID, TOKEN, TITLE, EMAIL -> true;
            case HEX, FILE -> SegmentKind.isSecret(profile, text);
            default -> false;
        };
    }
}
