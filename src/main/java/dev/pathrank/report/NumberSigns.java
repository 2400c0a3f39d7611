package dev.pathrank.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The separators of numbers on a page, from a table of our own, because those of the JDK change with its version.
 *
 * @param group between thousands
 * @param decimal before the decimals
 */
public record NumberSigns(String group, String decimal) {
    /** The separators of English: {@code 1,234.5}. */
    public static final NumberSigns ENGLISH = new NumberSigns(",", ".");

    private static final NumberSigns DOTS = new NumberSigns(".", ",");
    private static final NumberSigns SPACES = new NumberSigns("\u00a0", ",");
    private static final NumberSigns NARROW_SPACES = new NumberSigns("\u202f", ",");
    private static final NumberSigns APOSTROPHES = new NumberSigns("\u2019", ".");

    /** By language, or by language and region where these differ, as Unicode's CLDR has them. */
    private static final Map<String, NumberSigns> TABLE = Map.ofEntries(
            Map.entry("en", ENGLISH),
            Map.entry("ja", ENGLISH),
            Map.entry("zh", ENGLISH),
            Map.entry("ko", ENGLISH),
            Map.entry("th", ENGLISH),
            Map.entry("he", ENGLISH),
            Map.entry("es-mx", ENGLISH),
            Map.entry("de", DOTS),
            Map.entry("nl", DOTS),
            Map.entry("it", DOTS),
            Map.entry("es", DOTS),
            Map.entry("pt", DOTS),
            Map.entry("da", DOTS),
            Map.entry("id", DOTS),
            Map.entry("tr", DOTS),
            Map.entry("el", DOTS),
            Map.entry("ro", DOTS),
            Map.entry("de-at", SPACES),
            Map.entry("pt-pt", SPACES),
            Map.entry("ru", SPACES),
            Map.entry("uk", SPACES),
            Map.entry("pl", SPACES),
            Map.entry("cs", SPACES),
            Map.entry("sk", SPACES),
            Map.entry("bg", SPACES),
            Map.entry("hu", SPACES),
            Map.entry("fi", SPACES),
            Map.entry("sv", SPACES),
            Map.entry("nb", SPACES),
            Map.entry("no", SPACES),
            Map.entry("fr", NARROW_SPACES),
            Map.entry("de-ch", APOSTROPHES),
            Map.entry("it-ch", APOSTROPHES));

    private static final int THOUSANDS = 3;

    /**
     * Returns the signs of a locale such as {@code de}, {@code pt_BR} or {@code en-GB}; empty where it is not known.
     */
    public static Optional<NumberSigns> of(String locale) {
        String tag = locale.replace('_', '-').toLowerCase(Locale.ROOT);
        NumberSigns found = TABLE.get(tag);
        return Optional.ofNullable(found == null ? TABLE.get(tag.replaceFirst("-.*", "")) : found);
    }

    /** Returns the languages that are known, in words for a message. */
    public static String known() {
        return String.join(", ", TABLE.keySet().stream().sorted().toList());
    }

    /** Returns a whole number. */
    public String of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    /** Returns a number with all its decimals. */
    public String of(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "\u2212" : "");
        for (int at = 0; at < end; at++) {
            boolean newGroup = at > 0 && (end - at) % THOUSANDS == 0;
            text.append(newGroup ? group : "").append(digits.charAt(at));
        }
        return (point < 0 ? text : text.append(decimal).append(digits, point + 1, digits.length())).toString();
    }
}
