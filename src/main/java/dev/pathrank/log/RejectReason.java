package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;

/** The reasons why a row is not counted (contract: "Rows and objects"). */
public enum RejectReason implements StoredEnum {
    NO_METHOD(0, "no-method"),
    NO_PATH(1, "no-path"),
    BAD_STATUS(2, "bad-status"),
    BAD_TIME(3, "bad-time"),
    BAD_JSON(4, "bad-json"),
    CUT(5, "cut");

    private final int code;
    private final String word;

    RejectReason(int code, String word) {
        this.code = code;
        this.word = word;
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the word for the summary and the rejects file. */
    public String word() {
        return word;
    }
}
