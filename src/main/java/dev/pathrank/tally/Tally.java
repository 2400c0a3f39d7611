package dev.pathrank.tally;

import dev.pathrank.log.Row;
import java.io.IOException;
import java.util.List;

/** The mergeable summary of counted rows: a commutative monoid. Not safe for use by several threads at a time. */
public final class Tally implements AutoCloseable {
    public Tally(TallyOptions options) {}

    /** Counts one row. */
    public void add(Row row) throws IOException {}

    /** Adds all that {@code other} holds; {@code other} is used up and must not be touched again. */
    public void merge(Tally other) throws IOException {}

    /** Rows counted so far. */
    public long calls() {
        return 0;
    }

    /** Seconds since the epoch of the earliest counted row; meaningless where {@link #calls()} is 0. */
    public long firstSeen() {
        return 0;
    }

    /** As {@link #firstSeen()}, of the latest. */
    public long lastSeen() {
        return 0;
    }

    /**
     * Learns the patterns and adds up every endpoint, in no particular order. Their calls add up to {@link #calls()}.
     *
     * @param byHost whether the host is part of the endpoint
     */
    public List<EndpointStats> endpoints(boolean byHost) throws IOException {
        return List.of();
    }

    /** What was coarser than asked because a cap bit, in words ready to print: the node and the rows in its overflow. */
    public List<String> notices() {
        return List.of();
    }

    /** Calls of the most called hosts, most first, at most {@code most} of them, printable. */
    public List<HostCalls> hosts(int most) {
        return List.of();
    }

    /** @param host printable host, with its counted rows */
    public record HostCalls(String host, long calls) {}

    /** Removes what was spilled to disk. */
    @Override
    public void close() {}
}
