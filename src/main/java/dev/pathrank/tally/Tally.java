package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.log.Row;
import dev.pathrank.pattern.PathFolder;
import dev.pathrank.pattern.tree.TreeReader;
import dev.pathrank.pattern.tree.TreeWriter;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.query.RouteSample;
import dev.pathrank.tally.seconds.LeafIds;
import dev.pathrank.tally.seconds.PerSecondCodec;
import dev.pathrank.tally.seconds.PerSecondCounts;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mergeable summary of counted rows: a commutative monoid. Not safe for use by several threads at a time.
 *
 * <p>A row goes to a leaf of its {@link PathFolder}, which knows the paths.
 */
public final class Tally implements RowSink, AutoCloseable {
    /** The weight of a leaf's number in bytes: more than it takes, because their count must be bounded too. */
    private static final long NUMBER = 16;

    private final LeafIds ids = new LeafIds();
    private final PathFolder<LeafTally> paths;
    private final PerSecondCounts seconds;
    private final Limits limits;
    /** Shows where two log types record the same requests. */
    private final TrafficOverlap overlap = new TrafficOverlap();
    /** The tallies that {@code --dedupe} chooses from; null without it. */
    private final @Nullable HourlyTallies hourlyTallies;

    private long rows;
    private long calls;
    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;

    /**
     * @throws IllegalArgumentException if a stated pattern or a literal path is malformed; the message shows the forms
     */
    public Tally(TallyOptions options) {
        this.limits = options.limits();
        this.paths =
                new PathFolder<>(options.rules(), limits.answered(), limits.failed(), () -> new LeafTally(ids, limits));
        this.seconds = new PerSecondCounts(ids, limits.secondBuffer(), limits.packedSeconds(), options.tmpDir());
        this.hourlyTallies = options.dedupe() ? new HourlyTallies(options.ofAnHour()) : null;
    }

    /**
     * Counts one row.
     *
     * @throws IOException if seconds cannot be written to a temporary file
     */
    @Override
    public void add(Row row) throws IOException {
        if (hourlyTallies != null) {
            hourlyTallies.add(row);
            return;
        }
        count(row);
        overlap.add(row);
        rows++;
        calls += row.calls();
        firstSeen = Math.min(firstSeen, row.epochSecond());
        lastSeen = Math.max(lastSeen, row.epochSecond());
    }

    private void count(Row row) throws IOException {
        ByteSlice path = paths.hasQueryKeys() ? paths.target(row.path(), row.query()) : row.path();
        LeafTally leaf = paths.leaf(row.host(), path, row.method(), row.status());
        leaf.add(row, path, paths.pathHash());
        if (row.originCall()) {
            int id = leaf.currentId();
            int flags = OriginCallFlags.of(row);
            for (int call = 0; call < row.calls(); call++) {
                seconds.add(id, row.epochSecond(), row.millisOfSecond(), row.durationMs(), flags);
            }
        }
        paths.counted(leaf);
    }

    /**
     * Adds everything that {@code other} holds; {@code other} is used up and must not be touched again.
     *
     * @throws IOException if seconds cannot be written to a temporary file
     */
    public void merge(Tally other) throws IOException {
        // Seconds first: their buffer refers to leaves by the numbers of the other tally.
        seconds.absorb(other.seconds);
        ids.adopt(other.ids);
        paths.absorb(other.paths);
        if (hourlyTallies != null && other.hourlyTallies != null) {
            hourlyTallies.merge(other.hourlyTallies);
        }
        overlap.merge(other.overlap);
        rows += other.rows;
        calls += other.calls;
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
    }

    /**
     * Adds the paths and leaves of {@code other}, whose seconds stay apart and refer to the leaves of this from then
     * on. Neither may be added to or merged afterwards.
     */
    void mergePaths(Tally other) {
        ids.adopt(other.ids);
        paths.absorb(other.paths);
    }

    /** Returns what each leaf has counted. */
    List<TalliedPeriods.Copy> copies() {
        paths.settle();
        return TalliedPeriods.copies(
                Stream.of(paths.answered().root(), paths.failed().root()), limits);
    }

    /** Returns the number of the leaf at which a request is counted, a new one where it was not. */
    int leafOf(RouteSample.Request request) {
        ByteSlice path = paths.target(bytes(request.path()), bytes(request.query()));
        return paths.leaf(bytes(request.host()), path, bytes(request.method()), request.status())
                .currentId();
    }

