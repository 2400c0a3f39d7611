package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.PercentDecoder;

/**
 * The normal form of the host of a row: decoded, in lower case and without port. It remembers the last host, because
 * neighbouring rows often have the same.
 */
final class HostName {
    private byte[] lastLogged = new byte[256];
    private int lastLength;
    private byte[] bytes = new byte[256];
    private int length;
    private final ByteSlice value = new ByteSlice();

    /** Sets an empty host. */
    void clear() {
        value.set(bytes, 0, 0);
    }

    /**
     * Sets the host to the normal form of a value of the log.
     *
     * @return whether the host is not empty
     */
    boolean normalise(ByteSlice logged) {
        if (!logged.contentEquals(lastLogged, lastLength)) {
            parse(logged);
        }
        value.set(bytes, 0, length);
        return length > 0;
    }

    /** Returns the host, reused for the next row. */
    ByteSlice value() {
        return value;
    }

    /** Returns an ASCII letter in lower case, any other byte as it is. */
    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private void parse(ByteSlice logged) {
        lastLength = logged.length();
        lastLogged = Bytes.atLeast(lastLogged, lastLength);
        bytes = Bytes.atLeast(bytes, lastLength);
        System.arraycopy(logged.array(), logged.from(), lastLogged, 0, lastLength);
        // The brackets of an IPv6 address are logged as %5B and %5D.
        length = PercentDecoder.decodeOnce(logged, bytes);
        for (int at = 0; at < length; at++) {
            bytes[at] = lower(bytes[at]);
        }
        length = lengthWithoutPort();
    }

    private int lengthWithoutPort() {
        if (length > 0 && bytes[0] == '[') {
            int bracket = ByteSearch.indexOf((byte) ']', bytes, 0, length);
            return bracket < 0 ? length : bracket + 1;
        }
        int colon = ByteSearch.indexOf((byte) ':', bytes, 0, length);
        boolean bareIpv6 = colon >= 0 && ByteSearch.indexOf((byte) ':', bytes, colon + 1, length) >= 0;
        return colon < 0 || bareIpv6 ? length : colon;
    }
}
