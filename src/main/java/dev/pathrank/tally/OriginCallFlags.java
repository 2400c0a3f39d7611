package dev.pathrank.tally;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.log.Row;
import dev.pathrank.tally.seconds.CallFlag;

/** The {@link CallFlag}s of an origin call. */
final class OriginCallFlags {
    /** The largest answer of a function, 6 MB (AWS Lambda developer guide, 2026: MB is 1,024 KB there). */
    private static final long FUNCTION_ANSWER_BYTES = 6L << 20;

    private OriginCallFlags() {}

    static int of(Row row) {
        int flags = 0;
        if (row.status() == 0) {
            flags |= CallFlag.ABORTED.bit();
        } else if (row.status() >= 500 && row.status() <= 599) {
            flags |= CallFlag.ERROR_5XX.bit();
        }
        if (row.bytesOut() > FUNCTION_ANSWER_BYTES) {
            flags |= CallFlag.LARGE_ANSWER.bit();
        }
        if (row.traits() != 0) {
            flags |= flag(row, RequestTrait.REQUEST_OVER_6_MB, CallFlag.LARGE_REQUEST);
            flags |= flag(row, RequestTrait.LONG_HEADERS, CallFlag.LONG_HEADERS);
        }
        return flags;
    }

    private static int flag(Row row, RequestTrait trait, CallFlag flag) {
        return (row.traits() & trait.bit()) == 0 ? 0 : flag.bit();
    }
}
