package dev.pathrank.pattern;

import dev.pathrank.log.Printable;

/** Paths as they may be shown: e-mail addresses and what may be a secret give way to the name of their kind (contract: "What is printed"). */
public final class MaskedPath {
    private MaskedPath() {}

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

    private static void segment(StringBuilder shown, byte[] path, int from, int to) {
        int kind = SegmentKind.of(path, from, to);
        if (hides(SegmentKind.shape(kind), path, from, to)) {
            shown.append(Placeholders.of(kind));
        } else {
            shown.append(Printable.of(path, from, to));
        }
    }

    /** Whether a segment of this shape must not be shown. */
    static boolean hides(Shape shape, byte[] text, int from, int to) {
        return switch (shape) {
            case UUID, TOKEN, TITLE, EMAIL -> true;
            case HEX, FILE -> SegmentKind.secret(text, from, to);
            default -> false;
        };
    }
}
