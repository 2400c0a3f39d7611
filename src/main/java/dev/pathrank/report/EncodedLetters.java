package dev.pathrank.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Percent-encoded letters of a path, shown as letters. Only well-formed UTF-8 of letters outside ASCII is decoded, so a
 * delimiter, a control character, {@code <} or {@code >} stays encoded, and so does text in another encoding.
 */
public final class EncodedLetters {
    private static final Pattern ENCODED = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    /**
     * First and last character of ranges in which Unicode has added no letter since version 13 (Java 17), so that
     * reports do not change with Java. Left out are invisible letters and marks that join the character before them.
     */
    private static final int[] STABLE = {
        0x00C0, 0x02AF, 0x0370, 0x058A, 0x0591, 0x05F4, 0x0620, 0x06FF, 0x0900, 0x0BFF, 0x0D00, 0x0D7F, 0x0E00, 0x0E7F,
        0x10A0, 0x10FF, 0x1E00, 0x1FFF, 0x3005, 0x3007, 0x3041, 0x30FF, 0x3105, 0x312F, 0x3131, 0x3163, 0x3165, 0x318E,
        0x3400, 0x4DBF, 0x4E00, 0x9FFC, 0xAC00, 0xD7A3, 0xFF66, 0xFF9F, 0x20000, 0x2A6DD
    };

    private EncodedLetters() {}

    public static String shown(String text) {
        return text.indexOf('%') < 0
                ? text
                : ENCODED.matcher(text).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group())));
    }

    private static String decoded(String run) {
        if (!isUtf8(run)) {
            return run;
        }
        StringBuilder shown = new StringBuilder();
        boolean afterLetter = false;
        int at = 0;
        while (at < run.length()) {
            int end = Math.min(run.length(), at + 3 * octets(octet(run, at)));
            int character = character(run, at, end);
            afterLetter = isLetter(character, afterLetter);
            if (afterLetter) {
                shown.appendCodePoint(character);
                at = end;
            } else {
                shown.append(run, at, at + 3);
                at += 3;
            }
        }
        return shown.toString();
    }

    /** Whether octets are UTF-8, the last character of which may be cut; two octets of another encoding may look so. */
    private static boolean isUtf8(String run) {
        CharBuffer text = CharBuffer.allocate(run.length());
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(octets(run, 0, run.length()), text, false)
                .isError();
    }

    private static ByteBuffer octets(String run, int at, int end) {
        ByteBuffer octets = ByteBuffer.allocate((end - at) / 3);
        for (int i = at; i < end; i += 3) {
            octets.put((byte) octet(run, i));
        }
        return octets.flip();
    }

    private static int octet(String run, int at) {
        return Integer.parseInt(run, at + 1, at + 3, 16);
    }

    /** Returns the length of a character by its first octet. */
    private static int octets(int first) {
        if (first >= 0xF0) {
            return 4;
        }
        return first >= 0xE0 ? 3 : 2;
    }

    /** Returns the one character that octets stand for; -1 if they are not well-formed. */
    private static int character(String run, int at, int end) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(octets(run, at, end))
                    .toString();
            return text.codePointCount(0, text.length()) == 1 ? text.codePointAt(0) : -1;
        } catch (CharacterCodingException notUtf8) {
            return -1;
        }
    }

    private static boolean isLetter(int character, boolean afterLetter) {
        for (int i = 0; i < STABLE.length; i += 2) {
            if (character >= STABLE[i] && character <= STABLE[i + 1]) {
                return Character.isLetterOrDigit(character) || afterLetter && isMark(character);
            }
        }
        return false;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
