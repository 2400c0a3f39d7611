package dev.pathrank.log;

/** The reasons why a row is not counted (contract: "Rows and objects"). */
public enum RejectReason {
    NO_METHOD("no-method"),
    NO_PATH("no-path"),
    BAD_STATUS("bad-status"),
    BAD_TIME("bad-time"),
    BAD_JSON("bad-json"),
    CUT("cut");

    private final String word;

    RejectReason(String word) {
        this.word = word;
    }

    /** Returns the word for the summary and the rejects file. */
    public String word() {
        return word;
    }
}
