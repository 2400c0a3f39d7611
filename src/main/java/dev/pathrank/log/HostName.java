package dev.pathrank.log;

/** The host of a row in its one form: lower case and without port. */
final class HostName {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private byte[] own = new byte[256];

    /** No host. */
    void clear() {
        from = 0;
        to = 0;
    }

    /**
     * Takes a host as the log has it. The result lies in the log's bytes where they need no change.
     *
     * @return false if nothing is left of it
     */
    boolean normalise(byte[] logged, int loggedFrom, int loggedTo) {
        bytes = logged;
        from = loggedFrom;
        to = loggedTo;
        if (needsChange()) {
            copyDecodedInLowerCase();
        }
        to = withoutPort();
        return from < to;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** An ASCII letter in lower case, any other byte as it is. */
    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private boolean needsChange() {
        for (int at = from; at < to; at++) {
            // The brackets of an IPv6 address are logged as %5B and %5D.
            if (bytes[at] == '%' || bytes[at] >= 'A' && bytes[at] <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private void copyDecodedInLowerCase() {
        own = Bytes.atLeast(own, to - from);
        int length = Escaping.decodeOnce(bytes, from, to, own);
        for (int at = 0; at < length; at++) {
            own[at] = lower(own[at]);
        }
        bytes = own;
        from = 0;
        to = length;
    }

    private int withoutPort() {
        if (from < to && bytes[from] == '[') {
            int bracket = ByteSearch.indexOf((byte) ']', bytes, from, to);
            return bracket < 0 ? to : bracket + 1;
        }
        int colon = ByteSearch.indexOf((byte) ':', bytes, from, to);
        boolean bareIpv6 = colon >= 0 && ByteSearch.indexOf((byte) ':', bytes, colon + 1, to) >= 0;
        return colon < 0 || bareIpv6 ? to : colon;
    }
}
