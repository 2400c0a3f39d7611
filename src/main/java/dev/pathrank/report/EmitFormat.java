package dev.pathrank.report;

/** What {@code --emit} writes in place of the table. */
public enum EmitFormat {
    /** An OpenAPI 3.1 document. */
    OPENAPI("openapi");

    private final String word;

    EmitFormat(String word) {
        this.word = word;
    }

    /** The word of {@code --emit}. */
    public String word() {
        return word;
    }
}
