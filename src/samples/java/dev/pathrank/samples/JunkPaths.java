package dev.pathrank.samples;

/**
 * Paths of an attacker who wants to exhaust a program's memory: all different, of many shapes, some of them very long.
 */
final class JunkPaths {
    private static final int LONG_ONE_IN = 1000;
    private static final int LONG = 8000;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private JunkPaths() {}

    /** The path with a given number, as on the wire; two numbers never have the same. */
    static String path(long number) {
        long mixed = Draw.mix(number + 1);
        String own = Long.toString(mixed >>> 1, 36) + (mixed & 1);
        Draw draw = new Draw(mixed);
        String path = switch ((int) (number & 7)) {
            case 0 -> "/" + own;
            case 1 -> "/" + word(draw) + "/" + own + ".php";
            case 2 -> "/" + word(draw) + "/" + word(draw) + "/" + word(draw) + "/" + word(draw) + "/" + own;
            case 3 -> "/wp-content/plugins/" + own + "/readme.txt";
            case 4 -> "/%2e%2e/%2e%2e/" + own + "/etc/passwd";
            case 5 -> "/" + own + "/" + word(draw);
            case 6 -> "/" + (draw.bits() >>> 40) + "/" + own + "/" + (draw.bits() >>> 48);
            default -> "/api/" + word(draw) + "/" + own + "/" + word(draw) + "/" + word(draw);
        };
        return number % LONG_ONE_IN == 0 ? path + "/" + draw.letters(LETTERS, LONG) : path;
    }

    private static String word(Draw draw) {
        return draw.letters(LETTERS, 3 + draw.below(8));
    }
}
