package dev.pathrank.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An encoder of bytes for display: every byte outside 0x21 to 0x7E, and {@code <} and {@code >}, become {@code %} and
 * two upper-case hex digits. Encoded text cannot control a terminal, and a {@code <} in it always begins a placeholder.
 * A {@code %} is kept, so the result is for reading and cannot be decoded reliably.
 */
public final class PercentEncoder {
    private static final String HEX = "0123456789ABCDEF";

    /** Escapes of bytes that are encoded for display. */
    private static final Pattern ESCAPED = Pattern.compile("(?:%(?:[0189A-Fa-f][0-9A-Fa-f]|20|3[CcEe]|7[Ff]))+");

    private PercentEncoder() {}

    /** Encodes all bytes of an array. */
    public static String of(byte[] bytes) {
        return of(ByteSlice.of(bytes));
    }

    /** Encodes all bytes of a slice. */
    public static String of(ByteSlice bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length());
        for (int at = 0; at < bytes.length(); at++) {
            append(bytes.at(at), encoded);
        }
        return encoded.toString();
    }

    /** Encodes all bytes of a pattern but the {@code <} and {@code >} of its placeholders. */
    public static String ofPattern(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (b == '<' || b == '>') {
                encoded.append((char) b);
            } else {
                append(b, encoded);
            }
        }
        return encoded.toString();
    }

    /**
     * Returns a text as it is, with all bytes of its UTF-8 percent-encoded that are encoded for display, and with none
     * of them encoded, each form once: clients send both, and people type both.
     */
    public static List<String> wireForms(String text) {
        String raw = ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decoded(found.group())));
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            append(b, encoded);
        }
        String lower =
                ESCAPED.matcher(encoded).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
        return Stream.of(text, encoded.toString(), lower, raw).distinct().toList();
    }

    /** Returns what some escapes stand for; the escapes themselves where that is no UTF-8. */
    private static String decoded(String escapes) {
        byte[] bytes = new byte[escapes.length()];
        int length = PercentDecoder.decodeOnce(ByteSlice.of(escapes), bytes);
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : escapes;
    }

    /** Whether a byte is encoded for display. */
    public static boolean encodes(byte b) {
        return b <= ' ' || b == 0x7F || b == '<' || b == '>';
    }

    private static void append(byte b, StringBuilder encoded) {
        if (encodes(b)) {
            encoded.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
        } else {
            encoded.append((char) b);
        }
    }
}
