package dev.pathrank.pattern.segment;

/** The step that makes one part of the parts of a UUID, an address, a date, a version or a decimal number. */
final class ValueJoiner {
    /** The fewest pairs of hexadecimal digits of a hardware address. */
    private static final int LEAST_PAIRS = 6;

    /** The most hexadecimal digits of a group of an address of version 6, and the number of groups. */
    private static final int MOST_DIGITS = 4;

    private static final int GROUPS = 8;

    private static final int[] UUID_LENGTHS = {8, 4, 4, 4, 12};

    /** Words that belong to the version before them. */
    private static final String[] STAGES = {
        "alpha", "beta", "rc", "pre", "preview", "dev", "snapshot", "final", "release", "canary", "next", "m", "post"
    };

    private final SegmentParts parts;

    ValueJoiner(SegmentParts parts) {
        this.parts = parts;
    }

    /** Joins the parts of all values. */
    void join() {
        joinUuids();
        joinAddresses();
        joinGroups();
        joinNumbers();
    }

    private void joinUuids() {
        for (int i = 0; i + 8 < parts.count(); i++) {
            if (isUuid(i)) {
                parts.join(i, i + 9, PartType.UUID, 1);
            }
        }
    }

    private boolean isUuid(int first) {
        for (int i = 0; i < UUID_LENGTHS.length; i++) {
            int part = first + 2 * i;
            if (parts.to(part) - parts.from(part) != UUID_LENGTHS[i]
                    || !isHex(part)
                    || i > 0 && !parts.isSign(part - 1, '-')) {
                return false;
            }
        }
        return true;
    }

    /** Joins the pairs of a hardware address: {@code 00:1A:2b:3c:4d:5e}, {@code 00-1A-2b-3c-4d-5e}. */
    private void joinAddresses() {
        for (int i = 0; i + 2 * LEAST_PAIRS - 2 < parts.count(); i++) {
            int sign = parts.sign(i + 1);
            int last = i;
            while (isPair(last) && parts.isSign(last + 1, sign) && (sign == ':' || sign == '-') && isPair(last + 2)) {
                last += 2;
            }
            if (last >= i + 2 * LEAST_PAIRS - 2) {
                parts.join(i, last + 1, PartType.HEX, 1);
            }
        }
    }

    /** Whether there is a part of two hexadecimal digits. */
    private boolean isPair(int part) {
        return part < parts.count() && parts.to(part) - parts.from(part) == 2 && isHex(part);
    }

    /** Joins the groups of an address of version 6: {@code 2001:db8::1}. */
    private void joinGroups() {
        for (int i = 0; i + 2 < parts.count(); i++) {
            int last = i;
            int groups = 1;
            boolean shortened = false;
            while (isGroup(last) && parts.isSign(last + 1, ':')) {
                int skipped = !shortened && parts.isSign(last + 2, ':') ? 1 : 0;
                if (!isGroup(last + 2 + skipped)) {
                    break;
                }
                shortened |= skipped > 0;
                last += 2 + skipped;
                groups++;
            }
            if (groups == GROUPS || shortened) {
                parts.join(i, last + 1, PartType.HEX, 1);
            }
        }
    }

    /** Whether there is a part of up to four hexadecimal digits. */
    private boolean isGroup(int part) {
        return part < parts.count() && parts.to(part) - parts.from(part) <= MOST_DIGITS && isHex(part);
    }

    private boolean isHex(int part) {
        if (parts.type(part) == PartType.SIGN) {
            return false;
        }
        for (int i = parts.from(part); i < parts.to(part); i++) {
            if (Character.digit(parts.text()[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Joins the numbers of dates, of versions and of decimals. */
    private void joinNumbers() {
        for (int i = 0; i < parts.count(); i++) {
            if (parts.type(i) == PartType.INTEGER && isDate(i)) {
                parts.join(i, i + 5, PartType.DATE, 1);
            } else if (parts.type(i) == PartType.INTEGER || isVersionBeginning(i)) {
                joinDecimals(i);
            }
        }
    }

    private boolean isDate(int i) {
        return i + 4 < parts.count()
                && isNumber(i, 1900, 2100, 4)
                && parts.isSign(i + 1, '-')
                && isNumber(i + 2, 1, 13, 2)
                && parts.isSign(i + 3, '-')
                && isNumber(i + 4, 1, 32, 2);
    }

    private boolean isNumber(int part, int least, int below, int length) {
        if (parts.type(part) != PartType.INTEGER || parts.to(part) - parts.from(part) != length) {
            return false;
        }
        int value = 0;
        for (int i = parts.from(part); i < parts.to(part); i++) {
            value = 10 * value + parts.text()[i] - '0';
        }
        return value >= least && value < below;
    }

    /** Whether a part is a {@code v} and digits. */
    private boolean isVersionBeginning(int part) {
        if (parts.type(part) != PartType.WORDS
                || (parts.text()[parts.from(part)] | 0x20) != 'v'
                || parts.to(part) - parts.from(part) < 2) {
            return false;
        }
        for (int i = parts.from(part) + 1; i < parts.to(part); i++) {
            if (parts.text()[i] < '0' || parts.text()[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void joinDecimals(int first) {
        int last = first + 1;
        int points = 0;
        while (parts.isSign(last, '.') && last + 1 < parts.count() && parts.type(last + 1) == PartType.INTEGER) {
            last += 2;
            points++;
        }
        boolean version = points > 1 || points > 0 && parts.type(first) == PartType.WORDS;
        if (version) {
            last = afterStage(last);
            parts.join(first, last, PartType.VERSION, 1);
        } else if (points == 1) {
            boolean negative = parts.isSign(first - 1, '-')
                    && (first == 1 || parts.type(first - 2) == PartType.SIGN && !parts.isSign(first - 2, '-'));
            parts.join(negative ? first - 1 : first, last, PartType.NUMBER, 1);
        }
    }

    /** Returns the end of a version whose numbers end at {@code last}: behind {@code -beta.2} where that follows. */
    private int afterStage(int last) {
        if (!parts.isSign(last, '-') && !parts.isSign(last, '.') || last + 1 >= parts.count() || !isStage(last + 1)) {
            return last;
        }
        int after = last + 2;
        while ((parts.isSign(after, '.') || parts.isSign(after, '-'))
                && after + 1 < parts.count()
                && parts.type(after + 1) == PartType.INTEGER) {
            after += 2;
        }
        return after;
    }

    private boolean isStage(int part) {
        if (parts.type(part) != PartType.WORDS) {
            return false;
        }
        int end = parts.to(part);
        while (end > parts.from(part) && parts.text()[end - 1] >= '0' && parts.text()[end - 1] <= '9') {
            end--;
        }
        return isStage(parts.text(), parts.from(part), end);
    }

    /** Whether a range is the name of a stage of development: {@code alpha}, {@code beta}, {@code rc}. */
    static boolean isStage(byte[] text, int begin, int end) {
        for (String stage : STAGES) {
            if (stage.length() == end - begin && startsWith(text, begin, stage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((text[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
