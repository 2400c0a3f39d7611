package dev.pathrank.tally.seconds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Calls that are counted by the second, each of one endpoint, and what is read off them. */
public final class CountedCalls implements AutoCloseable {
    private final LeafIds ids = new LeafIds();
    private final PerSecondCounts seconds;
    private long[] calls = {};

    /**
     * A call.
     *
     * @param endMs when it ended, in milliseconds since the epoch
     */
    public record Call(int endpoint, long endMs, int durationMs) {}

    public CountedCalls() {
        this(1 << 12, 1 << 20);
    }

    /** @param packed bytes in memory; more goes to disk */
    CountedCalls(int buffer, long packed) {
        seconds = new PerSecondCounts(ids, buffer, packed, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Counts calls, with or without the milliseconds of their ends. */
    public CountedCalls add(List<Call> all, boolean withMs) {
        all.forEach(call -> add(call, withMs));
        return this;
    }

    /** Counts a call. */
    public void add(Call call, boolean withMs) {
        add(
                call.endpoint(),
                Math.floorDiv(call.endMs(), 1000L),
                withMs ? (int) (call.endMs() % 1000) : -1,
                call.durationMs());
    }

    /** Counts a call; the milliseconds of its end and its duration may be negative. */
    public void add(int endpoint, long second, int endMs, int durationMs) {
        while (ids.count() <= endpoint) {
            ids.next();
        }
        if (calls.length <= endpoint) {
            calls = Arrays.copyOf(calls, endpoint + 1);
        }
        calls[endpoint]++;
        try {
            seconds.add(endpoint, second, endMs, durationMs, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the seconds of the endpoints at these places, -1 for none. */
    public void read(int[] places, SecondsVisitor visitor) {
        long[] originCalls = new long[Arrays.stream(places).max().orElse(-1) + 1];
        for (int endpoint = 0; endpoint < calls.length; endpoint++) {
            if (places[endpoint] >= 0) {
                originCalls[places[endpoint]] = calls[endpoint];
            }
        }
        try {
            PerSecondReader.run(seconds, places, originCalls, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is in flight in one second. */
    @FunctionalInterface
    public interface SecondVisitor {
        /**
         * Takes a second of an endpoint.
         *
         * @param at in seconds since the epoch
         * @param second its number in {@code seconds}
         */
        void second(long at, InFlight seconds, int second);
    }

    /** Shows the seconds with calls in flight of all endpoints, in their order. */
    public void inFlight(SecondVisitor visitor) {
        int[] places = new int[calls.length];
        Arrays.setAll(places, each -> each);
        InFlightReader reader = new InFlightReader(places.length, new InFlightVisitor() {
            private long first;

            @Override
            public void window(long firstSecond) {
                first = firstSecond;
            }

            @Override
            public void seconds(int place, InFlight seconds) {
                for (int i = 0; i < seconds.size(); i++) {
                    visitor.second(first + seconds.second(i), seconds, seconds.second(i));
                }
            }
        });
        read(places, reader);
        reader.finish();
    }

    @Override
    public void close() {
        seconds.close();
    }
}
