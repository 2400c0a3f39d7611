package dev.pathrank.pattern;

import java.util.Locale;

/**
 * Names for the placeholders of a path, which include the literal before them: {@code user_id} for {@code /users/<id>}.
 */
public final class ParameterNames {
    private ParameterNames() {}

    /**
     * Returns the name of a placeholder, in lower case with underscores.
     *
     * @param literal the literal before it; empty where there is none
     * @param kind its name in the pattern: {@code id}, {@code uuid}
     */
    public static String after(String literal, String kind) {
        String owner = singular(word(literal));
        String own = word(kind);
        return owner.isEmpty() || own.equals(owner) || own.startsWith(owner + "_") ? own : owner + "_" + own;
    }

    private static String word(String text) {
        String word = text.replaceAll("%[0-9A-Fa-f]{2}", "_")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return word.toLowerCase(Locale.ROOT);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(?:ss|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*(?:ss|us|is|news)");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
