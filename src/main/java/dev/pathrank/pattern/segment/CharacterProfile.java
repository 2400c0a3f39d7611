package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the characters of a segment, from one pass over its bytes. The class of a byte is looked up in a table,
 * because branches on it would be mispredicted. One profile is reused for many segments by one thread, so that counting
 * rows makes no object.
 */
public final class CharacterProfile {
    /** Letters and digits mixed over this many characters are treated as a secret (contract: "What is printed"). */
    private static final int TOKEN_LENGTH = 20;

    private static final int SHORTEST_WITH_VALUE = 9;

    /** The shortest run of hexadecimal digits that is a value of its own beside words. */
    static final int SHORTEST_HASH = 12;

    private static final byte NEITHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /** Bits of each of the seven counts that are packed into one number of {@link #COUNTS}. */
    private static final int COUNT_BITS = 9;

    /** The most bytes whose packed counts can be added up before a count overflows; also the mask of one count. */
    private static final int PIECE = (1 << COUNT_BITS) - 1;

    private static final long ONE_DIGIT = 1;
    private static final long ONE_LETTER = ONE_DIGIT << COUNT_BITS;
    private static final long ONE_HEX_LETTER = ONE_LETTER << COUNT_BITS;
    private static final long ONE_UPPER = ONE_HEX_LETTER << COUNT_BITS;
    private static final long ONE_SEPARATOR = ONE_UPPER << COUNT_BITS;
    private static final long ONE_POINT = ONE_SEPARATOR << COUNT_BITS;
    private static final long ONE_OTHER = ONE_POINT << COUNT_BITS;

    private static final long[] COUNTS = new long[256];
    private static final byte[] CLASSES = new byte[256];

    static {
        for (int c = 0; c < COUNTS.length; c++) {
            COUNTS[c] = counts(c);
            boolean letter = (COUNTS[c] & PIECE * ONE_LETTER) != 0;
            CLASSES[c] = COUNTS[c] == ONE_DIGIT ? DIGIT : letter ? LETTER : NEITHER;
        }
    }

    int digits;
    int letters;
    int separators;
    int points;
    int others;
    int digitsAtEnd;
    boolean email;
    private int hexLetters;
    private int upper;
    private int changes;
    /** Letters and marks of other scripts than ASCII; each is one of {@link #letters} too. */
    int foreign;

    /** The number of characters once they are decoded. */
    int characters;

    /** The parts of a segment; made when first needed. */
    private @Nullable SegmentParts parts;

    /** A part of the segment, for those who need to look at one without making an object. */
    final ByteSlice part = new ByteSlice();

    /** Counts another segment and forgets the one before. */
    CharacterProfile scan(ByteSlice segment) {
        reset();
        byte[] text = segment.array();
        int from = segment.from();
        int to = segment.to();
        int before = NEITHER;
        int lastNoDigit = from - 1;
        long counted = 0;
        int inPiece = 0;
        for (int i = from; i < to; i++) {
            int c = text[i] & 0xFF;
            if (c == '%' || c >= 0x80) {
                int character = EncodedCharacter.decode(text, i, to);
                i += EncodedCharacter.length(character) - 1;
                c = EncodedCharacter.codePoint(character);
                if (c >= 0x80) {
                    before = beyondAscii(c, before);
                    lastNoDigit = i;
                    continue;
                }
            }
            int now = CLASSES[c];
            changes += (now ^ before) == (LETTER ^ DIGIT) ? 1 : 0;
            lastNoDigit = now == DIGIT ? lastNoDigit : i;
            before = now;
            counted += COUNTS[c];
            inPiece++;
            if (inPiece == PIECE) {
                add(counted);
                counted = 0;
                inPiece = 0;
            }
        }
        add(counted);
        characters = digits + letters + separators + points + others;
        digitsAtEnd = to - 1 - lastNoDigit;
        email = others > 0 && isEmail(segment);
        return this;
    }

    /** Returns the object for the parts of segments with a value among other text; always the same. */
    SegmentParts parts() {
        SegmentParts made = parts;
        if (made == null) {
            made = new SegmentParts();
            parts = made;
        }
        return made;
    }

