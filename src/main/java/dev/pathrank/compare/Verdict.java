package dev.pathrank.compare;

/** What to do about an endpoint after a change, in the order in which a report lists them. */
public enum Verdict {
    /** It got worse by more than is tolerated, and chance does not explain it. */
    ROLL_BACK("roll back"),
    /** The calls so far show neither that it got worse nor that it did not. */
    WATCH("watch"),
    /** It got worse by less than is tolerated, or not at all. */
    KEEP("keep"),
    /** One of the periods has too few calls to tell. */
    NOT_ENOUGH_CALLS("not enough calls"),
    /** It was not called before. */
    NEW("new"),
    /** It is not called any more. */
    GONE("gone");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Returns the word in the {@code verdict} column. */
    public String word() {
        return word;
    }
}
