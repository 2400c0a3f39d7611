package dev.pathrank.plan.data;

/**
 * A figure with its source.
 *
 * @param value 0 or more, in the unit of its name
 * @param source text that states it, with its date
 * @param awsName name at AWS where an increase can be requested; empty for the usual name or where none can
 * @param code of Service Quotas that goes with {@code awsName}
 */
public record Figure(long value, String source, String awsName, String code) {
    public Figure {
        if (value < 0) {
            throw new IllegalArgumentException("a figure must be 0 or more: " + value);
        }
    }
}
