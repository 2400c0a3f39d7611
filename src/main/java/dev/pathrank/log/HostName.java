package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.PercentDecoder;
import java.util.Arrays;

/** The host of a row in its one form: lower case and without port. Remembers the last, since neighbouring rows share it. */
public final class HostName {
    private byte[] known = new byte[256];
    private int knownLength;
    private byte[] bytes = new byte[256];
    private int length;
    private int to;

    /** No host. */
    void clear() {
        to = 0;
    }

    /**
     * Takes a host as the log has it.
     *
     * @return false if nothing is left of it
     */
    boolean normalise(byte[] logged, int loggedFrom, int loggedTo) {
        if (!Arrays.equals(logged, loggedFrom, loggedTo, known, 0, knownLength)) {
            take(logged, loggedFrom, loggedTo);
        }
        to = length;
        return to > 0;
    }

    /** The host, from the first byte on. */
    byte[] bytes() {
        return bytes;
    }

    /** End of the host in {@link #bytes()}. */
    int to() {
        return to;
    }

    /** An ASCII letter in lower case, any other byte as it is. */
    public static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private void take(byte[] logged, int loggedFrom, int loggedTo) {
        knownLength = loggedTo - loggedFrom;
        known = Bytes.atLeast(known, knownLength);
        bytes = Bytes.atLeast(bytes, knownLength);
        System.arraycopy(logged, loggedFrom, known, 0, knownLength);
        // The brackets of an IPv6 address are logged as %5B and %5D.
        length = PercentDecoder.decodeOnce(logged, loggedFrom, loggedTo, bytes);
        for (int at = 0; at < length; at++) {
            bytes[at] = lower(bytes[at]);
        }
        length = withoutPort();
    }

    private int withoutPort() {
        if (length > 0 && bytes[0] == '[') {
            int bracket = ByteSearch.indexOf((byte) ']', bytes, 0, length);
            return bracket < 0 ? length : bracket + 1;
        }
        int colon = ByteSearch.indexOf((byte) ':', bytes, 0, length);
        boolean bareIpv6 = colon >= 0 && ByteSearch.indexOf((byte) ':', bytes, colon + 1, length) >= 0;
        return colon < 0 || bareIpv6 ? length : colon;
    }
}
