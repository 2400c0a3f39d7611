package dev.pathrank.report;

import dev.pathrank.log.Header;
import java.util.ArrayList;
import java.util.List;

/** The masked values of a rejected JSON record, which need not be valid. What is no value of a key is not shown. */
final class RejectedJson {
    private final String text;
    private final List<String> values = new ArrayList<>();
    private int at;
    private String key = "";

    private RejectedJson(String text) {
        this.text = text;
    }

    /** Returns the values in their order, each masked like a cell of the column that its key names. */
    static List<String> masked(String text) {
        RejectedJson json = new RejectedJson(text);
        while (json.at < text.length()) {
            json.step();
        }
        return json.values;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '"') {
            String string = string();
            skipSpace();
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                key = string;
            } else {
                value(string);
            }
        } else if (Character.isLetterOrDigit(c) || c == '-') {
            int from = at;
            while (at < text.length() && ",{}[]\": \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            value(text.substring(from, at));
        } else {
            at++;
        }
    }

    private void value(String value) {
        if (!key.isEmpty()) {
            values.add(RejectMask.of(value, Header.isPersonal(key)));
            key = "";
        }
    }

    /** Returns the string that begins here, up to the end of the text if it has no end. */
    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            // An escaped character stays as it is, except that \/ is a common spelling of / in paths.
            boolean slash = text.startsWith("\\/", at);
            int length = text.charAt(at) == '\\' ? 2 : 1;
            string.append(text, slash ? at + 1 : at, Math.min(text.length(), at + length));
            at += length;
        }
        at++;
        return string.toString();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
