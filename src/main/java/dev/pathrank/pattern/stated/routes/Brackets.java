package dev.pathrank.pattern.stated.routes;

/** A finder of closing brackets. */
final class Brackets {
    private Brackets() {}

    /**
     * Returns the text between the bracket at {@code open} and the one that closes it. The text may hold nested
     * brackets of the same kind, and any brackets after a backslash or in a character class of a regular expression.
     *
     * @throws IllegalArgumentException if the bracket is not closed
     */
    static String content(String text, int open, char close) {
        char opening = text.charAt(open);
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' && close != ']' && i > open) {
                int end = text.indexOf(']', i + 2);
                i = end < 0 ? i : end;
            } else if (c == opening) {
                depth++;
            } else if (c == close && --depth == 0) {
                return text.substring(open + 1, i);
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" has a " + opening + " without " + close
                + "; write placeholders such as <id>, {id} or :id");
    }
}
