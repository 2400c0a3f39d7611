package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.PercentDecoder;

/**
 * What the router at the edge has logged of a call: {@code wave=N;to=NAME;route=METHOD /pattern} (contract: "The
 * switch"). Reused for one row after another.
 */
final class ServedData {
    private static final byte[] TO = Bytes.ascii(";to=");
    private static final byte[] ROUTE = Bytes.ascii(";route=");

    /** CloudFront encodes what a function logs, and escapes a space and some signs in every value of a log. */
    private static final int MOST_ENCODINGS = 2;

    private final ByteSlice text = new ByteSlice();
    private final ByteSlice to = new ByteSlice();
    private final ByteSlice route = new ByteSlice();
    private byte[] decoded = new byte[0];

    /** Reads a field, which may hold something else. */
    void read(ByteSlice logged) {
        text.set(logged);
        for (int i = 0; i < MOST_ENCODINGS && ByteSearch.indexOf((byte) '%', text) >= 0 && isEncoded(); i++) {
            decoded = Bytes.atLeast(decoded, text.length());
            text.set(decoded, 0, PercentDecoder.decodeOnce(text, decoded));
        }
        int name = find(TO);
        int pattern = find(ROUTE);
        int end = pattern < 0 ? text.to() : pattern;
        boolean named = name >= 0 && name + TO.length <= end;
        to.set(text.array(), named ? name + TO.length : text.from(), named ? end : text.from());
        boolean routed = named && pattern >= 0;
        route.set(text.array(), routed ? pattern + ROUTE.length : text.from(), routed ? text.to() : text.from());
    }

    /** Whether no name can be found, or the route has no space after its method. */
    private boolean isEncoded() {
        return find(TO) < 0 || find(ROUTE) >= 0 && ByteSearch.indexOf((byte) ' ', text) < 0;
    }

    private int find(byte[] sought) {
        return ByteSearch.indexOf(sought, text.array(), text.from(), text.to());
    }

    /** Returns the name of the origin; empty where the field holds none. */
    ByteSlice to() {
        return to;
    }

    /** Returns the method and the pattern of the route; empty where the field holds none. */
    ByteSlice route() {
        return route;
    }
}
