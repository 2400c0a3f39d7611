package dev.pathrank.compare;

/** A figure of an endpoint by which two periods are judged. */
public enum Metric {
    /** Share of calls answered with 500 to 599, or left by the viewer before the answer. */
    FAILURES,
    /** Share of calls answered with 400 to 499. */
    ERRORS_4XX,
    /** The duration that 95 % of the timed origin calls do not exceed. */
    P95
}
