package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import java.io.IOException;

/** Calls by {@link TellingStatus}. */
final class StatusCounts {
    private final long[] calls = new long[TellingStatus.values().length];

    /** @param code of a telling status */
    void add(int code, int more) {
        calls[code] += more;
    }

    void absorb(StatusCounts other) {
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
