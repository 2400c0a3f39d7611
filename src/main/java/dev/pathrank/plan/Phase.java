package dev.pathrank.plan;

/** Why endpoints move when they do: the phases of the migration-order reference, section 4, in their order. */
public enum Phase {
    /** The user said so. */
    FIXED("fixed by hand"),
    /** One endpoint that is worth learning from and harmless. */
    PILOT("pilot"),
    READS("reads"),
    /** Those of one resource together. */
    WRITES("writes"),
    /** What handles sign-in or personal data comes last, by rule and not by weight. */
    SENSITIVE("sensitive");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** The word in the report. */
    public String word() {
        return word;
    }
}
