package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayOutputStream;

/**
 * The spelling of a path that belongs to a stated pattern: the slashes and letters of the path with the placeholders of
 * the pattern.
 */
final class StatedSpelling {
    private StatedSpelling() {}

    /** Returns a segment of a pattern with its literal text in lower case. */
    static String lowerCase(String segment) {
        StringBuilder lower = new StringBuilder(segment.length());
        boolean placeholder = false;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            placeholder = c == '<' || placeholder && c != '>';
            lower.append(!placeholder && c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return lower.toString();
    }

    /** Returns the spelling of a path that the pattern matches. */
    static ByteSlice of(ByteSlice pattern, ByteSlice path) {
        ByteArrayOutputStream spelled = new ByteArrayOutputStream(path.length());
        byte[] form = pattern.array();
        byte[] bytes = path.array();
        int at = pattern.from();
        int i = path.from();
        while (i < path.to()) {
            if (bytes[i] == '/') {
                spelled.write('/');
                i++;
                continue;
            }
            int end = PathHash.slash(path, i);
            while (at < pattern.to() && form[at] == '/') {
                at++;
            }
            int until = PathHash.slash(pattern, at);
            String segment = new ByteSlice(form, at, until).toString();
            if (segment.indexOf('<') < 0) {
                spelled.write(bytes, i, end - i);
            } else {
                spelled.write(form, at, until - at);
                if (segment.indexOf('+') >= 0) {
                    end = path.to();
                }
            }
            i = end;
            at = until;
        }
        return ByteSlice.of(spelled.toByteArray());
    }
}
