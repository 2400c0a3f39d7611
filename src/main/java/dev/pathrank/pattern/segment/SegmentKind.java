package dev.pathrank.pattern.segment;

/**
 * Tells the {@link Shape} of a segment, and for a file its extension, from its bytes on the wire.
 *
 * <p>Both travel as one {@code int}, the <em>kind</em>, so that looking costs no object.
 */
public final class SegmentKind {
    private static final int SHAPE_BITS = 5;
    private static final int SHAPE_MASK = (1 << SHAPE_BITS) - 1;
    private static final int EXTENSION_BITS = 7;
    private static final int EXTENSION_MASK = (1 << EXTENSION_BITS) - 1;
    private static final int AFFIX_BITS = 10;
    private static final Shape[] SHAPES = Shape.values();

    private static final int SHORTEST_HEX = 8;
    private static final int UUID_LENGTH = 36;

    /** Digits at the end of a word that leave it a word: {@code oauth2}, {@code s3}, {@code mp4}, {@code utf16}. */
    private static final int WORD_DIGITS = 2;

    private SegmentKind() {}

    /** The shape of a kind. */
    public static Shape shape(int kind) {
        return SHAPES[kind & SHAPE_MASK];
    }

    /** The file extension of a kind, or {@link FileExtension#NONE}. */
    public static int extension(int kind) {
        return (kind >> SHAPE_BITS & EXTENSION_MASK) - 1;
    }

    /** What a kind tells of the text around the core: equal for equal extensions, keys and verbs. */
    public static int around(int kind) {
        return kind >>> SHAPE_BITS;
    }

    public static int of(Shape shape) {
        return shape.ordinal();
    }

    private static int file(int extension) {
        return Shape.FILE.ordinal() | (extension + 1) << SHAPE_BITS;
    }

    /** The kind of the segment {@code text[from, to)}, none of which is a slash. */
    public static int of(byte[] text, int from, int to) {
        return of(new CharacterProfile(), text, from, to);
    }

    /** As {@link #of(byte[], int, int)}, with a look that is used again and again. */
    public static int of(CharacterProfile look, byte[] text, int from, int to) {
        if (from == to) {
            return of(Shape.EMPTY);
        }
        if (digitsOnly(text, from, to)) {
            return of(Shape.INTEGER);
        }
        look.at(text, from, to);
        if (look.email) {
            return of(Shape.EMAIL);
        }
        int extension = look.points > 0 ? FileExtension.of(text, from, to) : FileExtension.NONE;
        if (extension != FileExtension.NONE) {
            long hash = look.digits > 0 ? HashedFileName.hash(text, from, to) : Affix.WHOLE;
            return hash == Affix.WHOLE ? file(extension) : hashed(extension, text, from, to, hash);
        }
        long core = look.others > 0 ? Affix.core(text, from, to) : Affix.WHOLE;
        return core == Affix.WHOLE ? of(shape(look, text, from, to)) : affixed(look, text, from, to, core);
    }

    /** What most values are, so that it is worth asking first. */
    private static boolean digitsOnly(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at == to;
    }

    /** The kind of a file with a hash in its name: what stands around the hash is a part of the kind. */
    private static int hashed(int extension, byte[] text, int from, int to, long core) {
        return Shape.HEX.ordinal() | (extension + 1) << SHAPE_BITS | around(text, from, to, core);
    }

    /** The kind of a value with a key before it or a verb behind it: what stands around it is a part of the kind. */
    private static int affixed(CharacterProfile look, byte[] text, int from, int to, long core) {
        int coreFrom = Affix.from(core);
        int coreTo = Affix.to(core);
        Shape shape = shape(look.at(text, coreFrom, coreTo), text, coreFrom, coreTo);
        return shape.ordinal() | around(text, from, to, core);
    }

    private static int around(byte[] text, int from, int to, long core) {
        int affix = (int)
                (PathHash.ofSegment(text, from, Affix.from(core)) ^ 3 * PathHash.ofSegment(text, Affix.to(core), to));
        int hashed = (affix & (1 << AFFIX_BITS) - 1) | 1;
        return hashed << (SHAPE_BITS + EXTENSION_BITS);
    }

