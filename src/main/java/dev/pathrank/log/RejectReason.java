package dev.pathrank.log;

/** Why a row is not counted (contract: "Rows and objects"). */
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

    /** The word used in the account, the summary and the rejects file. */
    public String word() {
        return word;
    }
}
