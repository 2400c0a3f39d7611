package dev.pathrank.plan;

/** The service that an endpoint moves to. */
public enum Target {
    HTTP_API("HTTP API"),
    REST_API("REST API"),
    ALB("ALB"),
    FUNCTION_URL("function URL"),
    /** Runs at CloudFront itself. */
    EDGE_FUNCTION("edge function"),
    S3("S3"),
    STAYS("stays");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    /** Returns the word in the report. */
    public String word() {
        return word;
    }

    /** Returns whether a function of Lambda in the Region answers. */
    public boolean isLambda() {
        return this == HTTP_API || this == REST_API || this == ALB || this == FUNCTION_URL;
    }
}