    private static ByteSlice bytes(String text) {
        return ByteSlice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns a sum of leaves that holds nothing yet. */
    LeafTally newSum() {
        return new LeafTally(new LeafIds(), limits);
    }

    /** Returns the endpoints after {@link #mergePaths}, without their counts. */
    EndpointAssembly.Joint joint(boolean byHost) {
        paths.settle();
        return EndpointAssembly.of(paths, byHost).joint(ids);
    }

    /** Returns the seconds of the rows that this has counted itself. */
    PerSecondCounts seconds() {
        return seconds;
    }

    /**
     * Moves hourly tallies to a temporary file until everything weighs at most {@code most} bytes, or only the trees
     * are left.
     */
    public void spillTo(long most) throws IOException {
        if (hourlyTallies != null) {
            hourlyTallies.spillTo(Math.max(0, most - paths.weight()));
        }
    }

    /** Returns the estimated weight of the tally in bytes, without its seconds. */
    public long weight() {
        return paths.weight() + (hourlyTallies == null ? 0 : hourlyTallies.weight());
    }

    /**
     * Keeps only the most detailed log type where several cover the same hour of a distribution. Call it when
     * everything is counted and before any query. Does nothing unless the options ask for it.
     *
     * @return rows that were left out
     * @throws IOException if seconds cannot be written to a temporary file
     */
    public long dropDuplicates() throws IOException {
        if (hourlyTallies == null) {
            return 0;
        }
        return hourlyTallies.moveRichestInto(this);
    }

    /** Brings the trees to the form that depends on their set of paths alone. */
    void settle() {
        paths.settle();
    }

    /**
     * Returns the weight of its seconds and of the numbers of its leaves in memory, in bytes; every merged tally leaves
     * numbers behind.
     */
    long secondsWeight() {
        return seconds.weight() + NUMBER * ids.count();
    }

    /** Returns the rows counted so far. */
    public long rows() {
        return rows;
    }

    /** Returns the hours that have a counted row. */
    public LogHours hours() {
        return overlap.hours();
    }

    /** Returns the pairs of log types that record the same requests, which are then counted twice. */
    public List<SharedTraffic> sharedTraffic() {
        return overlap.shared();
    }

    /** Returns the calls counted so far: one for each row, or more where a log is sampled. */
    public long calls() {
        return calls;
    }

    /** Returns seconds since the epoch of the earliest counted row; meaningless where {@link #calls()} is 0. */
    public long firstSeen() {
        return firstSeen;
    }

    /** Returns the same as {@link #firstSeen()} for the latest row. */
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

    /** Returns the endpoints as {@link #endpoints} does, with access to the seconds of each. */
    public TalliedEndpoints tallied(boolean byHost) throws IOException {
        paths.settle();
        return EndpointAssembly.of(paths, byHost).tallied(seconds, ids, limits);
    }

    /**
     * Writes everything in a form that depends on its rows alone: counts, first and last second, both trees and the
     * seconds of their leaves.
     *
     * @throws IOException if it cannot be written, or seconds that lie in a temporary file cannot be read
     */
    public void write(CborWriter out) throws IOException {
        paths.settle();
        out.begin();
        out.number(rows);
        out.number(calls);
        out.number(firstSeen);
        out.number(lastSeen);
        int[] writtenNumbers = new int[ids.count()];
        int[] written = {0};
        TreeWriter<LeafTally> trees = new TreeWriter<>(out, leaf -> {
            writtenNumbers[leaf.currentId()] = written[0]++;
            leaf.write(out);
        });
        trees.write(paths.answered());
        trees.write(paths.failed());
        PerSecondCodec.write(seconds, writtenNumbers, written[0], out);
        overlap.write(out);
        if (hourlyTallies != null) {
            hourlyTallies.write(out); // for another process of the run; such a tally is not stored
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param options with which it was counted
     * @throws IOException if it is no tally, or seconds cannot be written to a temporary file
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
        rows = in.count();
        calls = in.count();
        firstSeen = in.number();
        lastSeen = in.number();
        LeafTally.Totals sums = new LeafTally.Totals();
        TreeReader<LeafTally> trees = new TreeReader<>(in, leaf -> {
            leaf.readInto(in);
            leaf.addTo(sums);
            requireSums(sums.isWithin(rows, calls));
        });
        trees.readInto(paths.answered());
        trees.readInto(paths.failed());
        requireSums(sums.equal(rows, calls, firstSeen, lastSeen));
        PerSecondCodec.readInto(seconds, sums.originCalls(), in);
        overlap.readInto(in, rows);
        if (hourlyTallies != null) {
            hourlyTallies.readInto(in, options.ofAnHour());
        }
        in.end();
    }

    private static void requireSums(boolean right) throws DamagedFileException {
        if (!right) {
            throw new DamagedFileException("has counts that do not add up");
        }
    }

    /**
     * Learns the patterns and explains each, in no particular order.
     *
     * @param byHost whether the host is part of the pattern
     */
    public List<PatternStats> patterns(boolean byHost) {
        paths.settle();
        return EndpointAssembly.explained(paths, byHost).patterns();
    }

    /**
     * The endpoints and the patterns behind them, learned once for both.
     *
     * @param patterns in no particular order
     */
    public record Explained(TalliedEndpoints endpoints, List<PatternStats> patterns) {
        public Explained {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Returns what {@link #tallied} and {@link #patterns} return.
     *
     * @throws IOException if seconds that lie in a temporary file cannot be read
     */
    public Explained explained(boolean byHost) throws IOException {
        paths.settle();
        EndpointAssembly all = EndpointAssembly.explained(paths, byHost);
        return new Explained(all.tallied(seconds, ids, limits), all.patterns());
    }

    /** Notices of what a cap on memory made coarser, ready to print. */
    public List<String> notices() {
        paths.settle();
        return CapNotices.of(paths, overlap.isSampled());
    }

    /** Returns the most called hosts, most calls first, at most {@code most} of them. */
    public List<HostRows> hosts(int most) {
        return HostRows.of(paths.answered(), paths.failed(), most);
    }

    /** Returns how many leaf numbers were given out: merged and absorbed leaves keep theirs. */
    long leafNumbers() {
        return ids.count();
    }

    /** Returns the coarsening level of the answered paths; 0 at first. */
    int answeredLevel() {
        return paths.answered().level();
    }

    int failedLevel() {
        return paths.failed().level();
    }

    /** Returns whether seconds were spilled to disk. */
    boolean spilled() {
        return seconds.spilled();
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        seconds.close();
        if (hourlyTallies != null) {
            hourlyTallies.close();
        }
    }
}
