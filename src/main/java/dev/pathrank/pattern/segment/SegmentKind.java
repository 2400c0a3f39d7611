package dev.pathrank.pattern.segment;

import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Numbers;

/**
 * The kind of a segment: its {@link Shape}, for a file its extension, and a hash of the text around its core, told from
 * the segment's bytes on the wire.
 *
 * <p>A kind is packed into one {@code int}, so that classifying makes no object.
 */
public final class SegmentKind {
    private static final int SHAPE_BITS = 5;
    private static final int SHAPE_MASK = (1 << SHAPE_BITS) - 1;
    private static final int EXTENSION_BITS = 7;
    private static final int EXTENSION_MASK = (1 << EXTENSION_BITS) - 1;
    private static final int FORM_BITS = 12;
    private static final int FORM_MASK = (1 << FORM_BITS) - 1;
    private static final int FORM_SHIFT = SHAPE_BITS + EXTENSION_BITS;

    /** Words beside a value are told apart by this many bits, so that a node has a bounded number of kinds of them. */
    private static final int WORDS_BITS = 6;

    private static final int WORDS_SHIFT = FORM_SHIFT + FORM_BITS;

    /** The first {@link CoarseningLevel} that does not tell words beside a value apart. */
    private static final int WITHOUT_WORDS = 4;

    /** The first {@link CoarseningLevel} that does not tell forms apart, so that a node has few kinds of children. */
    private static final int WITHOUT_FORMS = 10;

    private static final Shape[] SHAPES = StoredEnum.byCode(Shape.values());

    private static final int SHORTEST_HEX = 8;
    private static final int LONGEST_VERSION = 16;
    private static final int UUID_LENGTH = 36;

    /** Digits at the end of a word that leave it a word: {@code oauth2}, {@code s3}, {@code mp4}, {@code utf16}. */
    private static final int WORD_DIGITS = 2;

    private SegmentKind() {}

    /** Returns whether a stored number can be a kind. */
    public static boolean isKind(int number) {
        return number >= 0 && number >> WORDS_SHIFT + WORDS_BITS == 0 && (number & SHAPE_MASK) < SHAPES.length;
    }

    /**
     * Returns the kind that stands for this one in a tree of a level: coarse trees do not tell apart what stands around
     * values, because made-up paths can have any number of forms.
     */
    public static int atLevel(int kind, int level) {
        int bits = level < WITHOUT_WORDS ? WORDS_SHIFT + WORDS_BITS : level < WITHOUT_FORMS ? WORDS_SHIFT : FORM_SHIFT;
        return kind & (1 << bits) - 1;
    }

    /** Returns how many children of a kind, which may be that of a lower level, a node keeps by name. */
    public static int kept(int kind, int above, int level) {
        return hasParts(kind) && level >= WITHOUT_FORMS ? 0 : shape(kind).kept(above, level);
    }

    /** Whether a tree that goes from one level to another has other kinds there. */
    public static boolean differ(int level, int other) {
        return atLevel(-1, level) != atLevel(-1, other);
    }

    /** Returns the shape of a kind. */
    public static Shape shape(int kind) {
        return SHAPES[kind & SHAPE_MASK];
    }

    /** Returns the number of a kind's file extension, or {@link FileExtension#NONE}. */
    public static int extension(int kind) {
        return (kind >> SHAPE_BITS & EXTENSION_MASK) - 1;
    }

    /**
     * Returns the part of a kind that stands for the form around the values: equal for equal extensions, keys, verbs
     * and signs, whatever the words.
     */
    public static int around(int kind) {
        return kind >>> SHAPE_BITS & (1 << EXTENSION_BITS + FORM_BITS) - 1;
    }

    /** Whether segments of a kind have several parts: values with something around them. */
    public static boolean hasParts(int kind) {
        return (kind >>> FORM_SHIFT & FORM_MASK) != 0;
    }

    /** Returns the kind of a shape without extension, key or verb. */
    public static int of(Shape shape) {
        return shape.code();
    }

    private static int file(int extension) {
        return Shape.FILE.code() | (extension + 1) << SHAPE_BITS;
    }

    /** Returns the kind of a segment, in which there is no slash. */
    public static int of(byte[] text) {
        return of(new CharacterProfile(), ByteSlice.of(text));
    }

    /**
     * Returns the kind of a segment, in which there is no slash.
     *
     * @param profile overwritten, so that classifying makes no object
     */
    public static int of(CharacterProfile profile, ByteSlice text) {
        if (text.isEmpty()) {
            return of(Shape.EMPTY);
        }
        // Most parameter values are integers, so this is asked first.
        if (Numbers.areDigits(text.array(), text.from(), text.to())) {
            return of(Shape.INTEGER);
        }
        if (QueryPath.isKey(text.array(), text.from(), text.to())) {
            return of(Shape.QUERY_KEY);
        }
        profile.scan(text);
        if (profile.email) {
            return of(Shape.EMAIL);
        }
        int extension = profile.points > 0 ? FileExtension.of(text) : FileExtension.NONE;
        if (extension == FileExtension.NONE && profile.others == 0) {
            Shape shape = shape(profile, text);
            return profile.mayHoldValue(text.length()) && !isOneValue(shape)
                    ? withValue(profile, text, shape)
                    : of(shape);
        }
        SegmentParts parts = profile.parts().scan(text, extension);
        if (extension != FileExtension.NONE) {
            return file(parts, extension);
        }
        if (parts.count() == 1 && parts.type(0) == PartType.HEX) {
            return of(Shape.HEX);
        }
        return isStructured(parts) ? structured(profile, text, parts) : of(shape(profile, text));
    }

