package dev.pathrank.pattern.segment;

import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.text.ByteSlice;

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
    private static final int AFFIX_BITS = 10;
    private static final Shape[] SHAPES = StoredEnum.byCode(Shape.values());

    private static final int SHORTEST_HEX = 8;
    private static final int UUID_LENGTH = 36;

    /** Digits at the end of a word that leave it a word: {@code oauth2}, {@code s3}, {@code mp4}, {@code utf16}. */
    private static final int WORD_DIGITS = 2;

    private SegmentKind() {}

    /** Returns whether a stored number can be a kind. */
    public static boolean isKind(int number) {
        return number >= 0
                && number >> SHAPE_BITS + EXTENSION_BITS + AFFIX_BITS == 0
                && (number & SHAPE_MASK) < SHAPES.length;
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
     * Returns the part of a kind that stands for the text around the core: equal for equal extensions, keys and verbs.
     */
    public static int around(int kind) {
        return kind >>> SHAPE_BITS;
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
        if (isInteger(text)) {
            return of(Shape.INTEGER);
        }
        profile.scan(text);
        if (profile.email) {
            return of(Shape.EMAIL);
        }
        int extension = profile.points > 0 ? FileExtension.of(text) : FileExtension.NONE;
        if (extension != FileExtension.NONE) {
            long hash = profile.digits > 0 ? HashedFileName.findHash(text) : CoreRange.WHOLE;
            return hash == CoreRange.WHOLE ? file(extension) : hashedFile(extension, text, hash);
        }
        long core = profile.others > 0 ? CoreRange.find(text) : CoreRange.WHOLE;
        return core == CoreRange.WHOLE ? of(shape(profile, text)) : affixed(profile, text, core);
    }

    /** Whether a segment is digits only. Most parameter values are, so this is asked first. */
    private static boolean isInteger(ByteSlice text) {
        byte[] bytes = text.array();
        int to = text.to();
        int at = text.from();
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == to;
    }

    /** The kind of a file with a hash in its name: the text around the hash is a part of the kind. */
    private static int hashedFile(int extension, ByteSlice text, long core) {
        return Shape.HEX.code() | (extension + 1) << SHAPE_BITS | aroundBits(text, core);
    }

    /** The kind of a value with a key before it or a verb behind it: the text around it is a part of the kind. */
    private static int affixed(CharacterProfile profile, ByteSlice text, long core) {
        ByteSlice value = profile.part.set(text.array(), CoreRange.from(core), CoreRange.to(core));
        return shape(profile.scan(value), value).code() | aroundBits(text, core);
    }

    private static int aroundBits(ByteSlice text, long core) {
        int affix = (int) (PathHash.ofRange(text.array(), text.from(), CoreRange.from(core))
                ^ 3 * PathHash.ofRange(text.array(), CoreRange.to(core), text.to()));
        int hashed = (affix & (1 << AFFIX_BITS) - 1) | 1;
        return hashed << (SHAPE_BITS + EXTENSION_BITS);
    }

    /** Whether a kind is that of a file with a hash in its name. */
    public static boolean isHashedFile(int kind) {
        return shape(kind) == Shape.HEX && extension(kind) != FileExtension.NONE;
    }

    private static Shape shape(CharacterProfile profile, ByteSlice text) {
        int length = text.length();
        if (profile.digits == length) {
            return Shape.INTEGER;
        }
        if (length == UUID_LENGTH && profile.hexDigits() == UUID_LENGTH - 4 && hasHyphensOfUuid(text)) {
            return Shape.UUID;
        }
        if (profile.letters == 0) {
            return withoutLetters(profile, text);
        }
        if (profile.digits > 0 && profile.hexDigits() == length && length >= SHORTEST_HEX) {
            return Shape.HEX;
        }
        if (profile.others > 0) {
            return profile.isSecret(length) ? Shape.TOKEN : Shape.OTHER;
        }
        if (isVersion(text)) {
            return Shape.VERSION;
        }
        if (profile.isJwt(text)) {
            return Shape.TOKEN;
        }
        if (profile.isSecret(length)) {
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
        return profile.email || profile.isSecret(text.length()) || profile.isJwt(text);
    }

    private static Shape withoutLetters(CharacterProfile profile, ByteSlice text) {
        if (profile.others > 0 || profile.digits == 0) {
            return Shape.OTHER;
        }
        return isDate(text) ? Shape.DATE : Shape.NUMBER;
    }

    private static Shape word(CharacterProfile profile, ByteSlice text) {
        if (profile.separators + profile.points == 0 && TermDictionary.contains(text)) {
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

    /** Whether a text is a {@code v}, digits, and perhaps more digits after points. */
    private static boolean isVersion(ByteSlice text) {
        int length = text.length();
        if (length < 2 || length > 8 || (text.at(0) | 0x20) != 'v') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            boolean digit = text.at(i) >= '0' && text.at(i) <= '9';
            if (!digit && (text.at(i) != '.' || i == 1)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the placeholder for segments of a kind: {@code <uuid>}, {@code <file>.js}. */
    public static String placeholder(int kind) {
        String name = shape(kind).placeholder();
        String placeholder = "<" + (name.isEmpty() ? Shape.WORD.placeholder() : name) + ">";
        int extension = extension(kind);
        return extension == FileExtension.NONE ? placeholder : placeholder + "." + FileExtension.name(extension);
    }
}
