package dev.pathrank.tally;

import dev.pathrank.pattern.PathFolder;
import dev.pathrank.pattern.learn.Explanation;
import dev.pathrank.pattern.learn.LearnedPattern;
import dev.pathrank.pattern.learn.Spelling;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.seconds.LeafIds;
import dev.pathrank.tally.seconds.PeakFinder;
import dev.pathrank.tally.seconds.PerSecondCounts;
import dev.pathrank.text.PercentEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The endpoints of a tally: everything counted for one method and pattern (and host) is added up. */
final class EndpointAssembly {
    /** The most patterns of failures that have rows of their own; a scanner tries thousands. */
    private static final int FAILURES_APART = 50;

    private static final int EXAMPLES = 3;

    /** The pattern of all other failures; the second one where an endpoint has the first already. */
    private static final String OTHER_FAILURES = "/<path>";

    private static final String YET_OTHER_FAILURES = "/<path>/...";

    private final Map<Key, Parts> endpoints = new TreeMap<>();

    /** The identity of an endpoint. */
    private record Key(String host, String method, String pattern) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::method).thenComparing(Key::pattern).thenComparing(Key::host);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The leaves that are added up for an endpoint, and what is known of its pattern. */
    private static final class Parts {
        private final int placeholders;
        private boolean stated;
        private boolean unmatched;
        private long explainedCalls;
        private Explanation explanation = Explanation.POOLED;
        private final List<LeafTally> leaves = new ArrayList<>();
        private final Map<String, Spelling> spellings = new TreeMap<>();

        Parts(int placeholders) {
            this.placeholders = placeholders;
        }

        /**
         * Keeps the explanation of the host with most calls where hosts are added up; patterns come in the order of
         * their hosts.
         */
        void explain(LearnedPattern<LeafTally> learned) {
            long calls = learned.leaves().stream().mapToLong(leaf -> leaf.calls).sum();
            if (calls > explainedCalls) {
                explainedCalls = calls;
                explanation = learned.explanation();
            }
        }

        List<String> examples() {
            return leaves.stream()
                    .sorted(LeafTally::byExample)
                    .map(LeafTally::example)
                    .distinct()
                    .limit(EXAMPLES)
                    .toList();
        }

        Endpoint endpoint(Key key) {
            return new Endpoint(key.host(), key.method(), key.pattern(), placeholders, stated, unmatched);
        }

        long firstSeen() {
            return leaves.stream().mapToLong(leaf -> leaf.firstSeen).min().orElse(0);
        }

        long calls() {
            return leaves.stream().mapToLong(leaf -> leaf.calls).sum();
        }

        void add(LearnedPattern<LeafTally> learned) {
            leaves.addAll(learned.leaves());
            learned.spellings().forEach(each -> spellings.merge(each.text(), each, Spelling::plus));
        }

        void add(Parts other) {
            if (other.explainedCalls > explainedCalls) {
                explainedCalls = other.explainedCalls;
                explanation = other.explanation;
            }
            leaves.addAll(other.leaves);
            other.spellings.values().forEach(each -> spellings.merge(each.text(), each, Spelling::plus));
        }

        /** Returns whether nothing shows that the endpoint exists (contract: "Kinds, order, score"). */
        boolean failuresOnly() {
            return !stated && !unmatched && allFailed();
        }

        boolean allFailed() {
            return leaves.stream().allMatch(LeafTally::failuresOnly);
        }
    }

    private EndpointAssembly() {}

    static EndpointAssembly of(PathFolder<LeafTally> paths, boolean byHost) {
        return of(paths, paths.learn(), byHost);
    }

    /** Returns the endpoints as {@link #of} does; {@link #patterns} then has their explanations. */
    static EndpointAssembly explained(PathFolder<LeafTally> paths, boolean byHost) {
        return of(paths, paths.explain(), byHost);
    }

    private static EndpointAssembly of(
            PathFolder<LeafTally> paths, List<LearnedPattern<LeafTally>> patterns, boolean byHost) {
        EndpointAssembly endpoints = new EndpointAssembly();
        for (LearnedPattern<LeafTally> learned : patterns) {
            Key key = new Key(byHost ? printable(learned.host()) : "", printable(learned.method()), learned.pattern());
            Parts parts = endpoints.endpoints.computeIfAbsent(key, k -> new Parts(learned.placeholders()));
            parts.stated |= learned.stated() && paths.states(key.method(), key.pattern());
            parts.unmatched |= learned.stated() && !parts.stated && paths.isUnmatched(learned.pattern());
            parts.explain(learned);
            parts.add(learned);
        }
        endpoints.joinSlashes();
        endpoints.poolFailures();
        return endpoints;
    }

    private static String printable(String bytes) {
        byte[] text = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return PercentEncoder.of(text);
    }

    /** Joins endpoints that differ in slashes only: hosts may spell an endpoint in different ways. */
    private void joinSlashes() {
        Map<Key, List<Key>> alike = new TreeMap<>();
        for (Map.Entry<Key, Parts> endpoint : endpoints.entrySet()) {
            if (!endpoint.getValue().stated && !endpoint.getValue().unmatched) {
                Key key = endpoint.getKey();
                alike.computeIfAbsent(
                                new Key(key.host(), key.method(), Spelling.withoutSlashes(key.pattern())),
                                plain -> new ArrayList<>(1))
                        .add(key);
            }
        }
        for (List<Key> keys : alike.values()) {
            if (keys.size() > 1) {
                List<Parts> apart = keys.stream()
                        .map(key -> Objects.requireNonNull(endpoints.remove(key)))
                        .toList();
                Parts joined = new Parts(apart.get(0).placeholders);
                apart.forEach(joined::add);
                Key first = keys.get(0);
                String pattern = Spelling.inOrder(joined.spellings).get(0).text();
                Key key = new Key(first.host(), first.method(), pattern);
                endpoints
                        .computeIfAbsent(key, k -> new Parts(joined.placeholders))
                        .add(joined);
            }
        }
    }

    /** Pools all but the most called patterns of failures into one per method (and host). */
    private void poolFailures() {
        List<Key> failures = endpoints.entrySet().stream()
                .filter(endpoint -> endpoint.getValue().failuresOnly())
                .sorted(Comparator.comparingLong((Map.Entry<Key, Parts> endpoint) ->
                                -endpoint.getValue().calls())
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(FAILURES_APART)
                .map(Map.Entry::getKey)
                .toList();
        boolean taken = endpoints.entrySet().stream()
                .anyMatch(each -> each.getKey().pattern().equals(OTHER_FAILURES)
                        && !each.getValue().failuresOnly());
        String pattern = taken ? YET_OTHER_FAILURES : OTHER_FAILURES;
        for (Key key : failures) {
            Parts parts = Objects.requireNonNull(endpoints.remove(key));
            Key pool = new Key(key.host(), key.method(), pattern);
            endpoints.computeIfAbsent(pool, k -> new Parts(1)).leaves.addAll(parts.leaves);
        }
    }

    /** Returns every pattern with its explanation. */
    List<PatternStats> patterns() {
        List<PatternStats> patterns = new ArrayList<>();
        endpoints.forEach((key, parts) -> patterns.add(new PatternStats(
                parts.endpoint(key),
                parts.allFailed(),
                parts.calls(),
                parts.firstSeen(),
                parts.examples(),
                parts.explanation)));
        return patterns;
    }

    /** Endpoints without their counts. */
    static final class Joint {
        private final List<Endpoint> endpoints;
        private final int[] endpointOfLeaf;

        private Joint(List<Endpoint> endpoints, int[] endpointOfLeaf) {
            this.endpoints = endpoints;
            this.endpointOfLeaf = endpointOfLeaf;
        }

        List<Endpoint> endpoints() {
            return endpoints;
        }

        /** Returns the index of each leaf's endpoint, by the number of the leaf. */
        int[] endpointOfLeaf() {
            return endpointOfLeaf;
        }
    }

    /** Returns every endpoint, and which of them each leaf belongs to. */
    Joint joint(LeafIds ids) {
        List<Endpoint> all = new ArrayList<>();
        int[] endpointOfLeaf = new int[ids.count()];
        Arrays.fill(endpointOfLeaf, -1);
        endpoints.forEach((key, parts) -> {
            parts.leaves.forEach(leaf -> endpointOfLeaf[leaf.currentId()] = all.size());
            all.add(parts.endpoint(key));
        });
        return new Joint(all, endpointOfLeaf);
    }

    /** Returns the statistics of every endpoint. */
    TalliedEndpoints tallied(PerSecondCounts seconds, LeafIds ids, Limits limits) throws IOException {
        int[] endpointOfLeaf = new int[ids.count()];
        Arrays.fill(endpointOfLeaf, -1);
        List<LeafTally> sums = new ArrayList<>();
        for (Parts parts : endpoints.values()) {
            LeafTally sum = new LeafTally(new LeafIds(), limits);
            for (LeafTally leaf : parts.leaves) {
                endpointOfLeaf[leaf.currentId()] = sums.size();
                sum.add(leaf);
            }
            sums.add(sum);
        }
        long[] originCalls = sums.stream().mapToLong(sum -> sum.originCalls).toArray();
        PeakFinder peaks = PeakFinder.of(seconds, endpointOfLeaf, originCalls);
        List<EndpointStats> stats = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Key, Parts> endpoint : endpoints.entrySet()) {
            stats.add(stats(endpoint.getKey(), endpoint.getValue(), sums.get(number), peaks, number));
            number++;
        }
        List<long[]> histograms =
                sums.stream().map(sum -> sum.durations().histogram()).toList();
        return new TalliedEndpoints(stats, endpointOfLeaf, seconds, histograms);
    }

    private static EndpointStats stats(Key key, Parts parts, LeafTally sum, PeakFinder peaks, int number) {
        return new EndpointStats(
                parts.endpoint(key),
                sum.traffic(),
                sum.timing(),
                new Peak(peaks.most(number), peaks.at(number)),
                new Seen(sum.firstSeen, sum.lastSeen),
                sum.example(),
                parts.spellings.size() < 2
                        ? List.of()
                        : Spelling.inOrder(parts.spellings).stream()
                                .limit(EndpointStats.MOST_SPELLINGS)
                                .toList(),
                sum.traits());
    }
}