    /** Whether a kind is that of a file with a hash in its name. */
    public static boolean hashedFile(int kind) {
        return shape(kind) == Shape.HEX && extension(kind) != FileExtension.NONE;
    }

    private static Shape shape(CharacterProfile look, byte[] text, int from, int to) {
        int length = to - from;
        if (look.digits == length) {
            return Shape.INTEGER;
        }
        if (length == UUID_LENGTH && look.hexDigits() == UUID_LENGTH - 4 && uuid(text, from)) {
            return Shape.UUID;
        }
        if (look.letters == 0) {
            return withoutLetters(look, text, from, to);
        }
        if (look.digits > 0 && look.hexDigits() == length && length >= SHORTEST_HEX) {
            return Shape.HEX;
        }
        if (look.others > 0) {
            return look.secret(length) ? Shape.TOKEN : Shape.OTHER;
        }
        if (version(text, from, to)) {
            return Shape.VERSION;
        }
        if (look.jwt(text, from, to)) {
            return Shape.TOKEN;
        }
        if (look.secret(length)) {
            return look.wordy() ? Shape.TITLE : Shape.TOKEN;
        }
        return word(look, text, from, to);
    }

    /** Whether a segment must never be shown: an e-mail address, or letters and digits mixed over a secret's length. */
    public static boolean secret(byte[] text, int from, int to) {
        return secret(new CharacterProfile(), text, from, to);
    }

    static boolean secret(CharacterProfile look, byte[] text, int from, int to) {
        if (from == to) {
            return false;
        }
        look.at(text, from, to);
        return look.email || look.secret(to - from) || look.jwt(text, from, to);
    }

    private static Shape withoutLetters(CharacterProfile look, byte[] text, int from, int to) {
        if (look.others > 0 || look.digits == 0) {
            return Shape.OTHER;
        }
        return date(text, from, to) ? Shape.DATE : Shape.NUMBER;
    }

    private static Shape word(CharacterProfile look, byte[] text, int from, int to) {
        if (look.separators + look.points == 0 && TermDictionary.contains(text, from, to)) {
            return Shape.TERM;
        }
        if (look.separators > 1 || look.separators == 1 && look.digits > 0 && !look.code()) {
            return Shape.SLUG;
        }
        if (look.digits == 0 || look.digits <= WORD_DIGITS && look.digitsAtEnd == look.digits) {
            return Shape.WORD;
        }
        return look.code() ? Shape.CODE : Shape.WORD;
    }

    private static boolean uuid(byte[] text, int from) {
        return text[from + 8] == '-' && text[from + 13] == '-' && text[from + 18] == '-' && text[from + 23] == '-';
    }

    /** {@code YYYY-MM-DD}: a date of this era by its digits, so that a serial number with hyphens is none. */
    private static boolean date(byte[] text, int from, int to) {
        return to - from == "2017-02-12".length()
                && text[from + 4] == '-'
                && text[from + 7] == '-'
                && (text[from] == '1' && text[from + 1] == '9' || text[from] == '2' && text[from + 1] == '0')
                && (text[from + 5] == '0' || text[from + 5] == '1')
                && text[from + 8] <= '3';
    }

    /** A {@code v}, digits, and perhaps more digits after points. */
    private static boolean version(byte[] text, int from, int to) {
        if (to - from < 2 || to - from > 8 || (text[from] | 0x20) != 'v') {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            boolean digit = text[i] >= '0' && text[i] <= '9';
            if (!digit && (text[i] != '.' || i == from + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The placeholder for segments of a kind: {@code <uuid>}, {@code <file>.js}. */
    public static String placeholder(int kind) {
        String name = shape(kind).placeholder();
        String placeholder = "<" + (name.isEmpty() ? Shape.WORD.placeholder() : name) + ">";
        int extension = extension(kind);
        return extension == FileExtension.NONE ? placeholder : placeholder + "." + FileExtension.name(extension);
    }
}
