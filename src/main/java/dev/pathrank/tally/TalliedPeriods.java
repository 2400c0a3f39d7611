package dev.pathrank.tally;

import dev.pathrank.pattern.tree.Node;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.query.RouteSample;
import dev.pathrank.tally.seconds.LeafIds;
import dev.pathrank.tally.seconds.PerSecondCounts;
import dev.pathrank.tally.seconds.PerSecondReader;
import dev.pathrank.tally.seconds.SecondsVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two sets of rows that were counted apart, with the endpoints that both of them together have: an endpoint is the same
 * in both, whatever each alone would have been folded into. Valid until one of the tallies is closed.
 */
public final class TalliedPeriods {
    private final List<Pair> endpoints;
    private final int[] endpointOfLeaf;
    private final List<PerSecondCounts> seconds;
    private final Tally paths;

    private TalliedPeriods(Tally paths, List<Pair> endpoints, int[] endpointOfLeaf, List<PerSecondCounts> seconds) {
        this.paths = paths;
        this.endpoints = List.copyOf(endpoints);
        this.endpointOfLeaf = endpointOfLeaf;
        this.seconds = seconds;
    }

    /** The two periods. */
    public enum Period {
        BEFORE,
        AFTER
    }

    /**
     * An endpoint in two periods.
     *
     * @param both what it is, and its counts in both periods together, without its peak and its spellings
     * @param before its counts in the first period; no calls where it was not called
     * @param after its counts in the second period; no calls where it was not called
     */
    public record Pair(EndpointStats both, Counts before, Counts after) {
        /** Returns what it is. */
        public Endpoint endpoint() {
            return both.endpoint();
        }

        /** Returns its counts in a period. */
        public Counts of(Period period) {
            return period == Period.BEFORE ? before : after;
        }
    }

    /**
     * What was counted for an endpoint in one period.
     *
     * @param traffic its calls
     * @param statuses calls of each status that may hint at a cause
     * @param durations of its timed origin calls
     * @param seen its first and last second
     */
    public record Counts(
            Traffic traffic, Map<TellingStatus, Long> statuses, DurationDistribution durations, Seen seen) {
        /** No call at all. */
        public static final Counts NONE = new Counts(Traffic.NONE, Map.of(), DurationDistribution.NONE, Seen.NEVER);

        public Counts {
            statuses = Map.copyOf(statuses);
        }

        static Counts of(LeafTally sum) {
            if (sum.calls == 0) {
                return NONE;
            }
            Map<TellingStatus, Long> statuses = new EnumMap<>(TellingStatus.class);
            for (TellingStatus status : TellingStatus.values()) {
                statuses.put(status, sum.calls(status));
            }
            return new Counts(sum.traffic(), statuses, sum.durations(), new Seen(sum.firstSeen, sum.lastSeen));
        }

        /** Returns the calls of a status. */
        public long calls(TellingStatus status) {
            return statuses.getOrDefault(status, 0L);
        }
    }

    /** What a leaf of one period has counted, before the leaves of the other are added to it. */
    record Copy(LeafTally leaf, LeafTally counts) {}

    /**
     * Learns the patterns of two tallies together and adds up every endpoint of each. Both are used up: they must not
     * be added to, merged or asked for endpoints afterwards.
     *
     * @param byHost whether the host is part of the endpoint
     */
    public static TalliedPeriods of(Tally before, Tally after, boolean byHost) {
        List<List<Copy>> copies = List.of(before.copies(), after.copies());
        before.mergePaths(after);
        EndpointAssembly.Joint joint = before.joint(byHost);
        List<LeafTally> sums = new ArrayList<>();
        for (int i = 0; i < 2 * joint.endpoints().size(); i++) {
            sums.add(before.newSum());
        }
        for (Period period : Period.values()) {
            for (Copy copy : copies.get(period.ordinal())) {
                int endpoint = joint.endpointOfLeaf()[copy.leaf().finalId()];
                sums.get(2 * endpoint + period.ordinal()).add(copy.counts());
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < joint.endpoints().size(); i++) {
            Counts first = Counts.of(sums.get(2 * i));
            Counts second = Counts.of(sums.get(2 * i + 1));
            LeafTally both = sums.get(2 * i);
            both.add(sums.get(2 * i + 1));
            pairs.add(new Pair(both.stats(joint.endpoints().get(i)), first, second));
        }
        return new TalliedPeriods(before, pairs, joint.endpointOfLeaf(), List.of(before.seconds(), after.seconds()));
    }

    /** Copies the leaves of settled trees. */
    static List<Copy> copies(Stream<Node<LeafTally>> roots, Limits limits) {
        List<Copy> copies = new ArrayList<>();
        roots.forEach(root -> addLeaves(root, limits, copies));
        return copies;
    }

    private static void addLeaves(Node<LeafTally> node, Limits limits, List<Copy> copies) {
        LeafTally leaf = node.leaf();
        if (leaf != null) {
            LeafTally counts = new LeafTally(new LeafIds(), limits);
            counts.add(leaf);
            copies.add(new Copy(leaf, counts));
        }
        node.children(child -> addLeaves(child, limits, copies));
    }

    /** Returns the endpoint of a request that was counted; null where it was not. */
    public @Nullable Endpoint endpointOf(RouteSample.Request request) {
        int leaf = paths.leafOf(request);
        int endpoint = leaf < endpointOfLeaf.length ? endpointOfLeaf[leaf] : -1;
        return endpoint < 0 ? null : endpoints.get(endpoint).endpoint();
    }

    /** Returns every endpoint, in no particular order. */
    public List<Pair> endpoints() {
        return endpoints;
    }

    /**
     * Visits the seconds of a period: days ascending, and within a day in the order of {@link #endpoints}.
     *
     * @throws IOException if seconds that lie in a temporary file cannot be read
     */
    public void replay(Period period, SecondsVisitor visitor) throws IOException {
        long[] originCalls = endpoints.stream()
                .mapToLong(each -> each.of(period).traffic().originCalls())
                .toArray();
        PerSecondReader.run(seconds.get(period.ordinal()), endpointOfLeaf, originCalls, visitor);
    }
}
