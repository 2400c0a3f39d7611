package dev.pathrank.pattern.segment;

/**
 * The punctuation of titles, as pages of a wiki have it in their names: {@code Mercury_(planet)}, {@code Lyon,_France},
 * {@code Baker's_dozen}. It joins words as hyphens do. The same signs directly before or behind a value separate:
 * {@code Orders(5)}, {@code a,b}, {@code key:value}.
 */
final class TitleSigns {
    /** The most signs between two words of a title. */
    private static final int MOST = 3;

    private TitleSigns() {}

    /**
     * Returns the part at which a title goes on behind its words: the next words or number, or the end of the parts
     * behind closing brackets. Returns -1 where it does not go on.
     *
     * @param from the first part behind the words
     * @param opened whether a bracket was opened among them
     */
    static int next(SegmentParts parts, int from, boolean opened) {
        boolean joined = false;
        for (int at = from; at < parts.count() && at <= from + MOST; at++) {
            if (parts.isWordOrNumber(at)) {
                return joined || at == from + 1 && parts.isSign(from, '\'') ? at : -1;
            }
            joined |= parts.isJoiner(at);
            boolean inWord = at == from && parts.isSign(at, '\'') && parts.isWordOrNumber(at + 1);
            if (!inWord && !parts.isJoiner(at) && !isPunctuation(parts, at, from, opened)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether brackets stand after a joiner, other signs before one, and closing brackets behind an opening one. */
    private static boolean isPunctuation(SegmentParts parts, int at, int from, boolean opened) {
        if (parts.type(at) != PartType.SIGN) {
            return false;
        }
        return switch (parts.sign(at)) {
            case '(' -> at > from && parts.isJoiner(at - 1);
            case ')' -> opened;
            case ',', ':', '&', '"', '\'' -> parts.isJoiner(at + 1) || at > from && parts.isJoiner(at - 1);
            default -> false;
        };
    }
}
