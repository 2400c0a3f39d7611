package dev.pathrank.tally.query;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.Row;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Requests of each route that the router has logged: those with the smallest hashes, at most {@value #MOST} of a route,
 * for the {@value #MOST_ROUTES} routes with the smallest hashes. A sum like the tally.
 */
public final class RouteSample {
    /** The most requests of a route. */
    static final int MOST = 16;

    /** The most routes. */
    static final int MOST_ROUTES = 1024;

    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int LONGEST = 2048;

    private final TreeMap<Route, TreeSet<Request>> requests = new TreeMap<>();

    /** A route by the hash of its text. */
    private record Route(long hash, String text) implements Comparable<Route> {
        private static final Comparator<Route> ORDER =
                Comparator.comparingLong(Route::hash).thenComparing(Route::text);

        @Override
        public int compareTo(Route other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A request of a route, a character for each byte.
     *
     * @param hash decides which requests are kept
     * @param host empty where the log has none
     * @param path as it was on the wire
     * @param query without {@code ?}
     * @param method as it was sent
     * @param status of the answer
     */
    public record Request(long hash, String host, String path, String query, String method, int status)
            implements Comparable<Request> {
        private static final Comparator<Request> ORDER = Comparator.comparingLong(Request::hash)
                .thenComparing(Request::host)
                .thenComparing(Request::path)
                .thenComparing(Request::query)
                .thenComparing(Request::method)
                .thenComparingInt(Request::status);

        @Override
        public int compareTo(Request other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A route with some of its requests.
     *
     * @param text method and pattern as the router has logged them, a character for each byte
     * @param requests at least one
     */
    public record Routed(String text, List<Request> requests) {
        public Routed {
            requests = List.copyOf(requests);
        }
    }

    /** Adds a counted row, if its log says by which route it was served. */
    public void add(Row row) {
        ByteSlice route = row.servedRoute();
        if (route.isEmpty() || row.path().length() + row.query().length() > LONGEST) {
            return;
        }
        Route key = new Route(Hash.of(route), route.toString());
        long own = row.requestHash() != 0 ? row.requestHash() : row.epochSecond() * PRIME + row.clientHash();
        long hash = Hash.mix(own ^ Hash.of(row.path()));
        TreeSet<Request> kept = requests.get(key);
        if (kept == null || kept.size() < MOST || hash <= kept.last().hash()) {
            add(
                    key,
                    new Request(
                            hash,
                            row.host().toString(),
                            row.path().toString(),
                            row.query().toString(),
                            row.method().toString(),
                            row.status()));
        }
    }

    private void add(Route route, Request request) {
        TreeSet<Request> kept = requests.computeIfAbsent(route, unseen -> new TreeSet<>());
        kept.add(request);
        if (kept.size() > MOST) {
            kept.pollLast();
        }
        if (requests.size() > MOST_ROUTES) {
            requests.pollLastEntry();
        }
    }

    /** Adds everything that {@code other} holds. */
    public void merge(RouteSample other) {
        other.requests.forEach((route, kept) -> kept.forEach(request -> add(route, request)));
    }

    /** Returns the routes by their text. */
    public List<Routed> routes() {
        return requests.entrySet().stream()
                .map(each -> new Routed(each.getKey().text(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparing(Routed::text))
                .toList();
    }

    /** Writes the sample in its order. */
    public void write(CborWriter out) throws IOException {
        out.begin();
        for (var route : requests.entrySet()) {
            for (Request request : route.getValue()) {
                text(route.getKey().text(), out);
                out.number(request.hash());
                text(request.host(), out);
                text(request.path(), out);
                text(request.query(), out);
                text(request.method(), out);
                out.number(request.status());
            }
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    public void readInto(CborReader in) throws IOException {
        in.begin();
        while (in.more()) {
            byte[] route = in.bytes();
            add(
                    new Route(Hash.of(ByteSlice.of(route)), text(route)),
                    new Request(
                            in.number(),
                            text(in.bytes()),
                            text(in.bytes()),
                            text(in.bytes()),
                            text(in.bytes()),
                            in.number(999)));
        }
        in.end();
    }

    private static void text(String text, CborWriter out) throws IOException {
        out.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
