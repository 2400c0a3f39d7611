package dev.pathrank.pattern;

import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style in which placeholders are written. */
public enum PlaceholderStyle {
    /** {@code /user/<id>}: the kind of value, the same name for equal kinds. */
    ANGLE("angle", "", "", ""),
    /**
     * <code>/user/{id}</code>, as API Gateway, OpenAPI and Spring write it; the rest of a path is <code>{path+}</code>.
     */
    BRACE("brace", "{", "}", "{"),
    /** {@code /user/:id}, as Express and Rails write it; the rest of a path is {@code *path}. */
    COLON("colon", ":", "", "*");

    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]*)>");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern ANY_PLACEHOLDER = Pattern.compile("<[^<>]*>|\\{[^{}]*\\}|(?<=/):[^/]+");

    private final String word;
    private final String open;
    private final String close;
    private final String openRest;

    PlaceholderStyle(String word, String open, String close, String openRest) {
        this.word = word;
        this.open = open;
        this.close = close;
        this.openRest = openRest;
    }

    /** Returns the word of {@code --placeholder}. */
    public String word() {
        return word;
    }

    /**
     * Returns a pattern of any style without the names and the notation of its placeholders: {@code /user/<>}. People
     * write letters as they are or percent-encoded, so they are encoded here as in a printed pattern.
     */
    public static String withoutNames(String pattern) {
        String encoded = PercentEncoder.ofPattern(
                ANY_PLACEHOLDER.matcher(pattern).replaceAll("<>").getBytes(StandardCharsets.UTF_8));
        return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    /**
     * Returns a pattern in this style. Placeholders of the same name get the literals before them into their names,
     * because a path template cannot have a name twice. Literal text that would look like a placeholder is
     * percent-encoded.
     *
     * @param pattern in printed form: {@code /user/<id>}
     */
    public String of(String pattern) {
        if (this == ANGLE) {
            return pattern;
        }
        List<String> names = names(pattern);
        StringBuilder styled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(pattern);
        int at = 0;
        for (String name : names) {
            if (!placeholder.find()) {
                throw new IllegalStateException("fewer placeholders than names: " + pattern);
            }
            styled.append(escaped(pattern.substring(at, placeholder.start())));
            boolean rest = placeholder.group(1).endsWith("+");
            styled.append(rest ? openRest : open).append(name);
            styled.append(rest && this == BRACE ? "+" : "").append(close);
            at = placeholder.end();
        }
        return styled.append(escaped(pattern.substring(at))).toString();
    }

    private static List<String> names(String pattern) {
        List<String> kinds = new ArrayList<>();
        List<String> owned = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        String literal = "";
        for (String segment : pattern.substring(1).split("/", -1)) {
            Matcher placeholder = PLACEHOLDER.matcher(segment);
            boolean found = false;
            while (placeholder.find()) {
                found = true;
                String kind = placeholder.group(1).replace("+", "");
                kinds.add(kind);
                owned.add(ParameterNames.after(literal, kind));
                times.merge(kind, 1, Integer::sum);
            }
            literal = found ? literal : segment;
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            String name = times.getOrDefault(kinds.get(i), 0) == 1 ? kinds.get(i) : owned.get(i);
            String unique = name;
            for (int number = 2; !taken.add(unique); number++) {
                unique = name + "_" + number;
            }
            names.add(unique);
        }
        return names;
    }

    private String escaped(String literal) {
        return this == BRACE
                ? literal.replace("{", "%7B").replace("}", "%7D")
                : literal.replace("/:", "/%3A").replace("/*", "/%2A");
    }
}
