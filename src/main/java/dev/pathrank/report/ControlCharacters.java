package dev.pathrank.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Percent-encoding of characters that act on a terminal or are invisible. Paths arrive clean; this is the last defence
 * for anything else from a log or a user's file.
 */
public final class ControlCharacters {
    // Written out, because the JDK's tables change with its Unicode version and reports must not.
    private static final String DIRECTION_AND_LINE_MARKS =
            "\u061C\u200B\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    private ControlCharacters() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(ControlCharacters::acts)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(character -> append(character, printable));
        return printable.toString();
    }

    private static boolean acts(int character) {
        return Character.isISOControl(character)
                || isLoneSurrogate(character)
                || DIRECTION_AND_LINE_MARKS.indexOf(character) >= 0;
    }

    private static void append(int character, StringBuilder printable) {
        if (!acts(character)) {
            printable.appendCodePoint(character);
            return;
        }
        // Half a surrogate pair has no UTF-8 form: it becomes the replacement character.
        String encodable = isLoneSurrogate(character) ? "\uFFFD" : Character.toString(character);
        for (byte octet : encodable.getBytes(UTF_8)) {
            printable.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
    }

    private static boolean isLoneSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
