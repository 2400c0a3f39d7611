package dev.pathrank.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Parameter values of paths. Each kind has a number of popular values, which recur, and an endless supply of new ones.
 *
 * @param popular how many values of a kind come back
 * @param freshPercent how many draws give a value that hardly ever comes back
 * @param firstDay the first of the days that dates in paths name
 */
record SampleValues(int popular, double freshPercent, LocalDate firstDay) {
    private static final String HEX = "0123456789abcdef";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> COLOURS = List.of(
            "amber", "black", "blue", "cream", "green", "grey", "ivory", "navy", "olive", "pink", "red", "rust", "sand",
            "teal", "white");
    private static final List<String> STUFFS = List.of(
            "bamboo", "ceramic", "cotton", "felt", "glass", "leather", "linen", "oak", "paper", "silk", "steel",
            "walnut", "wool");
    private static final List<String> THINGS = List.of(
            "apron",
            "basket",
            "bench",
            "blanket",
            "bowl",
            "chair",
            "clock",
            "cushion",
            "desk",
            "jacket",
            "kettle",
            "lamp",
            "mirror",
            "mug",
            "notebook",
            "planter",
            "rug",
            "scarf",
            "shelf",
            "shirt",
            "stool",
            "table",
            "tray",
            "vase");
    private static final List<String> FIRST_NAMES = List.of(
            "ada", "bela", "carla", "dmitri", "emma", "farid", "grace", "hugo", "ines", "jonas", "kaya", "lena");
    private static final List<String> LAST_NAMES = List.of(
            "abbott", "berg", "costa", "dunn", "eriksen", "fischer", "garcia", "hansen", "ito", "jansen", "kovacs",
            "lund");
    private static final List<String> SEARCHES = List.of(
            "red shoes",
            "café table",
            "100% wool",
            "lamp",
            "desk & chair",
            "größe 42",
            "rug/runner",
            "mug",
            "oak shelf",
            "tea+kettle",
            "vase <tall>",
            "gift");

    /** The next value of a kind, as it is on the wire. */
    String next(String kind, Draw draw) {
        boolean fresh = draw.percent(freshPercent);
        long number = fresh ? popular + (draw.bits() >>> 16) : draw.skewed(popular);
        Draw own = Draw.of(kind.hashCode(), number); // the value is a function of its number
        return switch (kind) {
            case "id" -> Integer.toString(10_000 + own.below(fresh ? 90_000_000 : 90_000));
            case "no" -> Integer.toString(1 + own.below(400));
            case "uuid" -> uuid(own);
            case "hex" -> own.letters(HEX, 24);
            case "slug" ->
                own.pick(COLOURS) + "-" + own.pick(STUFFS) + "-" + own.pick(THINGS)
                        + (fresh ? "-" + own.below(100_000) : "");
            case "sku" -> own.letters("ABCDEFGHJKLMNPQRSTUVWXYZ", 2) + "-" + (10_000 + own.below(90_000));
            case "date" -> firstDay.plusDays(own.below(28)).toString();
            case "text" -> percentEncoded(fresh ? own.pick(COLOURS) + " " + own.pick(THINGS) : own.pick(SEARCHES));
            case "email" ->
                own.pick(FIRST_NAMES) + "." + own.pick(LAST_NAMES) + own.below(fresh ? 100_000 : 10) + "@example.org";
            case "token" -> own.letters(ALPHANUMERIC, 36);
            default -> throw new IllegalArgumentException("no values of kind <" + kind + ">");
        };
    }

    private static String uuid(Draw draw) {
        String hex = draw.letters(HEX, 30);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(12, 15) + "-a"
                + hex.substring(15, 18) + "-" + hex.substring(18);
    }

    /** As a browser encodes a segment of a path. */
    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~+&".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
