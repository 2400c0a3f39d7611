package dev.pathrank.plan.data;

/**
 * A figure with its source.
 *
 * @param value 0 or more, in the unit of its name
 * @param source text that states it, with its date
 * @param request how an increase is requested, where that differs from the usual way
 */
public record Figure(long value, String source, Request request) {
    /**
     * The place of a quota in Service Quotas.
     *
     * @param service of AWS; empty for the usual one
     * @param name of the quota; empty for the usual one
     * @param code of the quota; empty for the usual one
     */
    public record Request(String service, String name, String code) {
        /** The usual way. */
        public static final Request USUAL = new Request("", "", "");
    }

    public Figure {
        if (value < 0) {
            throw new IllegalArgumentException("a figure must be 0 or more: " + value);
        }
    }

    /** Returns a figure whose increase is requested in the usual way. */
    public static Figure of(long value, String source) {
        return new Figure(value, source, Request.USUAL);
    }
}
