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
        String shown = QueryPath.printed(of(end == path.to() ? path : new ByteSlice(path.array(), path.from(), end)));
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
        switch (masking(profile, kind, segment)) {
            case NOTHING -> shown.append(PercentEncoder.of(segment));
            case ALL -> shown.append(SegmentKind.placeholder(kind));
            case VALUES -> appendParts(shown, segment, profile.parts());
        }
    }

    private static void appendParts(StringBuilder shown, ByteSlice segment, SegmentParts parts) {
        ByteSlice part = new ByteSlice();
        for (int i = 0; i < parts.count(); i++) {
            if (parts.isSecret(i)) {
                shown.append('<').append(parts.type(i).placeholder()).append('>');
            } else {
                shown.append(PercentEncoder.of(part.set(segment.array(), parts.from(i), parts.to(i))));
            }
        }
    }

    /** Returns a segment in printable form with what must not be shown masked: {@code report-<uuid>.csv}. */
    public static String ofSegment(byte[] text) {
        StringBuilder shown = new StringBuilder(text.length);
        append(shown, ByteSlice.of(text), new CharacterProfile());
        return shown.toString();
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
            int kind = SegmentKind.of(profile, segment);
            Masking masking = masking(profile, kind, segment);
            hashed = PathHash.with(hashed, shownHash(profile, masking, kind, segment, PathHash.ofSegment(segment)));
            more = end < path.to();
            at = end + 1;
        }
        return hashed;
    }

    /** What of a segment must not be shown. */
    public enum Masking {
        /** All may be shown. */
        NOTHING,
        /** Nothing may be shown. */
        ALL,
        /** Values in it must not be shown, the text around them may. */
        VALUES
    }

    /**
     * Returns what of a segment must not be shown.
     *
     * @param profile overwritten, so that asking makes no object
     */
    public static Masking masking(CharacterProfile profile, int kind, ByteSlice text) {
        if (SegmentKind.hasParts(kind)) {
            SegmentParts parts = profile.parts().scan(text, SegmentKind.extension(kind));
            return parts.markSecrets(profile) ? Masking.VALUES : Masking.NOTHING;
        }
        return switch (SegmentKind.shape(kind)) {
            case UUID, TOKEN, TITLE, EMAIL -> Masking.ALL;
            case HEX, FILE -> SegmentKind.isSecret(profile, text) ? Masking.ALL : Masking.NOTHING;
            default -> Masking.NOTHING;
        };
    }

    /**
     * Returns the hash of a segment, in which what must not be shown counts by its type alone.
     *
     * @param profile overwritten, so that hashing makes no object
     * @param masking of the segment
     * @param hash of the segment with all its text
     */
    public static long shownHash(CharacterProfile profile, Masking masking, int kind, ByteSlice text, long hash) {
        return switch (masking) {
            case NOTHING -> hash;
            case ALL -> kind;
            case VALUES -> {
                SegmentParts parts = profile.parts().scan(text, SegmentKind.extension(kind));
                parts.markSecrets(profile);
                yield parts.shownHash();
            }
        };
    }
}
