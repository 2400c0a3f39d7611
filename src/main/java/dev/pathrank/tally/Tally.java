package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.Row;
import dev.pathrank.pattern.PathFolder;
import dev.pathrank.pattern.tree.TreeReader;
import dev.pathrank.pattern.tree.TreeWriter;
import dev.pathrank.tally.seconds.LeafIds;
import dev.pathrank.tally.seconds.PerSecondCodec;
import dev.pathrank.tally.seconds.PerSecondCounts;
import java.io.IOException;
import java.util.List;

/**
 * The mergeable summary of counted rows: a commutative monoid. Not safe for use by several threads at a time.
 *
 * <p>A row goes to a leaf of its {@link PathFolder}, which knows the paths.
 */
public final class Tally implements RowSink, AutoCloseable {
    /** More than a number takes, since there must not be too many either. */
    private static final long NUMBER = 16;

    private final LeafIds ids = new LeafIds();
    private final PathFolder<LeafTally> folding;
    private final PerSecondCounts seconds;
    private final Limits limits;
    private final TrafficOverlap hours = new TrafficOverlap();
    /** Null where nothing is kept apart. */
    private final HourlyTallies apart;

    private long rows;
    private long calls;
    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;

    /** @throws IllegalArgumentException if a stated pattern or a literal path is none; the message tells the forms */
    public Tally(TallyOptions options) {
        this.limits = options.limits();
        this.folding =
                new PathFolder<>(options.rules(), limits.answered(), limits.failed(), () -> new LeafTally(ids, limits));
        this.seconds = new PerSecondCounts(ids, limits.secondBuffer(), limits.packedSeconds(), options.tmpDir());
        this.apart = options.dedupe() ? new HourlyTallies(options.ofAnHour()) : null;
    }

    /**
     * Counts one row.
     *
     * @throws IOException if seconds had to be put into a temporary file and could not
     */
    @Override
    public void add(Row row) throws IOException {
        if (apart != null) {
            apart.add(row);
            return;
        }
        count(row);
        hours.add(row);
        rows++;
        calls += row.calls();
        firstSeen = Math.min(firstSeen, row.epochSecond());
        lastSeen = Math.max(lastSeen, row.epochSecond());
    }

    private void count(Row row) throws IOException {
        LeafTally leaf = folding.leaf(
                row.hostBytes(),
                row.hostFrom(),
                row.hostTo(),
                row.pathBytes(),
                row.pathFrom(),
                row.pathTo(),
                row.methodBytes(),
                row.methodFrom(),
                row.methodTo(),
                row.status());
        leaf.add(row, folding.pathHash());
        if (row.originCall()) {
            int id = leaf.currentId();
            for (int call = 0; call < row.calls(); call++) {
                seconds.add(id, row.epochSecond());
            }
        }
        folding.counted(leaf);
    }

    /**
     * Adds all that {@code other} holds; {@code other} is used up and must not be touched again.
     *
     * @throws IOException if seconds had to be put into a temporary file and could not
     */
    public void merge(Tally other) throws IOException {
        // Seconds first: what they hold in their buffer goes by the numbers of their own leaves.
        seconds.absorb(other.seconds);
        ids.adopt(other.ids);
        folding.absorb(other.folding);
        if (apart != null && other.apart != null) {
            apart.merge(other.apart);
        }
        hours.merge(other.hours);
        rows += other.rows;
        calls += other.calls;
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
    }

    /** Puts hours that are kept apart into a temporary file until all of this weighs at most {@code most}, or only the trees are left. */
    public void spillTo(long most) throws IOException {
        if (apart != null) {
            apart.spillTo(Math.max(0, most - folding.weight()));
        }
    }

    /** What the tally is reckoned to weigh, in bytes, its seconds apart. */
    public long weight() {
        return folding.weight() + (apart == null ? 0 : apart.weight());
    }

    /**
     * To be called when all is counted, before anything is asked: where several kinds of log cover the same hour of a distribution only
     * the one that tells most stays. Does nothing unless the options ask for it.
     *
     * @return rows that were left out
     * @throws IOException if seconds had to be put into a temporary file and could not
     */
    public long dropDuplicates() throws IOException {
        if (apart == null) {
            return 0;
        }
        return apart.moveRichestInto(this);
    }

    /** Brings the paths to the one form that their set has. */
    void settle() {
        folding.settle();
    }

