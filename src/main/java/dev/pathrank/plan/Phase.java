package dev.pathrank.plan;

/** The phase in which an endpoint moves, in their order. */
public enum Phase {
    /** Fixed by the user. */
    FIXED("assigned"),
    /** One small read to learn from. */
    PILOT("pilot"),
    READS("reads"),
    WRITES("writes"),
    /** Endpoints that handle sign-in or personal data, whatever their score. */
    SENSITIVE("sensitive"),
    /** Endpoints that exceed a quota by themselves: last, and each alone. */
    EXCEEDING("exceeds a quota alone");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** Returns the word in the report. */
    public String word() {
        return word;
    }
}