    private static boolean isOneValue(Shape shape) {
        return switch (shape) {
            case INTEGER, NUMBER, DATE, UUID, HEX, VERSION -> true;
            default -> false;
        };
    }

    /** The kind of a segment of words and a value that cannot be a part of them: {@code report-<uuid>}. */
    private static int withValue(CharacterProfile profile, ByteSlice text, Shape whole) {
        SegmentParts parts = profile.parts().scan(text, FileExtension.NONE);
        for (int i = 0; i < parts.count(); i++) {
            PartType type = parts.type(i);
            if (type == PartType.HEX && parts.count() == 1) {
                return of(Shape.HEX);
            }
            if (type == PartType.UUID
                    || type == PartType.HEX && parts.to(i) - parts.from(i) >= CharacterProfile.SHORTEST_HASH) {
                return formed(type == PartType.UUID ? Shape.UUID : Shape.HEX, FileExtension.NONE, parts);
            }
            if (type == PartType.VERSION && parts.type(parts.count() - 1) == PartType.LITERAL) {
                return formed(Shape.NUMBERED, FileExtension.NONE, parts);
            }
        }
        return of(whole);
    }

    /** The kind of a file: its name may be a value, hold one, or be words. */
    private static int file(SegmentParts parts, int extension) {
        if (parts.count() == 2 && parts.type(0) == PartType.WORDS && !parts.hasDigits(0) || parts.count() == 0) {
            return file(extension);
        }
        if (parts.has(PartType.UUID)) {
            return formed(Shape.UUID, extension, parts);
        }
        if (parts.has(PartType.HEX)) {
            return formed(Shape.HEX, extension, parts);
        }
        if (parts.count() == 2 && parts.type(0) == PartType.INTEGER) {
            return formed(Shape.INTEGER, extension, parts);
        }
        if (parts.count() == 2 && parts.type(0) == PartType.DATE) {
            return formed(Shape.DATE, extension, parts);
        }
        for (int i = 0; i < parts.count(); i++) {
            if (parts.type(i).isSlot() && (parts.type(i) != PartType.WORDS || parts.hasDigits(i))) {
                return formed(Shape.NUMBERED, extension, parts);
            }
        }
        return parts.isKeyAndWords() ? formed(Shape.FILE, extension, parts) : file(extension);
    }

    /**
     * Whether a segment without extension has values with keys, verbs, brackets or colons around them. Other signs are
     * text.
     */
    private static boolean isStructured(SegmentParts parts) {
        if (parts.isSign(0, '$')) {
            return false;
        }
        boolean slot = false;
        boolean sign = (parts.isSign(0, '@') || parts.isSign(0, '~')) && parts.count() == 2 || parts.hasParameters();
        for (int i = 0; i < parts.count(); i++) {
            slot |= parts.type(i).isSlot();
            sign |= parts.type(i) == PartType.LITERAL
                    || parts.isSign(i, '(')
                    || parts.isSign(i, ':') && i > 0 && i + 1 < parts.count();
        }
        return slot && sign;
    }

    /** The kind of a segment with a structure, by the strongest of its values. */
    private static int structured(CharacterProfile profile, ByteSlice text, SegmentParts parts) {
        int strongest = -1;
        for (int i = 0; i < parts.count(); i++) {
            if (parts.type(i).isSlot() && (strongest < 0 || parts.isStronger(i, strongest))) {
                strongest = i;
            }
        }
        ByteSlice value = profile.part.set(text.array(), parts.from(strongest), parts.to(strongest));
        Shape shape = shape(profile.scan(value), value);
        return formed(shape == Shape.OTHER ? Shape.WORD : shape, FileExtension.NONE, parts);
    }

    private static int formed(Shape shape, int extension, SegmentParts parts) {
        int form = parts.signature() & FORM_MASK | 1;
        int words = 0;
        if (parts.isKeyAndWords() || parts.hasParameters()) {
            words = parts.wordsHash(1);
        } else if (shape == Shape.NUMBERED || shape == Shape.UUID || shape == Shape.HEX) {
            words = parts.wordsHash(parts.count());
        }
        words &= (1 << WORDS_BITS) - 1;
        return shape.code() | (extension + 1) << SHAPE_BITS | form << FORM_SHIFT | words << WORDS_SHIFT;
    }

