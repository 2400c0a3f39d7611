package dev.pathrank.text;

/** Texts of strangers, cut to a length that a line of words can take. */
public final class Shortened {
    private static final String ELLIPSIS = "...";

    private Shortened() {}

    /** Returns a text, or its beginning and {@code ...} where it has more than {@code most} characters. */
    public static String of(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - ELLIPSIS.length()) + ELLIPSIS;
    }
}
