package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.Row;
import dev.pathrank.pattern.HttpStatus;
import dev.pathrank.pattern.segment.ExamplePath;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.seconds.LeafIds;
import dev.pathrank.tally.seconds.PerSecondCounts;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one method of one path, or of several that were folded. Every part is a sum, a minimum, a maximum or a
 * mergeable sketch.
 */
final class LeafTally implements Leaf<LeafTally> {
    private final LeafIds ids;
    private final Limits limits;
    private final int id;
    /** Rows: folding weighs paths by rows, because the sampling rate of a row says nothing about its path. */
    private long rows;

    long calls;
    long originCalls;
    private long errors4xx;
    private long notFound;
    private long errors5xx;
    private long aborted;
    private long refusedWrites;
    private long connections;
    private long bytesOut;
    private long maxBytesOut;
    long firstSeen = Long.MAX_VALUE;
    long lastSeen = Long.MIN_VALUE;
    private @Nullable DurationCounts durations;
    private @Nullable DistinctClients clients;
    private @Nullable TraitCounts traits;
    private TellingStatus.@Nullable Counts statuses;
    private long exampleHash;
    private ExamplePath example = ExamplePath.NONE;

    /** @param ids gives this leaf its number, and notes the leaf that absorbs it */
    LeafTally(LeafIds ids, Limits limits) {
        this.ids = ids;
        this.limits = limits;
        this.id = ids.next();
    }

    /** Returns the number of this leaf in the {@link PerSecondCounts} of its first tally. */
    int id() {
        return id;
    }

