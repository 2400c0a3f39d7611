package dev.pathrank.compare;

/**
 * How much worse an endpoint may get.
 *
 * @param failures how much the share of calls with 5xx or without an answer may grow, 0 to 1
 * @param errors4xx how much the share of calls with 4xx may grow, 0 to 1
 * @param p95 by which factor p95 may grow, 1 or more
 */
public record Tolerances(double failures, double errors4xx, double p95) {
    /** Half a point of failures, two points of 4xx, a quarter of p95. */
    public static final Tolerances DEFAULT = new Tolerances(0.005, 0.02, 1.25);

    /** @throws IllegalArgumentException if a share is not 0 to 1, or the factor below 1 */
    public Tolerances {
        if (!(failures >= 0 && failures <= 1 && errors4xx >= 0 && errors4xx <= 1 && p95 >= 1)) {
            throw new IllegalArgumentException("tolerances out of range: " + failures + ", " + errors4xx + ", " + p95);
        }
    }

    /** Returns what is tolerated of a metric: a difference of shares, or a factor. */
    double of(Metric metric) {
        return switch (metric) {
            case FAILURES -> failures;
            case ERRORS_4XX -> errors4xx;
            case P95 -> p95;
        };
    }
}
