package dev.pathrank.log;

import dev.pathrank.text.Bytes;

/** Decides from the result types whether a request reached the backend (contract: "Who reached the backend"). */
final class OriginRule {
    private static final byte[] MISS = Bytes.ascii("Miss");
    private static final byte[] REFRESH_HIT = Bytes.ascii("RefreshHit");
    private static final byte[] ERROR = Bytes.ascii("Error");
    private static final byte[] ORIGIN_SHIELD_HIT = Bytes.ascii("OriginShieldHit");
    private static final byte[] MISS_GENERATED_RESPONSE = Bytes.ascii("MissGeneratedResponse");
    private static final byte[] CLIENT_GEO_BLOCKED = Bytes.ascii("ClientGeoBlocked");
    private static final byte[] LAMBDA_LIMIT_EXCEEDED = Bytes.ascii("LambdaLimitExceeded");
    private static final byte[] INVALID_REQUEST = Bytes.ascii("InvalidRequest");

    private OriginRule() {}

    /**
     * Holds for the current row of {@code cells}; a missing detailed type, then a missing result type, decide for the
     * backend.
     */
    static boolean reachedBackend(FieldRanges cells) {
        if (!cells.has(LogField.RESULT_TYPE)) {
            return true;
        }
        byte[] bytes = cells.bytes();
        int from = cells.from(LogField.RESULT_TYPE);
        int to = cells.to(LogField.RESULT_TYPE);
        if (Bytes.equal(bytes, from, to, MISS) || Bytes.equal(bytes, from, to, REFRESH_HIT)) {
            return !answeredBeforeOrigin(cells);
        }
        return Bytes.equal(bytes, from, to, ERROR) && !refusedAtEdge(cells);
    }

    private static boolean answeredBeforeOrigin(FieldRanges cells) {
        byte[] bytes = cells.bytes();
        int from = cells.from(LogField.DETAILED_RESULT_TYPE);
        int to = cells.to(LogField.DETAILED_RESULT_TYPE);
        return Bytes.equal(bytes, from, to, ORIGIN_SHIELD_HIT) || Bytes.equal(bytes, from, to, MISS_GENERATED_RESPONSE);
    }

    private static boolean refusedAtEdge(FieldRanges cells) {
        byte[] bytes = cells.bytes();
        int from = cells.from(LogField.DETAILED_RESULT_TYPE);
        int to = cells.to(LogField.DETAILED_RESULT_TYPE);
        return Bytes.equal(bytes, from, to, CLIENT_GEO_BLOCKED)
                || Bytes.equal(bytes, from, to, LAMBDA_LIMIT_EXCEEDED)
                || Bytes.startsWith(bytes, from, to, INVALID_REQUEST);
    }
}
