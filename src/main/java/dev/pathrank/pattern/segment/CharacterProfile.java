package dev.pathrank.pattern.segment;

/**
 * What one pass over a segment sees. What a byte counts for is looked up rather than asked, since no processor can foresee the answers. One is used for many
 * segments, one thread at a time, so that counting makes none.
 */
public final class CharacterProfile {
    /** Letters and digits mixed over this many characters are taken for a secret (contract: "What is printed"). */
    private static final int TOKEN_LENGTH = 20;

    private static final byte NEITHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /** Bits of each of the seven counts in a number of {@link #COUNTS}; so many bytes are added up before they are taken out. */
    private static final int COUNT_BITS = 9;

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
    private int escapes;

    /** Looks at another segment, and forgets the one before. */
    CharacterProfile at(byte[] text, int from, int to) {
        forget();
        int before = NEITHER;
        int lastNoDigit = from - 1;
        long counted = 0;
        int inPiece = 0;
        for (int i = from; i < to; i++) {
            int c = text[i] & 0xFF;
            if (beyondAscii(text, i, to)) {
                others++;
                escapes++;
                before = NEITHER;
                i += 2;
                lastNoDigit = i;
                continue;
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
        digitsAtEnd = to - 1 - lastNoDigit;
        email = others > 0 && emailAt(text, from, to);
        return this;
    }

    private void forget() {
        digits = 0;
        letters = 0;
        hexLetters = 0;
        upper = 0;
        separators = 0;
        points = 0;
        others = 0;
        changes = 0;
        escapes = 0;
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

    /** Whether a byte of another script stands here, percent-encoded; its digits and letters are none of the text. */
    private static boolean beyondAscii(byte[] text, int i, int to) {
        if (text[i] != '%' || i + 2 >= to) {
            return false;
        }
        int high = text[i + 1] | 0x20;
        int low = text[i + 2] | 0x20;
        boolean hex = low >= '0' && low <= '9' || low >= 'a' && low <= 'f';
        return hex && (high == '8' || high == '9' || high >= 'a' && high <= 'f');
    }

    int hexDigits() {
        return hexLetters + digits;
    }

    boolean secret(int length) {
        return length - 2 * escapes >= TOKEN_LENGTH && letters > 0 && digits > 0;
    }

    /** Words with hyphens between them, as titles have and keys do not. */
    boolean wordy() {
        return separators >= 2 && upper <= 1 + separators && changes <= separators && letters > 2 * digits;
    }

    /** Letters and digits that change places too often, or too many digits, for a word with a number. */
    boolean code() {
        return digits >= 3 || changes >= 2;
    }

    /** Three parts of base64url, the first of which begins a JSON object (RFC 7519). */
    boolean jwt(byte[] text, int from, int to) {
        return points == 2
                && others == 0
                && to - from >= TOKEN_LENGTH
                && text[from] == 'e'
                && text[from + 1] == 'y'
                && text[from + 2] == 'J';
    }

    /** Something, an at sign (raw or percent-encoded, perhaps several times), and something with a point inside. */
    private static boolean emailAt(byte[] text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            int after = afterAtSign(text, i, to);
            if (after > 0) {
                return pointInside(text, after, to);
            }
        }
        return false;
    }

    private static int afterAtSign(byte[] text, int i, int to) {
        if (text[i] == '@') {
            return i + 1;
        }
        if (text[i] != '%') {
            return 0;
        }
        int code = i + 1;
        while (code + 1 < to && text[code] == '2' && text[code + 1] == '5') {
            code += 2;
        }
        return code + 1 < to && text[code] == '4' && text[code + 1] == '0' ? code + 2 : 0;
    }

    private static boolean pointInside(byte[] text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text[i] == '.') {
                return true;
            }
        }
        return false;
    }
}