    /** Whether a kind is that of a file with a hash in its name. */
    public static boolean isHashedFile(int kind) {
        return shape(kind) == Shape.HEX && isFile(kind);
    }

    /** Whether a kind is that of names with a known extension. */
    public static boolean isFile(int kind) {
        return extension(kind) != FileExtension.NONE;
    }

    /** Whether a kind is that of names with the extension of a picture. */
    public static boolean isPicture(int kind) {
        return FileExtension.isPicture(extension(kind));
    }

    private static Shape shape(CharacterProfile profile, ByteSlice text) {
        int length = profile.characters;
        if (profile.digits == length) {
            return Shape.INTEGER;
        }
        if (length == UUID_LENGTH
                && text.length() == length
                && profile.hexDigits() == UUID_LENGTH - 4
                && hasHyphensOfUuid(text)) {
            return Shape.UUID;
        }
        if (profile.letters == 0) {
            return withoutLetters(profile, text);
        }
        if (profile.digits > 0 && profile.hexDigits() == length && length >= SHORTEST_HEX) {
            return Shape.HEX;
        }
        if (profile.others > 0) {
            return profile.isSecret() ? Shape.TOKEN : Shape.OTHER;
        }
        if (isVersion(text)) {
            return Shape.VERSION;
        }
        if (profile.isJwt(text)) {
            return Shape.TOKEN;
        }
        if (profile.isSecret()) {
            return profile.isWordy() ? Shape.TITLE : Shape.TOKEN;
        }
        return word(profile, text);
    }

    /** Whether a segment must never be shown: an e-mail address, or letters and digits mixed over a secret's length. */
    public static boolean isSecret(byte[] text) {
        return isSecret(new CharacterProfile(), ByteSlice.of(text));
    }

    static boolean isSecret(CharacterProfile profile, ByteSlice text) {
        if (text.isEmpty()) {
            return false;
        }
        profile.scan(text);
        return profile.email || profile.isSecret() || profile.isJwt(text);
    }

    private static Shape withoutLetters(CharacterProfile profile, ByteSlice text) {
        if (profile.others > 0 || profile.digits == 0) {
            return Shape.OTHER;
        }
        return isDate(text) ? Shape.DATE : Shape.NUMBER;
    }

    private static Shape word(CharacterProfile profile, ByteSlice text) {
        if (profile.separators + profile.points + profile.foreign == 0 && TermDictionary.contains(text)) {
            return Shape.TERM;
        }
        if (profile.separators > 1 || profile.separators == 1 && profile.digits > 0 && !profile.isCode()) {
            return Shape.SLUG;
        }
        if (profile.digits == 0 || profile.digits <= WORD_DIGITS && profile.digitsAtEnd == profile.digits) {
            return Shape.WORD;
        }
        return profile.isCode() ? Shape.CODE : Shape.WORD;
    }

    private static boolean hasHyphensOfUuid(ByteSlice text) {
        return text.at(8) == '-' && text.at(13) == '-' && text.at(18) == '-' && text.at(23) == '-';
    }

    /**
     * Whether a text is {@code YYYY-MM-DD}, a date of 1900 to 2099 by its digits, so that a serial number with hyphens
     * is none.
     */
    private static boolean isDate(ByteSlice text) {
        return text.length() == "2017-02-12".length()
                && text.at(4) == '-'
                && text.at(7) == '-'
                && (text.at(0) == '1' && text.at(1) == '9' || text.at(0) == '2' && text.at(1) == '0')
                && (text.at(5) == '0' || text.at(5) == '1')
                && text.at(8) <= '3';
    }

    /**
     * Whether a text is a {@code v} and digits, and perhaps more digits after points or a stage of development:
     * {@code v1}, {@code v2.1}, {@code v1beta1}, {@code v1alpha}.
     */
    private static boolean isVersion(ByteSlice text) {
        int length = text.length();
        if (length < 2 || length > LONGEST_VERSION || (text.at(0) | 0x20) != 'v' || !isDigit(text, 1)) {
            return false;
        }
        int at = 1;
        while (at < length && (isDigit(text, at) || text.at(at) == '.')) {
            at++;
        }
        int stage = at;
        while (at < length && (text.at(at) | 0x20) >= 'a' && (text.at(at) | 0x20) <= 'z') {
            at++;
        }
        if (at > stage && !ValueJoiner.isStage(text.array(), text.from() + stage, text.from() + at)) {
            return false;
        }
        while (at < length && isDigit(text, at)) {
            at++;
        }
        return at == length;
    }

    private static boolean isDigit(ByteSlice text, int at) {
        return text.at(at) >= '0' && text.at(at) <= '9';
    }

    /** Returns the placeholder for segments of a kind: {@code <uuid>}, {@code <file>.js}. */
    public static String placeholder(int kind) {
        String name = shape(kind).placeholder();
        String placeholder = "<" + (name.isEmpty() ? Shape.WORD.placeholder() : name) + ">";
        int extension = extension(kind);
        return extension == FileExtension.NONE ? placeholder : placeholder + "." + FileExtension.name(extension);
    }
}