    private void reset() {
        digits = 0;
        letters = 0;
        hexLetters = 0;
        upper = 0;
        separators = 0;
        points = 0;
        others = 0;
        changes = 0;
        foreign = 0;
    }

    private void add(long counted) {
        digits += (int) (counted / ONE_DIGIT) & PIECE;
        letters += (int) (counted / ONE_LETTER) & PIECE;
        hexLetters += (int) (counted / ONE_HEX_LETTER) & PIECE;
        upper += (int) (counted / ONE_UPPER) & PIECE;
        separators += (int) (counted / ONE_SEPARATOR) & PIECE;
        points += (int) (counted / ONE_POINT) & PIECE;
        others += (int) (counted / ONE_OTHER) & PIECE;
    }

    private static long counts(int c) {
        if (c >= '0' && c <= '9') {
            return ONE_DIGIT;
        }
        int lower = c | 0x20;
        if (lower >= 'a' && lower <= 'z') {
            return ONE_LETTER + (lower <= 'f' ? ONE_HEX_LETTER : 0) + (c < 'a' ? ONE_UPPER : 0);
        }
        return switch (c) {
            case '-', '_', ',', '+' -> ONE_SEPARATOR;
            case '.' -> ONE_POINT;
            default -> ONE_OTHER;
        };
    }

    /** Counts a character beyond ASCII and returns its class. */
    private int beyondAscii(int point, int before) {
        if (!EncodedCharacter.isLetter(point)) {
            others++;
            return NEITHER;
        }
        letters++;
        foreign++;
        changes += before == DIGIT ? 1 : 0;
        return LETTER;
    }

    int hexDigits() {
        return hexLetters + digits;
    }

    /** Whether the segment may be a secret: long once it is decoded, with letters and digits mixed. */
    boolean isSecret() {
        return characters >= TOKEN_LENGTH && letters > 0 && digits > 0;
    }

    /** Whether the segment is words with hyphens between them, as titles are and keys are not. */
    boolean isWordy() {
        return separators >= 2 && upper <= 1 + separators && changes <= separators && letters > 2 * digits;
    }

    /**
     * Whether there is room for words and for a value that is no part of them: a UUID, a long hash, a version, which
     * has points. Of encoded digits fewer are long.
     *
     * @param length bytes of the segment
     */
    boolean mayHoldValue(int length) {
        boolean room = digits >= 3 && letters > 0 && separators + points > 0 && characters > SHORTEST_WITH_VALUE;
        return room && (points > 0 || hexDigits() >= SHORTEST_HASH || length > characters);
    }

    /** Whether letters and digits alternate too often, or there are too many digits, for a word with a number. */
    boolean isCode() {
        return digits >= 3 || changes >= 2;
    }

    /**
     * Whether the segment is a JSON Web Token: three parts of base64url, the first of which begins a JSON object (RFC
     * 7519).
     */
    boolean isJwt(ByteSlice segment) {
        return points == 2
                && others == 0
                && segment.length() >= TOKEN_LENGTH
                && segment.at(0) == 'e'
                && segment.at(1) == 'y'
                && segment.at(2) == 'J';
    }

    /**
     * Whether there is an at sign (raw or percent-encoded, perhaps several times) with text before it and a point
     * inside the text after it.
     */
    private static boolean isEmail(ByteSlice segment) {
        for (int i = 1; i < segment.length() - 1; i++) {
            int after = afterAtSign(segment, i);
            if (after > 0) {
                return hasPointInside(segment, after);
            }
        }
        return false;
    }

    private static int afterAtSign(ByteSlice segment, int i) {
        if (segment.at(i) == '@') {
            return i + 1;
        }
        if (segment.at(i) != '%') {
            return 0;
        }
        int code = i + 1;
        int length = segment.length();
        while (code + 1 < length && segment.at(code) == '2' && segment.at(code + 1) == '5') {
            code += 2;
        }
        return code + 1 < length && segment.at(code) == '4' && segment.at(code + 1) == '0' ? code + 2 : 0;
    }

    private static boolean hasPointInside(ByteSlice segment, int from) {
        for (int i = from + 1; i < segment.length() - 1; i++) {
            if (segment.at(i) == '.') {
                return true;
            }
        }
        return false;
    }
}
