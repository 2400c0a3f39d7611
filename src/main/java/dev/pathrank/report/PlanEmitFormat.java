package dev.pathrank.report;

/** What {@code plan --emit} writes in place of the table. */
public enum PlanEmitFormat {
    /** An OpenAPI 3.1 document of what moves, as {@code rank} writes it. */
    OPENAPI("openapi"),
    /** An OpenAPI 3.0 document that API Gateway imports. */
    APIGATEWAY("apigateway"),
    /** Cache behaviours of a distribution. */
    CLOUDFRONT("cloudfront"),
    /** A SAM template. */
    SAM("sam");

    private final String word;

    PlanEmitFormat(String word) {
        this.word = word;
    }

    /** The word of {@code --emit}. */
    public String word() {
        return word;
    }
}
