package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;

/** Paths as they may be shown: e-mail addresses and what may be a secret give way to the name of their kind (contract: "What is printed"). */
public final class MaskedPath {
    /** Characters of an example: every place of the tree holds one, and a path may have 8 KB. */
    private static final int LONGEST_EXAMPLE = 512;

    private static final String AND_SO_ON = "...";

    private MaskedPath() {}

    /** As {@link #of}, and where that is very long only its beginning, ending in {@code ...}. */
    public static String example(byte[] path, int from, int to) {
        String shown = of(path, from, Math.min(to, endOfExample(path, from, to)));
        return shown.length() <= LONGEST_EXAMPLE ? shown : cut(shown) + AND_SO_ON;
    }

    // The end of the segment in which an example becomes too long; a segment must be seen whole to be judged.
    private static int endOfExample(byte[] path, int from, int to) {
        int end = from + LONGEST_EXAMPLE;
        while (end < to && path[end] != '/') {
            end++;
        }
        return end;
    }

    /** The path {@code path[from, to)}, printable, with what must not be shown masked: {@code /reset/<token>}. */
    public static String of(byte[] path, int from, int to) {
        StringBuilder shown = new StringBuilder(to - from);
        int at = from;
        for (int i = from; i <= to; i++) {
            if (i == to || path[i] == '/') {
                segment(shown, path, at, i);
                if (i < to) {
                    shown.append('/');
                }
                at = i + 1;
            }
        }
        return shown.toString();
    }

    private static String cut(String shown) {
        int escape = shown.lastIndexOf('%', LONGEST_EXAMPLE - 1);
        return shown.substring(0, escape >= 0 && escape > LONGEST_EXAMPLE - 3 ? escape : LONGEST_EXAMPLE);
    }

    private static void segment(StringBuilder shown, byte[] path, int from, int to) {
        int kind = SegmentKind.of(path, from, to);
        if (hides(SegmentKind.shape(kind), path, from, to)) {
            shown.append(SegmentKind.placeholder(kind));
        } else {
            shown.append(PercentEncoder.of(new ByteSlice(path, from, to)));
        }
    }

    /** Whether a segment of this shape must not be shown. */
    public static boolean hides(Shape shape, byte[] text, int from, int to) {
        return hides(new CharacterProfile(), shape, text, from, to);
    }

    /** As {@link #hides(Shape, byte[], int, int)}, with a look that is used again and again. */
    public static boolean hides(CharacterProfile look, Shape shape, byte[] text, int from, int to) {
        return switch (shape) {
            case UUID, TOKEN, TITLE, EMAIL -> true;
            case HEX, FILE -> SegmentKind.secret(look, text, from, to);
            default -> false;
        };
    }
}
