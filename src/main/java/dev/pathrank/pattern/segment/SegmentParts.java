package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;

/**
 * The parts of a segment, from one pass over its bytes: signs, words and values. One object is reused for many segments
 * by one thread, so that counting rows makes no object.
 *
 * <p>Words and numbers that hyphens, underscores, points or spaces join are one part, as the words of a title are,
 * unless a value of another type stands between them.
 */
final class SegmentParts {
    /** The most parts; a segment of more is one value. */
    private static final int MOST = 48;

    /** The shortest run of hexadecimal digits, letters and numerals mixed, that counts as a hash in a file name. */
    static final int SHORTEST_HEX = 7;

    /** Signs that separate values; all others join words, as hyphens and encoded slashes do. */
    private static final String SEPARATING = "=();:@,'\"~$*|{}&x";

    private final PartType[] types = new PartType[MOST];
    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];

    /** The character of a sign; of words, whether there are digits among them. */
    private final int[] notes = new int[MOST];

    /** Whether a part must not be shown. */
    private final boolean[] secret = new boolean[MOST];

    private final ValueJoiner values = new ValueJoiner(this);
    private final LiteralParts literals = new LiteralParts(this);
    private int count;
    private byte[] text = new byte[0];

    /** Returns the array of the segment. */
    byte[] text() {
        return text;
    }

    /** Returns the number of parts; 0 where there are too many. */
    int count() {
        return count;
    }

    PartType type(int part) {
        return types[part];
    }

    /** Returns where a part begins, in the array of the segment. */
    int from(int part) {
        return from[part];
    }

    /** Returns where a part ends, in the array of the segment. */
    int to(int part) {
        return to[part];
    }

    /** Returns the decoded character of a sign. */
    int sign(int part) {
        return notes[part];
    }

    /** Whether words have digits among them. */
    boolean hasDigits(int part) {
        return notes[part] != 0;
    }

    /** Whether a part is the sign. */
    boolean isSign(int part, int sign) {
        return part >= 0 && part < count && types[part] == PartType.SIGN && notes[part] == sign;
    }

    /**
     * Splits another segment and forgets the one before.
     *
     * @param extension the {@link FileExtension} that the segment ends in
     */
    SegmentParts scan(ByteSlice segment, int extension) {
        text = segment.array();
        count = 0;
        int end = segment.to() - (extension == FileExtension.NONE ? 0 : FileExtension.length(extension) + 1);
        if (!split(segment.from(), end)) {
            count = 0;
            return this;
        }
        values.join();
        joinWords();
        literals.mark(extension != FileExtension.NONE);
        if (extension != FileExtension.NONE && count < MOST) {
            add(PartType.LITERAL, end, segment.to(), 0);
        }
        return this;
    }

    private boolean split(int begin, int end) {
        int start = begin;
        int digits = 0;
        int hex = 0;
        int length = 0;
        int at = begin;
        while (at < end) {
            int character = EncodedCharacter.decode(text, at, end);
            int point = EncodedCharacter.codePoint(character);
            int next = at + EncodedCharacter.length(character);
            boolean digit = point >= '0' && point <= '9';
            boolean letter = !digit
                    && (point < 0x80
                            ? (point | 0x20) >= 'a' && (point | 0x20) <= 'z'
                            : EncodedCharacter.isLetter(point));
            if (digit || letter) {
                digits += digit ? 1 : 0;
                hex += digit || (point | 0x20) <= 'f' ? 1 : 0;
                length++;
            } else {
                if (count + 4 >= MOST) {
                    return false;
                }
                closeRun(start, at, digits, hex, length);
                add(PartType.SIGN, at, next, point);
                start = next;
                digits = 0;
                hex = 0;
                length = 0;
            }
            at = next;
        }
        if (count + 4 >= MOST) {
            return false;
        }
        closeRun(start, end, digits, hex, length);
        return true;
    }

    private void closeRun(int start, int end, int digits, int hex, int length) {
        if (length == 0) {
            return;
        }
        if (digits == length) {
            add(PartType.INTEGER, start, end, 1);
            return;
        }
        int cross = end - start == length && digits == length - 1 ? indexOfCross(start, end) : -1;
        if (cross > start && cross < end - 1) {
            add(PartType.INTEGER, start, cross, 1);
            add(PartType.SIGN, cross, cross + 1, 'x');
            add(PartType.INTEGER, cross + 1, end, 1);
        } else if (hex == length && digits > 0 && length >= SHORTEST_HEX) {
            add(PartType.HEX, start, end, 1);
        } else {
            add(PartType.WORDS, start, end, digits);
        }
    }

    private int indexOfCross(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == 'x') {
                return i;
            }
        }
        return -1;
    }

    private void add(PartType type, int start, int end, int note) {
        types[count] = type;
        from[count] = start;
        to[count] = end;
        notes[count] = note;
        count++;
    }

    /** Makes words a literal. */
    void markLiteral(int part) {
        types[part] = PartType.LITERAL;
    }

    /** Makes one part of the parts from {@code first} to before {@code last}. */
    void join(int first, int last, PartType type, int note) {
        types[first] = type;
        to[first] = to[last - 1];
        notes[first] = note;
        int removed = last - first - 1;
        for (int i = last; i < count; i++) {
            types[i - removed] = types[i];
            from[i - removed] = from[i];
            to[i - removed] = to[i];
            notes[i - removed] = notes[i];
        }
        count -= removed;
    }

    /** Joins words, and the numbers between and beside them. */
    private void joinWords() {
        for (int i = 0; i < count; i++) {
            if (!isWordOrNumber(i)) {
                continue;
            }
            int end = i + 1;
            int words = types[i] == PartType.WORDS ? 1 : 0;
            int digits = notes[i];
            boolean opened = false;
            for (int next = nextJoined(end, false); next > 0; next = nextJoined(end, opened)) {
                opened |= isSign(next - 1, '(');
                words += types[next] == PartType.WORDS ? 1 : 0;
                digits += notes[next];
                end = next + 1;
            }
            end += opened && isSign(end, ')') ? 1 : 0;
            if (words > 0) {
                join(i, end, PartType.WORDS, digits);
            }
        }
    }

    /** Returns the words or the number that belong to those before {@code end}; -1 where there are none. */
    private int nextJoined(int end, boolean opened) {
        return joins(end) ? end + 1 : TitleSigns.next(this, end, opened);
    }

    /** Whether a sign joins the words or numbers on its two sides. */
    private boolean joins(int part) {
        return isWordOrNumber(part + 1) && (isJoiner(part) || isSign(part, 'x'));
    }

    /** Whether there is a part and it is words or digits. */
    boolean isWordOrNumber(int part) {
        return part < count && (types[part] == PartType.WORDS || types[part] == PartType.INTEGER);
    }

    /** Whether a part is a sign that joins words. */
    boolean isJoiner(int part) {
        return part < count && types[part] == PartType.SIGN && SEPARATING.indexOf(notes[part]) < 0;
    }

    /** Whether a part must not be shown, as {@link #markSecrets} found. */
    boolean isSecret(int part) {
        return secret[part];
    }

    /**
     * Marks the values that must not be shown: of words and values that look like a secret together, those that have
     * digits, so that nothing like a secret is left.
     *
     * @param profile overwritten
     * @return whether there are any
     */
    boolean markSecrets(CharacterProfile profile) {
        boolean any = false;
        for (int i = 0; i < count; ) {
            int end = i + 1;
            while (types[i] != PartType.LITERAL && end < count && belongsTogether(end)) {
                end++;
            }
            boolean secrets =
                    profile.scan(profile.part.set(text, from[i], to[end - 1])).isSecret();
            for (; i < end; i++) {
                secret[i] = secrets && types[i] != PartType.SIGN && notes[i] != 0;
                any |= secret[i];
            }
        }
        return any;
    }

    private boolean belongsTogether(int part) {
        return types[part].isSlot() || isJoiner(part) || isSign(part, 'x');
    }

    /** Returns a hash of the text in which what {@link #markSecrets} found counts by its type alone. */
    long shownHash() {
        long hash = PathHash.START;
        for (int i = 0; i < count; i++) {
            hash = (hash ^ (secret[i] ? types[i].ordinal() : PathHash.ofRange(text, from[i], to[i]))) * PathHash.START;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** Whether there are words and parameters of theirs: {@code account;sid=5}. */
    boolean hasParameters() {
        return count > 1 && types[0] == PartType.WORDS && isSign(1, ';');
    }

    /** Whether there are words, a colon and words, perhaps with the ending of a file. */
    boolean isKeyAndWords() {
        return (count == 3 || count == 4 && types[3] == PartType.LITERAL)
                && isSign(1, ':')
                && types[0] == PartType.WORDS
                && types[2] == PartType.WORDS;
    }

    /** Whether a part is more certainly a value than another: by its type, then by digits, then by its length. */
    boolean isStronger(int part, int other) {
        int byType = types[part].compareTo(types[other]);
        int byDigits = byType != 0 ? byType : Boolean.compare(hasDigits(part), hasDigits(other));
        return (byDigits != 0 ? byDigits : to[part] - from[part] - to[other] + from[other]) > 0;
    }

    /** Whether there is a part of a type. */
    boolean has(PartType type) {
        for (int i = 0; i < count; i++) {
            if (types[i] == type) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a hash of the types, signs, keys and endings: equal for segments of one form. Words count by their type
     * alone.
     */
    int signature() {
        long hash = PathHash.START;
        for (int i = 0; i < count; i++) {
            long part = types[i].ordinal() + 1L;
            if (types[i] == PartType.SIGN) {
                part = part << 24 | notes[i];
            } else if (types[i] == PartType.LITERAL) {
                part = PathHash.ofRange(text, from[i], to[i]);
            }
            hash = (hash ^ part) * PathHash.START;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 17);
    }

    /** Returns a hash of the letters of all words among the first parts. */
    int wordsHash(int end) {
        int hash = 0;
        for (int part = 0; part < end; part++) {
            if (types[part] == PartType.WORDS) {
                for (int i = from[part]; i < to[part]; i++) {
                    hash = text[i] >= '0' && text[i] <= '9' ? hash : 31 * hash + text[i];
                }
            }
        }
        return hash ^ hash >>> 15;
    }
}
