package dev.pathrank.pattern.segment;

/** The step that tells keys before values, verbs behind them and endings from values. */
final class LiteralParts {
    private static final int LONGEST_KEY = 40;

    private final SegmentParts parts;

    LiteralParts(SegmentParts parts) {
        this.parts = parts;
    }

    /**
     * Tells keys, verbs and endings from values.
     *
     * @param file whether the segment ends in an extension
     */
    void mark(boolean file) {
        for (int i = 0; i < parts.count(); i++) {
            if (parts.type(i) == PartType.WORDS && isShort(i) && (isKey(i) || isVerb(i) || !file && isEnding(i))) {
                parts.markLiteral(i);
            }
        }
    }

    private boolean isShort(int part) {
        return parts.to(part) - parts.from(part) <= LONGEST_KEY;
    }

    /** Whether a value follows: {@code lat=}, {@code Orders(}, {@code order:} before anything but words. */
    private boolean isKey(int part) {
        if (parts.isSign(part + 1, '(')) {
            return part == 0 && part + 2 < parts.count();
        }
        if (parts.isSign(part + 1, '=')) {
            return part + 2 < parts.count() && !parts.hasDigits(part) && (part == 0 || beginsParameter(part - 1));
        }
        return part == 0
                && !parts.hasDigits(part)
                && parts.isSign(part + 1, ':')
                && part + 2 < parts.count()
                && parts.type(part + 2).isSlot()
                && parts.type(part + 2) != PartType.WORDS;
    }

    private boolean beginsParameter(int sign) {
        return parts.isSign(sign, ';') || parts.isSign(sign, ',') || parts.isSign(sign, '(') || parts.isSign(sign, '&');
    }

    /** Whether this is the word behind a value that says what to do with it: {@code 42:cancel}. */
    private boolean isVerb(int part) {
        return part == parts.count() - 1
                && isVerbText(part)
                && parts.isSign(part - 1, ':')
                && part > 1
                && parts.type(part - 2).isSlot()
                && parts.hasDigits(part - 2);
    }

    private boolean isVerbText(int part) {
        for (int i = parts.from(part); i < parts.to(part); i++) {
            if (((parts.text()[i] | 0x20) < 'a' || (parts.text()[i] | 0x20) > 'z')
                    && parts.text()[i] != '-'
                    && parts.text()[i] != '_') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is an ending behind a value: {@code 1.2.3.gem}. */
    private boolean isEnding(int part) {
        return part == parts.count() - 1
                && !parts.hasDigits(part)
                && parts.isSign(part - 1, '.')
                && part > 1
                && parts.type(part - 2).isStrong();
    }
}