    /** Returns the number of this leaf in the tally that holds it now. */
    int currentId() {
        return ids.current(id);
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long notFound() {
        return notFound;
    }

    /**
     * Counts a row for as many calls as it stands for. Distinct clients are those seen; how many a sampled log left out
     * is unknown.
     *
     * @param path by which the row is counted
     * @param pathHash its hash, secrets masked
     */
    void add(Row row, ByteSlice path, long pathHash) {
        int rowCalls = row.calls();
        rows++;
        calls += rowCalls;
        addStatus(row, rowCalls);
        if (row.originCall()) {
            originCalls += rowCalls;
        }
        if (row.isConnection()) {
            connections += rowCalls;
        }
        if (row.durationMs() != Row.NO_DURATION) {
            if (durations == null) {
                durations = new DurationCounts(limits.exactDurations());
            }
            durations.add(row.durationMs(), row.durationField(), rowCalls);
        }
        bytesOut = atMost(bytesOut, times(row.bytesOut(), rowCalls));
        maxBytesOut = Math.max(maxBytesOut, row.bytesOut());
        if (row.clientHash() != 0) {
            if (clients == null) {
                clients = new DistinctClients(limits.exactClients());
            }
            clients.add(row.clientHash());
        }
        if (row.traits() != 0) {
            if (traits == null) {
                traits = new TraitCounts();
            }
            traits.add(row, pathHash);
        }
        firstSeen = Math.min(firstSeen, row.epochSecond());
        lastSeen = Math.max(lastSeen, row.epochSecond());
        if (rows == 1 || Long.compareUnsigned(pathHash, exampleHash) < 0) {
            example = ExamplePath.of(path);
            exampleHash = pathHash;
        }
    }

    /**
     * Returns the sum of two numbers that are not negative, at most {@link Long#MAX_VALUE}; still a sum in any order.
     */
    private static long atMost(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long times(long bytes, int calls) {
        return calls == 1 ? bytes : bytes > Long.MAX_VALUE / calls ? Long.MAX_VALUE : bytes * calls;
    }

    private void addStatus(Row row, int rowCalls) {
        int status = row.status();
        int telling = status < 300 ? -1 : TellingStatus.code(status);
        if (telling >= 0) {
            if (statuses == null) {
                statuses = new TellingStatus.Counts();
            }
            statuses.add(telling, rowCalls);
        }
        if (status == 0) {
            aborted += rowCalls;
        } else if (status >= 500 && status <= 599) {
            errors5xx += rowCalls;
        } else if (status >= 400 && status <= 499) {
            errors4xx += rowCalls;
            notFound += HttpStatus.isNotFound(status) ? 1 : 0;
            if (status == 401 && WriteMethods.isWrite(row.method())) {
                refusedWrites += rowCalls;
            }
        }
    }

    @Override
    public void absorb(LeafTally other) {
        ids.moved(other.currentId(), currentId());
        add(other);
    }

    /** Adds everything that {@code other} holds, without using it up. */
    void add(LeafTally other) {
        rows += other.rows;
        calls += other.calls;
        originCalls += other.originCalls;
        errors4xx += other.errors4xx;
        notFound += other.notFound;
        errors5xx += other.errors5xx;
        aborted += other.aborted;
        refusedWrites += other.refusedWrites;
        connections += other.connections;
        bytesOut = atMost(bytesOut, other.bytesOut);
        maxBytesOut = Math.max(maxBytesOut, other.maxBytesOut);
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
        if (other.durations != null) {
            if (durations == null) {
                durations = new DurationCounts(limits.exactDurations());
            }
            durations.absorb(other.durations);
        }
        if (other.clients != null) {
            if (clients == null) {
                clients = new DistinctClients(limits.exactClients());
            }
            clients.absorb(other.clients);
        }
        if (other.traits != null) {
            if (traits == null) {
                traits = new TraitCounts();
            }
            traits.absorb(other.traits);
        }
        if (other.statuses != null) {
            if (statuses == null) {
                statuses = new TellingStatus.Counts();
            }
            statuses.absorb(other.statuses);
        }
        if (example == ExamplePath.NONE || other.example != ExamplePath.NONE && byExample(other, this) < 0) {
            example = other.example;
            exampleHash = other.exampleHash;
        }
    }

    /** Returns the order of two leaves by the hash of their examples, ties by text. */
    static int byExample(LeafTally a, LeafTally b) {
        int byHash = Long.compareUnsigned(a.exampleHash, b.exampleHash);
        return byHash != 0 ? byHash : a.example.compareText(b.example);
    }

    /** Writes all counts as one list. */
    void write(CborWriter out) throws IOException {
        out.begin();
        out.number(rows);
        out.number(calls);
        out.number(originCalls);
        out.number(errors4xx);
        out.number(notFound);
        out.number(errors5xx);
        out.number(aborted);
        out.number(refusedWrites);
        out.number(connections);
        out.number(bytesOut);
        out.number(maxBytesOut);
        out.number(firstSeen);
        out.number(lastSeen - firstSeen);
        out.number(exampleHash);
        out.text(example.text());
        if (durations == null) {
            out.absent();
        } else {
            durations.write(out);
        }
        if (clients == null) {
            out.absent();
        } else {
            clients.write(out);
        }
        if (traits == null) {
            out.absent();
        } else {
            traits.write(out);
        }
        if (statuses == null) {
            out.absent();
        } else {
            statuses.write(out);
        }
        out.end();
    }

    /** Reads what {@link #write} wrote; this must have counted nothing. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        rows = in.count();
        calls = in.number(rows, CborReader.MOST);
        originCalls = in.number(0, calls);
        errors4xx = in.number(0, calls);
        notFound = in.number(0, errors4xx);
        errors5xx = in.number(0, calls - errors4xx);
        aborted = in.number(0, calls - errors4xx - errors5xx);
        refusedWrites = in.number(0, errors4xx);
        connections = in.number(0, calls);
        bytesOut = in.number(0, Long.MAX_VALUE);
        maxBytesOut = in.number(0, bytesOut);
        firstSeen = in.number(0, UtcDay.LAST_SECOND);
        lastSeen = firstSeen + in.number(0, UtcDay.LAST_SECOND - firstSeen);
        exampleHash = in.number();
        example = ExamplePath.ofText(TraitCounts.example(in));
        if (in.present()) {
            durations = new DurationCounts(limits.exactDurations());
            durations.readInto(in, calls);
        }
        if (in.present()) {
            clients = new DistinctClients(limits.exactClients());
            clients.readInto(in);
        }
        if (in.present()) {
            traits = new TraitCounts();
            traits.readInto(in);
        }
        if (in.present()) {
            statuses = new TellingStatus.Counts();
            statuses.readInto(in, calls);
        }
        in.end();
    }

    /** Adds what must agree with the other parts of a file to {@code sums}. */
    void addTo(Totals sums) {
        sums.rows += rows;
        sums.calls += calls;
        if (sums.leaves == sums.originCalls.length) {
            sums.originCalls = Arrays.copyOf(sums.originCalls, 2 * sums.leaves);
        }
        sums.originCalls[sums.leaves++] = originCalls;
        sums.firstSeen = Math.min(sums.firstSeen, firstSeen);
        sums.lastSeen = Math.max(sums.lastSeen, lastSeen);
    }

    /** Sums over leaves, and the origin calls of each. */
    static final class Totals {
        private long rows;
        private long calls;
        private long firstSeen = Long.MAX_VALUE;
        private long lastSeen = Long.MIN_VALUE;
        private long[] originCalls = new long[64];
        private int leaves;

        /** Returns whether these are no more than the sums that a file states. */
        boolean isWithin(long statedRows, long statedCalls) {
            return rows <= statedRows && calls <= statedCalls;
        }

        /** Returns whether these are the sums and times that a file states. */
        boolean equal(long statedRows, long statedCalls, long first, long last) {
            return rows == statedRows && calls == statedCalls && firstSeen == first && lastSeen == last;
        }

        /** Returns the origin calls of each leaf in the order in which they were added. */
        long[] originCalls() {
            return Arrays.copyOf(originCalls, leaves);
        }
    }

    /**
     * Returns whether every row was refused (400 to 499) or aborted, and none was a write that asked for
     * authentication.
     */
    boolean failuresOnly() {
        return errors4xx + aborted == calls && refusedWrites == 0;
    }

    /** Returns what was counted of the calls. */
    Traffic traffic() {
        return new Traffic(
                calls,
                originCalls,
                connections,
                clients == null ? 0 : clients.count(),
                new Traffic.Failures(errors4xx, errors5xx, aborted, refusedWrites),
                new Traffic.BytesOut(bytesOut, maxBytesOut));
    }

    /** Returns the durations of the timed origin calls; null where none was timed. */
    @Nullable
    DurationSummary timing() {
        return durations == null ? null : durations.summary();
    }

    /** Returns everything but the peak and the spellings. */
    EndpointStats stats(Endpoint endpoint) {
        return new EndpointStats(
                endpoint,
                traffic(),
                timing(),
                Peak.NONE,
                new Seen(firstSeen, lastSeen),
                example(),
                List.of(),
                traits());
    }

    /** Returns the durations of the timed origin calls by their classes. */
    DurationDistribution durations() {
        return durations == null ? DurationDistribution.NONE : durations.distribution();
    }

    /** Returns the calls of a status. */
    long calls(TellingStatus status) {
        return statuses == null ? 0 : statuses.of(status);
    }

    /** Returns the number of the leaf that holds these counts at last, in the tally that holds it now. */
    int finalId() {
        return ids.find(id);
    }

    TraitSummary traits() {
        return traits == null ? TraitSummary.NONE : traits.summary();
    }

    /** Returns the masked path with the smallest hash, cut where it is very long. */
    String example() {
        return example.text();
    }
}
