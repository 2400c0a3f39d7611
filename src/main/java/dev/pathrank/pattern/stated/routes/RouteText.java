package dev.pathrank.pattern.stated.routes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a routes file.
 *
 * @param file the file's name, for messages
 * @param text the content without a byte order mark
 */
record RouteText(String file, String text) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Decodes a file: UTF-8, or UTF-16 with a byte order mark, as PowerShell's {@code >} writes it. */
    static RouteText of(String file, byte[] bytes) {
        String text = decoded(file, bytes);
        return new RouteText(file, text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1));
    }

    private static String decoded(String file, byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        Charset charset = mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RouteFileException(file, "is not text in " + charset + "; save it as UTF-8");
        }
    }

    /** Returns the lines; the first has index 0 here and number 1 in messages. */
    List<String> lines() {
        return text.lines().toList();
    }

    /** Returns an exception for a line of the file. */
    RouteFileException wrong(int line, String what) {
        return new RouteFileException(file, line, what);
    }

    /** Returns an exception for the whole file. */
    RouteFileException wrong(String what) {
        return new RouteFileException(file, what);
    }
}
