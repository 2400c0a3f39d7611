package dev.pathrank.pattern.segment;

import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The text of a segment around its core: what stands before a value ({@code key=}, {@code ;key=}, {@code @}, {@code ~}) and behind it ({@code :start}, {@code .json}).
 *
 * @param prefix literal text before the core, a character for each byte
 * @param suffix literal text behind the core
 */
public record Affix(String prefix, String suffix) {
    public static final Affix NONE = new Affix("", "");

    /** Files whose extensions differ: nothing stands around, but they are no values like others. */
    public static final Affix FILES = new Affix("", "\0");

    public static final Comparator<Affix> ORDER =
            Comparator.comparing(Affix::prefix).thenComparing(Affix::suffix);

    /** Letters of the longest key or verb that is taken for one. */
    private static final int LONGEST = 24;

    /** {@link #core} of a segment without key and verb. */
    static final long WHOLE = -1;

    /** Where the core of a segment with a key or a verb lies, for {@link #from} and {@link #to}, or {@link #WHOLE}. */
    static long core(byte[] text, int from, int to) {
        if (to - from > 1 && (text[from] == '@' || text[from] == '~')) {
            return (long) (from + 1) << 32 | to;
        }
        int equals = indexOf(text, from, to, (byte) '=');
        int parameter = equals < 0 ? equals : Math.max(from, indexOf(text, from, equals, (byte) ';') + 1);
        if (equals > parameter
                && equals < to - 1
                && word(text, parameter, equals)
                && (parameter == from || word(text, from, parameter - 1))) {
            return (long) (equals + 1) << 32 | to;
        }
        int colon = lastIndexOf(text, from, to, (byte) ':');
        if (colon > from && colon < to - 1 && word(text, colon + 1, to)) {
            return (long) from << 32 | colon;
        }
        return WHOLE;
    }

    static int from(long core) {
        return (int) (core >>> 32);
    }

    static int to(long core) {
        return (int) core;
    }

    /** The affix of a segment. */
    public static Affix of(byte[] text, int kind) {
        int extension = SegmentKind.extension(kind);
        if (SegmentKind.hashedFile(kind)) {
            long hash = HashedFileName.hash(text, 0, text.length);
            return hash == WHOLE ? NONE : new Affix(string(text, 0, from(hash)), string(text, to(hash), text.length));
        }
        if (extension != FileExtension.NONE) {
            String suffix = "." + FileExtension.name(extension);
            int from = text.length - suffix.length();
            return new Affix("", from < 0 ? suffix : string(text, from, text.length));
        }
        long core = core(text, 0, text.length);
        return core == WHOLE ? NONE : new Affix(string(text, 0, from(core)), string(text, to(core), text.length));
    }

    /** The same in small letters, so that {@code <id>.JSON} is no variable of its own. */
    public Affix normalized() {
        String small = SegmentNormalizer.normalize(suffix);
        return small.equals(suffix) ? this : new Affix(prefix, small);
    }

    /** A placeholder of that name with this text around it. */
    public String around(String name) {
        return this.equals(FILES)
                ? "<" + name + ">"
                : PercentEncoder.of(bytes(prefix)) + "<" + name + ">" + PercentEncoder.of(bytes(suffix));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public int length() {
        return prefix.length() + suffix.length();
    }

    public int coreFrom() {
        return prefix.length();
    }

    public int coreTo(byte[] text) {
        return text.length - suffix.length();
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] text, int from, int to, byte wanted) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] text, int from, int to, byte wanted) {
        for (int i = to - 1; i >= from; i--) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Letters, hyphens and underscores only. */
    private static boolean word(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int lower = text[i] | 0x20;
            if ((lower < 'a' || lower > 'z') && text[i] != '-' && text[i] != '_') {
                return false;
            }
        }
        return true;
    }
}