    /** What its seconds and the numbers of its leaves weigh in memory, in bytes; every tally merged into this one leaves numbers behind. */
    long secondsWeight() {
        return seconds.weight() + NUMBER * ids.count();
    }

    /** Rows counted so far. */
    public long rows() {
        return rows;
    }

    /** Kinds of log that tell of the same requests, so that they are counted twice. */
    public List<SharedTraffic> sharedTraffic() {
        return hours.shared();
    }

    /** Calls counted so far: one for each row, or more where a log is sampled. */
    public long calls() {
        return calls;
    }

    /** Seconds since the epoch of the earliest counted row; meaningless where {@link #calls()} is 0. */
    public long firstSeen() {
        return firstSeen;
    }

    /** As {@link #firstSeen()}, of the latest. */
    public long lastSeen() {
        return lastSeen;
    }

    /**
     * Learns the patterns and adds up every endpoint, in no particular order. Their calls add up to {@link #calls()}.
     *
     * @param byHost whether the host is part of the endpoint
     * @throws IOException if seconds that lie in a temporary file cannot be read
     */
    public List<EndpointStats> endpoints(boolean byHost) throws IOException {
        return tallied(byHost).stats();
    }

    /** As {@link #endpoints}, with the way back to the seconds of each. */
    public TalliedEndpoints tallied(boolean byHost) throws IOException {
        folding.settle();
        return EndpointAssembly.of(folding, byHost).tallied(seconds, ids, limits);
    }

    /**
     * Writes all that this holds, in the one form that its rows have: first and last second, the caps that it was counted with, both trees and the
     * seconds of their leaves.
     *
     * @throws IOException if it cannot be written, or seconds that lie in a temporary file cannot be read
     */
    public void write(CborWriter out) throws IOException {
        folding.settle();
        out.begin();
        out.number(rows);
        out.number(calls);
        out.number(firstSeen);
        out.number(lastSeen);
        int[] places = new int[ids.count()];
        int[] written = {0};
        TreeWriter<LeafTally> trees = new TreeWriter<>(out, leaf -> {
            places[leaf.currentId()] = written[0]++;
            leaf.write(out);
        });
        trees.write(folding.answered());
        trees.write(folding.failed());
        PerSecondCodec.write(seconds, places, written[0], out);
        hours.write(out);
        if (apart != null) {
            apart.write(out); // for another process of the run; such a tally is not stored
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param options with which it was counted
     * @throws IOException if it is no tally, or seconds had to be put into a temporary file and could not
     */
    public static Tally read(CborReader in, TallyOptions options) throws IOException {
        Tally tally = new Tally(options);
        try {
            tally.readInto(in, options);
        } catch (IOException | RuntimeException e) {
            tally.close();
            throw e;
        }
        return tally;
    }

    private void readInto(CborReader in, TallyOptions options) throws IOException {
        in.begin();
        rows = in.number();
        calls = in.number();
        firstSeen = in.number();
        lastSeen = in.number();
        TreeReader<LeafTally> trees = new TreeReader<>(in, leaf -> leaf.readInto(in));
        trees.readInto(folding.answered());
        trees.readInto(folding.failed());
        PerSecondCodec.readInto(seconds, ids.count(), in);
        hours.readInto(in);
        if (apart != null) {
            apart.readInto(in, options.ofAnHour());
        }
        in.end();
    }

    /**
     * Learns the patterns and tells of each why it is what it is, in no particular order.
     *
     * @param byHost whether patterns of different hosts are told apart
     */
    public List<PatternStats> patterns(boolean byHost) {
        folding.settle();
        return EndpointAssembly.explained(folding, byHost).patterns();
    }

    /** What was coarser than asked because a cap bit, in words ready to print: the node and the rows in its overflow. */
    public List<String> notices() {
        folding.settle();
        return CapNotices.of(folding);
    }

    /** Calls of the most called hosts, most first, at most {@code most} of them. */
    public List<HostCalls> hosts(int most) {
        return HostCalls.of(folding.answered(), folding.failed(), most);
    }

    /** Methods of paths that were ever counted apart. */
    long places() {
        return ids.count();
    }

    /** How much coarser than at first the answered paths are kept. */
    int answeredLevel() {
        return folding.answered().level();
    }

    int failedLevel() {
        return folding.failed().level();
    }

    /** Whether seconds went to disk. */
    boolean spilled() {
        return seconds.spilled();
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        seconds.close();
        if (apart != null) {
            apart.close();
        }
    }
}
