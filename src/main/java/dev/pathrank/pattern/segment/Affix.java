package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The text of a segment around its core: what precedes a value ({@code key=}, {@code ;key=}, {@code @}, {@code ~}) and
 * what follows it ({@code :start}, {@code .json}).
 *
 * @param prefix literal text before the core, a character for each byte
 * @param suffix literal text behind the core, a character for each byte
 */
public record Affix(String prefix, String suffix) {
    /** No text around the core. */
    public static final Affix NONE = new Affix("", "");

    /** Files whose extensions differ: no common text, but they are not grouped with values that are no files. */
    public static final Affix FILES = new Affix("", "\0");

    /** By prefix, then by suffix. */
    public static final Comparator<Affix> ORDER =
            Comparator.comparing(Affix::prefix).thenComparing(Affix::suffix);

    /** Returns the affix of a segment of the given {@link SegmentKind}. */
    public static Affix of(byte[] text, int kind) {
        int extension = SegmentKind.extension(kind);
        if (SegmentKind.isHashedFile(kind)) {
            return outside(text, HashedFileName.findHash(ByteSlice.of(text)));
        }
        if (extension != FileExtension.NONE) {
            String suffix = "." + FileExtension.name(extension);
            int from = text.length - suffix.length();
            return new Affix("", from < 0 ? suffix : string(text, from, text.length));
        }
        return outside(text, CoreRange.find(ByteSlice.of(text)));
    }

    private static Affix outside(byte[] text, long core) {
        return core == CoreRange.WHOLE
                ? NONE
                : new Affix(string(text, 0, CoreRange.from(core)), string(text, CoreRange.to(core), text.length));
    }

    /**
     * Returns this affix with a normalized suffix, so that {@code <id>.JSON} and {@code <id>.json} are one placeholder.
     */
    public Affix normalized() {
        String small = SegmentNormalizer.normalize(suffix);
        return small.equals(suffix) ? this : new Affix(prefix, small);
    }

    /** Returns a placeholder of the given name with this text around it, percent-encoded. */
    public String around(String name) {
        return this.equals(FILES)
                ? "<" + name + ">"
                : PercentEncoder.of(bytes(prefix)) + "<" + name + ">" + PercentEncoder.of(bytes(suffix));
    }

    /** Returns the number of bytes in prefix and suffix. */
    public int length() {
        return prefix.length() + suffix.length();
    }

    /** Returns a name without this affix; the empty text where the name is too short. */
    public String core(String name) {
        return name.substring(Math.min(name.length(), prefix.length()), Math.max(0, name.length() - suffix.length()));
    }

    /**
     * Whether this affix leaves hexadecimal digits of a name, as long as a file name's hash, perhaps after a number and
     * a point.
     */
    public boolean leavesHash(String name) {
        int from = prefix.length();
        int to = name.length() - suffix.length();
        for (int i = from; i < to; i++) {
            if (Character.digit(name.charAt(i), 16) < 0 && name.charAt(i) != '.') {
                return false;
            }
        }
        return to - from >= HashedFileName.SHORTEST;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
