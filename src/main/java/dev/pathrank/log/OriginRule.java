package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;

/**
 * The rule that decides from the result types whether a request reached the origin (contract: "Who reached the
 * origin").
 */
final class OriginRule {
    private static final byte[] MISS = Bytes.ascii("Miss");
    private static final byte[] REFRESH_HIT = Bytes.ascii("RefreshHit");
    private static final byte[] ERROR = Bytes.ascii("Error");
    private static final byte[] ORIGIN_SHIELD_HIT = Bytes.ascii("OriginShieldHit");
    private static final byte[] MISS_GENERATED_RESPONSE = Bytes.ascii("MissGeneratedResponse");
    private static final byte[] INTERNAL_ERROR = Bytes.ascii("InternalError");
    private static final byte[] CLIENT_GEO_BLOCKED = Bytes.ascii("ClientGeoBlocked");
    private static final byte[] LAMBDA_LIMIT_EXCEEDED = Bytes.ascii("LambdaLimitExceeded");
    private static final byte[] INVALID_REQUEST = Bytes.ascii("InvalidRequest");

    private OriginRule() {}

    /**
     * Returns whether the current row reached the origin. Without a result type every row counts as an origin call;
     * without a detailed type every {@code Miss}, {@code RefreshHit} and {@code Error} does.
     */
    static boolean reachedOrigin(FieldRanges fields) {
        if (!fields.has(LogField.RESULT_TYPE)) {
            return true;
        }
        ByteSlice result = fields.get(LogField.RESULT_TYPE);
        if (result.contentEquals(MISS) || result.contentEquals(REFRESH_HIT)) {
            return !answeredBeforeOrigin(fields.get(LogField.DETAILED_RESULT_TYPE));
        }
        return result.contentEquals(ERROR) && !refusedAtEdge(fields.get(LogField.DETAILED_RESULT_TYPE));
    }

    private static boolean answeredBeforeOrigin(ByteSlice detailed) {
        return detailed.contentEquals(ORIGIN_SHIELD_HIT) || detailed.contentEquals(MISS_GENERATED_RESPONSE);
    }

    private static boolean refusedAtEdge(ByteSlice detailed) {
        return detailed.contentEquals(INTERNAL_ERROR)
                || detailed.contentEquals(CLIENT_GEO_BLOCKED)
                || detailed.contentEquals(LAMBDA_LIMIT_EXCEEDED)
                || detailed.startsWith(INVALID_REQUEST);
    }
}
