package dev.pathrank.report;

/** The document that {@code plan --emit} writes instead of the table. */
public enum PlanEmitFormat {
    /** An OpenAPI 3.1 document of the endpoints that move, as {@code rank} writes it. */
    OPENAPI("openapi"),
    /** An OpenAPI 3.0 document that API Gateway imports. */
    APIGATEWAY("apigateway"),
    /** Cache behaviours of a distribution. */
    CLOUDFRONT("cloudfront"),
    /** A CloudFront Function that chooses the origin, its data and a page on both: a folder of files. */
    CLOUDFRONT_FUNCTION("cloudfront-function"),
    /** A SAM template. */
    SAM("sam"),
    /** A CloudFormation template. */
    CLOUDFORMATION("cloudformation"),
    /** A module in Terraform's JSON syntax. */
    TERRAFORM("terraform");

    private final String word;

    PlanEmitFormat(String word) {
        this.word = word;
    }

    /** Returns whether it is a folder of several files, never one. */
    public boolean isFolder() {
        return this == CLOUDFRONT_FUNCTION;
    }

    /** Returns whether it is a template: one file, or a folder of several where one would be too large. */
    public boolean isTemplate() {
        return this == SAM || this == CLOUDFORMATION || this == TERRAFORM;
    }

    /** Returns the word of {@code --emit}. */
    public String word() {
        return word;
    }
}
