package dev.pathrank.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files that people write. */
public final class TextFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFiles() {}

    /**
     * Returns the text of a file without the mark that some editors put before it.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not text in UTF-8
     */
    public static String read(Path file) throws IOException {
        return withoutMark(Files.readString(file));
    }

    /** Returns a text without the mark that some editors put before it. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
