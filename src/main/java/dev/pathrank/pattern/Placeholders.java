package dev.pathrank.pattern;

/** How variables are written in patterns. */
final class Placeholders {
    private Placeholders() {}

    /** The placeholder for segments of a kind: {@code <uuid>}, {@code <file>.js}. */
    static String of(int kind) {
        String placeholder = "<" + SegmentKind.shape(kind).placeholder() + ">";
        int extension = SegmentKind.extension(kind);
        return extension == FileExtension.NONE ? placeholder : placeholder + "." + FileExtension.name(extension);
    }
}
