package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a segment, from the first to the last: what may be values, and the text around them.
 *
 * @param parts at least one; the texts together are the segment if its text is known
 */
public record Skeleton(List<Part> parts) {
    private static final Pattern NUMBERS = Pattern.compile("%[0-9A-Fa-f]{2}|[0-9]+");

    /**
     * A part of a segment.
     *
     * @param text a character for each byte
     */
    public record Part(PartType type, String text) {
        /** Returns the text with each number as one sign, so that texts which differ in numbers alone are equal. */
        public String unnumbered() {
            return NUMBERS.matcher(text).replaceAll(found -> found.group().startsWith("%") ? found.group() : "#");
        }

        /** Whether there are digits in the text. */
        public boolean hasDigits() {
            return unnumbered().indexOf('#') >= 0;
        }
    }

    public Skeleton {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the parts of a segment of the given {@link SegmentKind}.
     *
     * @param text empty where it is not known
     */
    public static Skeleton of(byte[] text, int kind, ColonUse colons) {
        int extension = SegmentKind.extension(kind);
        List<Part> parts = new ArrayList<>();
        if (SegmentKind.hasParts(kind) && text.length > 0) {
            SegmentParts found = new SegmentParts().scan(ByteSlice.of(text), extension);
            boolean isKey = found.hasParameters()
                    ? colons != ColonUse.VALUES
                    : found.isKeyAndWords() && colons == ColonUse.KEYS;
            boolean isVerb = found.isKeyAndWords() && colons == ColonUse.VERBS;
            for (int i = 0; i < found.count(); i++) {
                boolean literal = i == 0 && isKey || i == 2 && isVerb;
                PartType type = literal ? PartType.LITERAL : found.type(i);
                parts.add(part(type, text, found.from(i), found.to(i)));
            }
            return new Skeleton(parts);
        }
        int point = extension == FileExtension.NONE
                ? text.length
                : Math.max(0, text.length - FileExtension.length(extension) - 1);
        parts.add(part(PartType.WORDS, text, 0, point));
        if (extension != FileExtension.NONE) {
            parts.add(
                    text.length > 0
                            ? part(PartType.LITERAL, text, point, text.length)
                            : new Part(PartType.LITERAL, "." + FileExtension.name(extension)));
        }
        return new Skeleton(parts);
    }

    private static Part part(PartType type, byte[] text, int from, int to) {
        return new Part(type, new String(text, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** Whether the whole segment is one value. */
    public boolean isWhole() {
        return parts.size() == 1;
    }

    /** Returns the types of values and the text around them: equal for segments that may be values of one template. */
    public String form() {
        StringBuilder form = new StringBuilder();
        for (Part part : parts) {
            form.append(part.type.isSlot() ? "<" + part.type + ">" : SegmentNormalizer.normalize(part.text));
        }
        return form.toString();
    }

    /** Returns {@link #form} with one sign for values of all types. */
    public String outline() {
        StringBuilder outline = new StringBuilder();
        for (Part part : parts) {
            outline.append(part.type.isSlot() ? "<>" : SegmentNormalizer.normalize(part.text));
        }
        return outline.toString();
    }

    /** Returns {@link #outline} with the words as they are, each number in them as one sign. */
    public String wording() {
        StringBuilder wording = new StringBuilder();
        for (Part part : parts) {
            boolean words = part.type == PartType.WORDS;
            wording.append(words ? part.unnumbered() : part.type.isSlot() ? "<>" : part.text);
        }
        return wording.toString();
    }

    /** Whether there is a value other than words, or words with numbers. */
    public boolean hasNumbers() {
        return parts.stream().anyMatch(part -> part.type.isSlot() && (part.type != PartType.WORDS || part.hasDigits()));
    }
}
