package dev.pathrank.plan.data;

/**
 * A figure and who says so.
 *
 * @param value 0 or more, in the unit of its name
 * @param source the text that states it, with its date
 * @param awsName what AWS calls it where one may ask for more; empty where that is the usual name or nobody can be asked
 * @param code of Service Quotas that goes with {@code awsName}
 */
public record Figure(long value, String source, String awsName, String code) {
    public Figure {
        if (value < 0) {
            throw new IllegalArgumentException("a figure must be 0 or more: " + value);
        }
    }
}
