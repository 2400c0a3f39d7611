package dev.pathrank.pattern.segment;

/**
 * What a segment of a path looks like, told from its own bytes alone, so that it is the same in every tally.
 *
 * <p>Shapes keep values of different nature from competing for a place in the tree: {@code /user/me} is a word and stays however many
 * integers stand beside it.
 */
public enum Shape {
    /** A word that web interfaces use: {@code users}, {@code search}. */
    TERM(512, 256, 128, 4, ""),
    /** Another word of letters, perhaps with one hyphen or underscore, or ending in one or two digits: {@code getOrders}, {@code oauth2}. */
    WORD(1024, 128, 64, 0, "name"),
    /** Several words joined by hyphens or underscores: {@code my-summer-holiday}. */
    SLUG(512, 64, 32, 0, "slug"),
    /** {@code v1}, {@code v2.1}. */
    VERSION(32, 16, 8, 4, "version"),
    /** Digits only. */
    INTEGER(16, 8, 4, 0, "id"),
    /** Digits with points, commas or signs: {@code 48.85,2.35}. */
    NUMBER(16, 8, 4, 0, "number"),
    /** {@code 2017-02-12}. */
    DATE(16, 8, 4, 0, "date"),
    /** 8-4-4-4-12 hexadecimal digits. */
    UUID(8, 4, 2, 0, "uuid"),
    /** Eight and more hexadecimal digits, letters and numerals mixed. */
    HEX(8, 4, 2, 0, "hex"),
    /** Letters and digits mixed as no word has them, shorter than a token: {@code cus_9s6XKz}. */
    CODE(16, 8, 4, 0, "id"),
    /** Twenty and more characters that mix letters and digits, or a JSON Web Token: perhaps a secret. */
    TOKEN(8, 4, 2, 0, "token"),
    /** A slug long enough, and with digits enough, to be taken for a token. */
    TITLE(8, 4, 2, 0, "slug"),
    /** An e-mail address. */
    EMAIL(8, 4, 2, 0, "email"),
    /** A name with one of the {@linkplain FileExtension known extensions}. */
    FILE(256, 64, 16, 0, "file"),
    /** Anything else: other scripts, percent-encoded text, punctuation. */
    OTHER(128, 32, 16, 0, "name"),
    /** Nothing between two slashes, or after the last one. */
    EMPTY(1, 1, 1, 16, ""),
    /** All that follows the deepest segment that is looked at. */
    REST(0, 0, 0, 0, "path"),
    /** The host, above every path. */
    HOST(64, 64, 64, 4, ""),
    /** A whole pattern that the user stated. */
    STATED(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ""),
    /** One of the methods of RFC 9110 and PATCH, below every path. */
    METHOD(16, 16, 16, 16, ""),
    /** Any other method. */
    ODD_METHOD(8, 8, 8, 4, ""),
    /** A whole path that the user wants literal, and the beginning of those below it. */
    LITERAL(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, ""),
    /** A spelling of a stated pattern that is not its own. */
    SPELLING(8, 8, 8, 4, "");

    private final int keptAtTop;
    private final int keptBelowOne;
    private final int keptBelowMore;
    private final int firmLevels;
    private final String placeholder;

    Shape(int keptAtTop, int keptBelowOne, int keptBelowMore, int firmLevels, String placeholder) {
        this.keptAtTop = keptAtTop;
        this.keptBelowOne = keptBelowOne;
        this.keptBelowMore = keptBelowMore;
        this.firmLevels = firmLevels;
        this.placeholder = placeholder;
    }

    /**
     * How many children of this shape a node keeps by name.
     *
     * @param variablesAbove segments above that are no {@link #TERM}: what lies below them is multiplied by their number
     * @param level how often memory ran out; each level halves the places, those of terms later than others
     */
    public int kept(int variablesAbove, int level) {
        int places = variablesAbove == 0 ? keptAtTop : variablesAbove == 1 ? keptBelowOne : keptBelowMore;
        return places >> Math.max(0, level - firmLevels);
    }

    /** The word between the angle brackets when segments of this shape are folded. */
    public String placeholder() {
        return placeholder;
    }

    /** Whether a segment of this shape hardly ever is a literal of an interface. */
    public boolean isOpaque() {
        return switch (this) {
            case INTEGER, NUMBER, DATE, UUID, HEX, CODE, TOKEN, TITLE, EMAIL -> true;
            default -> false;
        };
    }

    /** Whether this is what the user pinned below a host, beside the first segments. */
    public boolean isPinned() {
        return this == STATED || this == LITERAL;
    }

    /** Whether this is a method rather than a part of the path. */
    public boolean isMethod() {
        return this == METHOD || this == ODD_METHOD;
    }
}
