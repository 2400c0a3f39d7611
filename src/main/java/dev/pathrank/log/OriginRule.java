package dev.pathrank.log;

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
        if (fields.is(LogField.RESULT_TYPE, MISS) || fields.is(LogField.RESULT_TYPE, REFRESH_HIT)) {
            return !answeredBeforeOrigin(fields);
        }
        return fields.is(LogField.RESULT_TYPE, ERROR) && !refusedAtEdge(fields);
    }

    private static boolean answeredBeforeOrigin(FieldRanges fields) {
        return fields.is(LogField.DETAILED_RESULT_TYPE, ORIGIN_SHIELD_HIT)
                || fields.is(LogField.DETAILED_RESULT_TYPE, MISS_GENERATED_RESPONSE);
    }

    private static boolean refusedAtEdge(FieldRanges fields) {
        return fields.is(LogField.DETAILED_RESULT_TYPE, INTERNAL_ERROR)
                || fields.is(LogField.DETAILED_RESULT_TYPE, CLIENT_GEO_BLOCKED)
                || fields.is(LogField.DETAILED_RESULT_TYPE, LAMBDA_LIMIT_EXCEEDED)
                || fields.startsWith(LogField.DETAILED_RESULT_TYPE, INVALID_REQUEST);
    }
}
