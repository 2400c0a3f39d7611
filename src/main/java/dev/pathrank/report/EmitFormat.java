package dev.pathrank.report;

/** The document that {@code --emit} writes instead of the table. */
public enum EmitFormat {
    /** An OpenAPI 3.1 document. */
    OPENAPI("openapi");

    private final String word;

    EmitFormat(String word) {
        this.word = word;
    }

    /** Returns the word of {@code --emit}. */
    public String word() {
        return word;
    }
}
