package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.StoredEnum;
import java.io.IOException;

/** A status whose calls are counted one by one, because a change in their number hints at its cause. */
public enum TellingStatus implements StoredEnum {
    /** The viewer's copy is still good. */
    NOT_MODIFIED(0, 304),
    /** Access was denied, or the method is not let through. */
    FORBIDDEN(1, 403),
    /** The request is larger than its server accepts. */
    PAYLOAD_TOO_LARGE(2, 413),
    /** The server behind a gateway broke off or gave no valid answer. */
    BAD_GATEWAY(3, 502),
    /** The server has no room for the call now. */
    UNAVAILABLE(4, 503),
    /** The server behind a gateway took too long. */
    GATEWAY_TIMEOUT(5, 504);

    private final int code;
    private final int status;

    TellingStatus(int code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the code of a status; -1 if it is none of these. */
    static int code(int status) {
        return switch (status) {
            case 304 -> NOT_MODIFIED.code;
            case 403 -> FORBIDDEN.code;
            case 413 -> PAYLOAD_TOO_LARGE.code;
            case 502 -> BAD_GATEWAY.code;
            case 503 -> UNAVAILABLE.code;
            case 504 -> GATEWAY_TIMEOUT.code;
            default -> -1;
        };
    }

    /** Returns the number that an answer carries. */
    public int status() {
        return status;
    }

    /** Calls by status. */
    static final class Counts {
        private final long[] calls = new long[TellingStatus.values().length];

        /** @param code of a telling status */
        void add(int code, int more) {
            calls[code] += more;
        }

        void absorb(Counts other) {
            for (int code = 0; code < calls.length; code++) {
                calls[code] += other.calls[code];
            }
        }

        long of(TellingStatus status) {
            return calls[status.code()];
        }

        void write(CborWriter out) throws IOException {
            out.begin();
            for (long each : calls) {
                out.number(each);
            }
            out.end();
        }

        /**
         * Reads what {@link #write} wrote; this must be empty.
         *
         * @param most calls that there may be of one status
         */
        void readInto(CborReader in, long most) throws IOException {
            in.begin();
            for (int code = 0; code < calls.length; code++) {
                calls[code] = in.number(0, most);
            }
            in.end();
        }
    }
}
