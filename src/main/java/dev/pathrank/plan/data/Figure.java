package dev.pathrank.plan.data;

/**
 * A figure and who says so.
 *
 * @param value 0 or more, in the unit of its name
 * @param source the text that states it, with its date
 */
public record Figure(long value, String source) {
    public Figure {
        if (value < 0) {
            throw new IllegalArgumentException("a figure must be 0 or more: " + value);
        }
    }
}
