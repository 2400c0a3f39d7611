package dev.pathrank.tally;

import dev.pathrank.log.Row;
import dev.pathrank.pattern.Node;
import dev.pathrank.pattern.PathTree;
import dev.pathrank.pattern.StatedPatterns;
import java.io.IOException;
import java.util.List;

/**
 * The mergeable summary of counted rows: a commutative monoid. Not safe for use by several threads at a time.
 *
 * <p>A row goes to a leaf of one of two trees: what was answered (status 100 to 399) decides the patterns and must not compete for memory with what
 * was not, which is mostly a scanner's.
 */
public final class Tally implements AutoCloseable {
    private final StatedPatterns stated;
    private final LeafIds ids = new LeafIds();
    private final PathTree<LeafTally> answered;
    private final PathTree<LeafTally> failed;
    private final SecondLog seconds;
    private final Limits limits;
    private long calls;
    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;

    /** @throws IllegalArgumentException if a stated pattern is none; the message tells the forms */
    public Tally(TallyOptions options) {
        this.limits = options.limits();
        this.stated = new StatedPatterns(options.patterns());
        this.answered = new PathTree<>(limits.answered(), () -> new LeafTally(ids, limits));
        this.failed = new PathTree<>(limits.failed(), () -> new LeafTally(ids, limits));
        this.seconds = new SecondLog(ids, limits, options.tmpDir());
    }

    /**
     * Counts one row.
     *
     * @throws IOException if seconds had to be put into a temporary file and could not
     */
    public void add(Row row) throws IOException {
        int pattern = stated.isEmpty() ? StatedPatterns.NONE : match(row);
        boolean decides = pattern != StatedPatterns.NONE || row.status() >= 100 && row.status() <= 399;
        PathTree<LeafTally> tree = decides ? answered : failed;
        LeafTally leaf = leaf(tree, row, pattern);
        leaf.add(row, tree.pathHash());
        if (row.originCall()) {
            seconds.add(leaf.currentId(), row.epochSecond());
        }
        calls++;
        firstSeen = Math.min(firstSeen, row.epochSecond());
        lastSeen = Math.max(lastSeen, row.epochSecond());
        tree.counted(leaf);
    }

    private int match(Row row) {
        return stated.match(
                row.pathBytes(), row.pathFrom(), row.pathTo(), row.methodBytes(), row.methodFrom(), row.methodTo());
    }

    private LeafTally leaf(PathTree<LeafTally> tree, Row row, int pattern) {
        Node<LeafTally> host = tree.host(row.hostBytes(), row.hostFrom(), row.hostTo());
        return pattern == StatedPatterns.NONE
                ? tree.path(
                        host,
                        row.pathBytes(),
                        row.pathFrom(),
                        row.pathTo(),
                        row.methodBytes(),
                        row.methodFrom(),
                        row.methodTo())
                : tree.stated(
                        host,
                        stated.written(pattern),
                        row.pathBytes(),
                        row.pathFrom(),
                        row.pathTo(),
                        row.methodBytes(),
                        row.methodFrom(),
                        row.methodTo());
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
        answered.absorb(other.answered);
        failed.absorb(other.failed);
        calls += other.calls;
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
    }

    /** What the tally is reckoned to weigh, in bytes, its seconds apart. */
    public long weight() {
        return answered.weight() + failed.weight();
    }

    /** Rows counted so far. */
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
        settle();
        return Endpoints.of(answered, failed, stated, byHost).tallied(seconds, ids, limits);
    }

    private void settle() {
        answered.settle();
        failed.settle();
    }

    /** What was coarser than asked because a cap bit, in words ready to print: the node and the rows in its overflow. */
    public List<String> notices() {
        settle();
        return CapNotices.of(answered, failed);
    }

    /** Calls of the most called hosts, most first, at most {@code most} of them. */
    public List<HostCalls> hosts(int most) {
        return HostCalls.of(answered, failed, most);
    }

    /** How much coarser than at first the answered paths are kept. */
    int answeredLevel() {
        return answered.level();
    }

    int failedLevel() {
        return failed.level();
    }

    /** Whether seconds went to disk. */
    boolean spilled() {
        return seconds.spilled();
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        seconds.close();
    }
}
