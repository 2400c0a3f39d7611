package dev.pathrank.pattern.stated;

import dev.pathrank.text.PercentDecoder;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One segment of a stated pattern: literal text, perhaps with placeholders in it. */
final class StatedSegment implements Comparable<StatedSegment> {
    /** Characters that a pattern holds percent-encoded where they are no placeholder. */
    private static final String SIGNS = "{}:";

    private final String written;
    private final byte[][] literals;
    private final int literalLength;
    private final boolean rest;
    private final PatternTrie next;

    private StatedSegment(String written, byte[][] literals, PatternTrie next) {
        this.written = written;
        this.literals = literals;
        this.next = next;
        this.rest = written.contains("+>");
        this.literalLength =
                Arrays.stream(literals).mapToInt(literal -> literal.length).sum();
    }

    static StatedSegment of(String written) {
        byte[][] literals = Arrays.stream(written.split("<[^<>]+>", -1))
                .map(literal -> literal.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return new StatedSegment(written, literals, new PatternTrie());
    }

    /**
     * Returns this segment as clients send it that encode neither the signs of placeholders nor what is printed encoded
     * ({@link PercentEncoder}), such as a space or characters beyond ASCII; the same object where there are none.
     */
    StatedSegment raw() {
        byte[][] raw = Arrays.stream(literals).map(StatedSegment::raw).toArray(byte[][]::new);
        return Arrays.deepEquals(literals, raw) ? this : new StatedSegment(written + " ", raw, next);
    }

    private static byte[] raw(byte[] encoded) {
        byte[] raw = new byte[encoded.length];
        int length = 0;
        for (int at = 0; at < encoded.length; at++) {
            int value = at + 2 < encoded.length ? PercentDecoder.escaped(encoded, at) : -1;
            boolean sentRaw = value >= 0 && (PercentEncoder.encodes((byte) value) || SIGNS.indexOf(value) >= 0);
            raw[length++] = sentRaw ? (byte) value : encoded[at];
            at += sentRaw ? 2 : 0;
        }
        return length == encoded.length ? encoded : Arrays.copyOf(raw, length);
    }

    /**
     * Whether a path segment has the literals in their order, the first at its beginning, the last at its end, and text
     * between any two.
     */
    boolean matches(byte[] path, int from, int to) {
        byte[] first = literals[0];
        byte[] last = literals[literals.length - 1];
        if (literals.length == 1) {
            return Arrays.equals(first, 0, first.length, path, from, to);
        }
        if (!at(first, path, from, to)
                || !at(last, path, to - last.length, to)
                || to - last.length <= from + first.length) {
            return false;
        }
        int at = from + first.length;
        for (int i = 1; i < literals.length - 1; i++) {
            at = find(literals[i], path, at + 1, to - last.length);
            if (at < 0) {
                return false;
            }
            at += literals[i].length;
        }
        return at < to - last.length;
    }

    private static int find(byte[] literal, byte[] path, int from, int to) {
        for (int i = from; i + literal.length < to; i++) {
            if (at(literal, path, i, to)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean at(byte[] literal, byte[] path, int from, int to) {
        return from >= 0
                && from + literal.length <= to
                && Arrays.equals(literal, 0, literal.length, path, from, from + literal.length);
    }

    boolean isLiteral() {
        return literals.length == 1;
    }

    /** Returns the text of a literal. */
    byte[] text() {
        return literals[0];
    }

    /** Returns the literal texts from left to right, placeholders between them. */
    List<String> texts() {
        return Arrays.stream(literals)
                .map(literal -> new String(literal, StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns whether it stands for all segments that follow. */
    boolean takesRest() {
        return rest;
    }

    /** Returns what may follow. */
    PatternTrie next() {
        return next;
    }

    /**
     * Compares literals by their bytes. Of other segments, what takes the remaining segments comes last, then more
     * literal text comes first, then fewer placeholders.
     */
    @Override
    public int compareTo(StatedSegment other) {
        if (isLiteral() && other.isLiteral()) {
            return Arrays.compareUnsigned(literals[0], other.literals[0]);
        }
        int byRest = Boolean.compare(rest, other.rest);
        int byText = byRest != 0 ? byRest : Integer.compare(other.literalLength, literalLength);
        int byPlaceholders = byText != 0 ? byText : Integer.compare(literals.length, other.literals.length);
        return byPlaceholders != 0 ? byPlaceholders : written.compareTo(other.written);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatedSegment segment && written.equals(segment.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
