package dev.pathrank.pattern.segment;

import dev.pathrank.cbor.StoredEnum;

/**
 * The shape of a path segment, told from its own bytes alone, so that it is the same in every tally.
 *
 * <p>Segments compete for places in the tree only with segments of the same shape: {@code /user/me} is a word and
 * stays, however many integers are its siblings.
 */
public enum Shape implements StoredEnum {
    /** A word that web interfaces use: {@code users}, {@code search}. */
    TERM(0, 512, 256, 128, 4, ""),
    /**
     * Another word of letters, perhaps with one hyphen or underscore, or ending in one or two digits:
     * {@code getOrders}, {@code oauth2}.
     */
    WORD(1, 1024, 128, 64, 0, "name"),
    /** Several words joined by hyphens or underscores: {@code my-summer-holiday}. */
    SLUG(2, 512, 64, 32, 0, "slug"),
    /** {@code v1}, {@code v2.1}. */
    VERSION(3, 32, 16, 8, 4, "version"),
    /** Digits only. */
    INTEGER(4, 16, 8, 4, 0, "id"),
    /** Digits with points, commas or signs: {@code 48.85,2.35}. */
    NUMBER(5, 16, 8, 4, 0, "number"),
    /** {@code 2017-02-12}. */
    DATE(6, 16, 8, 4, 0, "date"),
    /** 8-4-4-4-12 hexadecimal digits. */
    UUID(7, 8, 4, 2, 0, "uuid"),
    /** Eight and more hexadecimal digits, letters and numerals mixed. */
    HEX(8, 8, 4, 2, 0, "hex"),
    /** Letters and digits mixed in a way that words are not, shorter than a token: {@code cus_9s6XKz}. */
    CODE(9, 16, 8, 4, 0, "id"),
    /** Twenty and more characters that mix letters and digits, or a JSON Web Token: perhaps a secret. */
    TOKEN(10, 8, 4, 2, 0, "token"),
    /** A slug as long, and with as many digits, as a token. */
    TITLE(11, 8, 4, 2, 0, "slug"),
    /** An e-mail address. */
    EMAIL(12, 8, 4, 2, 0, "email"),
    /** A name with one of the {@linkplain FileExtension known extensions}. */
    FILE(13, 256, 64, 16, 0, "file"),
    /** Anything else: other scripts, percent-encoded text, punctuation. */
    OTHER(14, 128, 32, 16, 0, "name"),
    /** Nothing between two slashes, or after the last one. */
    EMPTY(15, 1, 1, 1, 16, ""),
    /** Everything below the deepest segment that is a node of its own. */
    REST(16, 0, 0, 0, 0, "path"),
    /** The host, above every path. */
    HOST(17, 64, 64, 64, 4, ""),
    /** A whole pattern that the user stated. */
    STATED(18, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ""),
    /** One of the methods of RFC 9110 and PATCH, below every path. */
    METHOD(19, 16, 16, 16, 16, ""),
    /** Any other method. */
    ODD_METHOD(20, 8, 8, 8, 4, ""),
    /** A whole path that the user declared literal, and the beginning of the paths below it. */
    LITERAL(21, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ""),
    /** A spelling of a stated pattern that differs from the pattern itself. */
    SPELLING(22, 8, 8, 8, 4, ""),
    /** Words with a number, date or version among them, and something else around: {@code backup-2017-02-12.sql.gz}. */
    NUMBERED(23, 32, 16, 8, 0, "file"),
    /** A key of the query that the user made part of endpoints, as {@link QueryPath} writes it: {@code ?action=}. */
    QUERY_KEY(24, 16, 16, 16, 16, "");

    private final int code;
    private final int keptAtTop;
    private final int keptBelowOne;
    private final int keptBelowMore;

    /** Coarsening levels that leave the places of this shape alone. */
    private final int firmLevels;

    private final String placeholder;

    Shape(int code, int keptAtTop, int keptBelowOne, int keptBelowMore, int firmLevels, String placeholder) {
        this.code = code;
        this.keptAtTop = keptAtTop;
        this.keptBelowOne = keptBelowOne;
        this.keptBelowMore = keptBelowMore;
        this.firmLevels = firmLevels;
        this.placeholder = placeholder;
    }

    @Override
    public int code() {
        return code;
    }

    /**
     * Returns how many children of this shape a node keeps by name.
     *
     * @param variablesAbove segments above that {@linkplain #countsAsVariable may be parameter values}: nodes below
     *     them are multiplied by the number of values
     * @param level the {@link CoarseningLevel}; each level halves the places, those of terms later than others
     */
    public int kept(int variablesAbove, int level) {
        int places = variablesAbove == 0 ? keptAtTop : variablesAbove == 1 ? keptBelowOne : keptBelowMore;
        return places >> Math.max(0, level - firmLevels);
    }

    /**
     * Returns the name of a placeholder for segments of this shape, without angle brackets; empty where they have none.
     */
    public String placeholder() {
        return placeholder;
    }

    /** Whether segments of this shape are hardly ever literals of an interface. */
    public boolean isOpaque() {
        return switch (this) {
            case INTEGER, NUMBER, DATE, UUID, HEX, CODE, TOKEN, TITLE, EMAIL -> true;
            default -> false;
        };
    }

    /**
     * Whether this is a path that the user stated or declared literal, which is a child of the host as first segments
     * are.
     */
    public boolean isPinned() {
        return this == STATED || this == LITERAL;
    }

    /** Whether this is a request method and no part of the path. */
    public boolean isMethod() {
        return this == METHOD || this == ODD_METHOD;
    }

    /** Whether a segment of this shape may be a parameter value, and so counts as a variable above its children. */
    public boolean countsAsVariable() {
        return switch (this) {
            case TERM, VERSION, EMPTY, HOST, STATED, LITERAL, SPELLING, QUERY_KEY -> false;
            default -> true;
        };
    }
}
