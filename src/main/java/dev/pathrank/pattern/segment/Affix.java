package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
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

    /** By prefix, then by suffix. */
    public static final Comparator<Affix> ORDER =
            Comparator.comparing(Affix::prefix).thenComparing(Affix::suffix);

    /** Returns the affix of a segment of the given {@link SegmentKind}. */
    public static Affix of(byte[] text, int kind, ColonUse colons) {
        int extension = SegmentKind.extension(kind);
        if (!SegmentKind.hasParts(kind)) {
            return extension == FileExtension.NONE ? NONE : ending(text, extension);
        }
        SegmentParts parts = new SegmentParts().scan(ByteSlice.of(text), extension);
        if (extension == FileExtension.NONE) {
            return aroundValues(text, parts, colons);
        }
        for (int i = 0; i < parts.count(); i++) {
            if (parts.type(i) == PartType.HEX) {
                return outside(text, parts.from(i), parts.to(i));
            }
        }
        return ending(text, extension);
    }

    private static Affix ending(byte[] text, int extension) {
        int from = text.length - FileExtension.length(extension) - 1;
        return from < 0
                ? new Affix("", "." + FileExtension.name(extension))
                : new Affix("", string(text, from, text.length));
    }

    private static Affix aroundValues(byte[] text, SegmentParts parts, ColonUse colons) {
        int first = parts.count();
        int last = -1;
        for (int i = parts.hasParameters() && colons != ColonUse.VALUES ? 1 : 0; i < parts.count(); i++) {
            if (parts.type(i).isSlot()) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last < 0) {
            return NONE;
        }
        if (parts.isKeyAndWords() && colons != ColonUse.VALUES) {
            first = colons == ColonUse.KEYS ? 2 : 0;
            last = first;
        }
        return outside(text, parts.from(first), parts.to(last));
    }

    private static Affix outside(byte[] text, int from, int to) {
        return from == 0 && to == text.length ? NONE : new Affix(string(text, 0, from), string(text, to, text.length));
    }

    /**
     * Returns this affix with a normalized suffix, so that {@code <id>.JSON} and {@code <id>.json} are one placeholder.
     */
    public Affix normalized() {
        String small = SegmentNormalizer.normalize(suffix);
        return small.equals(suffix) ? this : new Affix(prefix, small);
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
        return to - from >= SegmentParts.SHORTEST_HEX;
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
