package dev.pathrank.plan;

/** The phase in which an endpoint moves (migration-order reference, section 4), in their order. */
public enum Phase {
    /** Fixed by the user. */
    FIXED("assigned"),
    /** One harmless endpoint to learn from. */
    PILOT("pilot"),
    READS("reads"),
    /** Writes; those of one resource move together. */
    WRITES("writes"),
    /** Endpoints that handle sign-in or personal data. They always come last, whatever their score. */
    SENSITIVE("sensitive");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** Returns the word in the report. */
    public String word() {
        return word;
    }
}
