package dev.pathrank.pattern.segment;

/** What a part of a segment is. */
public enum PartType {
    /** A character that separates values: {@code :}, {@code =}, {@code (}. */
    SIGN("", false),
    /** A key before a value ({@code order} in {@code order:42}), a verb behind one, or a file extension. */
    LITERAL("token", false),
    /** Words, perhaps with numbers, joined by hyphens and the like: {@code red-chair-2}. */
    WORDS("name", false),
    /** Digits only. */
    INTEGER("number", false),
    /** Digits with one point. */
    NUMBER("number", false),
    /** Digits with more points, or after a {@code v}: {@code 1.2.3}, {@code 1.0.0-beta.2}. */
    VERSION("version", true),
    /** {@code 2017-02-12}. */
    DATE("date", true),
    /** Hexadecimal digits, letters and numerals mixed. */
    HEX("hex", true),
    /** 8-4-4-4-12 hexadecimal digits. */
    UUID("uuid", true);

    private final String placeholder;
    private final boolean strong;

    PartType(String placeholder, boolean strong) {
        this.placeholder = placeholder;
        this.strong = strong;
    }

    /** Returns the name of a placeholder for such a part beside others, without angle brackets. */
    public String placeholder() {
        return placeholder;
    }

    /** Whether such a part may stand for a value. */
    public boolean isSlot() {
        return this != SIGN && this != LITERAL;
    }

    /** Whether such a part is a value of its own, whatever words stand beside it. */
    boolean isStrong() {
        return strong;
    }
}
