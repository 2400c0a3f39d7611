package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.PathHash;
import java.io.ByteArrayOutputStream;

/** How a path is spelled that belongs to a stated pattern: with the slashes and letters of the path, and the variables of the pattern. */
final class StatedSpelling {
    private StatedSpelling() {}

    /** A segment of a pattern with its literal text in small letters. */
    static String plain(String segment) {
        StringBuilder plain = new StringBuilder(segment.length());
        boolean variable = false;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            variable = c == '<' || variable && c != '>';
            plain.append(!variable && c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return plain.toString();
    }

    /** The spelling of {@code path[from, to)}, which the pattern matches. */
    static byte[] of(byte[] pattern, byte[] path, int from, int to) {
        ByteArrayOutputStream spelled = new ByteArrayOutputStream(to - from);
        int at = 0;
        int i = from;
        while (i < to) {
            if (path[i] == '/') {
                spelled.write('/');
                i++;
                continue;
            }
            int end = PathHash.slash(path, i, to);
            while (at < pattern.length && pattern[at] == '/') {
                at++;
            }
            int until = PathHash.slash(pattern, at, pattern.length);
            if (indexOf(pattern, at, until, '<') < 0) {
                spelled.write(path, i, end - i);
            } else {
                spelled.write(pattern, at, until - at);
                if (indexOf(pattern, at, until, '+') >= 0) {
                    end = to;
                }
            }
            i = end;
            at = until;
        }
        return spelled.toByteArray();
    }

    private static int indexOf(byte[] text, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
