package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.report.CallProfiles;
import dev.pathrank.report.RunSummary.NewEndpoint;
import dev.pathrank.report.RunSummary.ReportRows;
import dev.pathrank.report.WholeReport;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.seconds.SecondField;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * The endpoints of a run in their migration order.
 *
 * @param rows every endpoint, in order
 * @param window the time of the counted rows
 * @param endpoints those that were called, with access to their seconds
 * @param declared the user's routes
 * @param stability of the ranking, before it has seen a second
 */
record EndpointRanking(
        List<RankedEndpoint> rows,
        Window window,
        TalliedEndpoints endpoints,
        DeclaredEndpoints declared,
        Stability stability) {
    /**
     * Ranks the endpoints of a run.
     *
     * @param byHost whether endpoints of different hosts are different
     * @throws IOException if what was spilled to disk cannot be read
     */
    static EndpointRanking of(RunResult result, RankOptions options, DeclaredEndpoints declared, boolean byHost)
            throws IOException {
        return of(result, options, declared, result.endpoints(byHost));
    }

    /**
     * Ranks endpoints of a run.
     *
     * @throws IOException if what was spilled to disk cannot be read
     */
    static EndpointRanking of(
            RunResult result, RankOptions options, DeclaredEndpoints declared, TalliedEndpoints endpoints)
            throws IOException {
        Tally tally = result.tally();
        Window window = tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen());
        List<RankedEndpoint> rows = Ranking.of(endpoints.stats(), declared, options, window, tally.calls());
        Stability stability = new Stability(rows, declared, options, window, tally.calls());
        return new EndpointRanking(rows, window, endpoints, declared, stability);
    }

    /**
     * Returns the range of every candidate's rank. Called once.
     *
     * @throws IOException if seconds that were spilled to disk cannot be read
     */
    Map<RankedEndpoint, RankRange> ranges() throws IOException {
        endpoints.replay(stability.endpoints(), stability.visitor());
        return stability.ranges();
    }

    /**
     * Returns the origin calls that took longer than any function may.
     *
     * @throws IOException if seconds that were spilled to disk cannot be read
     */
    long longCalls() throws IOException {
        List<EndpointStats> some = rows.stream()
                .map(RankedEndpoint::stats)
                .filter(stats -> stats.durations()
                        .filter(each -> each.maxMs() > SecondField.LONGEST_MS)
                        .isPresent())
                .toList();
        LongAdder calls = new LongAdder();
        if (!some.isEmpty()) {
            endpoints.replaySeconds(some, (place, day) -> {
                for (int i = 0; i < day.size(); i++) {
                    calls.add(day.at(day.second(i), SecondField.OVER_900_S));
                }
            });
        }
        return calls.sum();
    }

    /**
     * Returns the order as a part of a document.
     *
     * @param ranges of each candidate's rank
     * @param profiles of {@link #endpoints}
     */
    WholeReport.OrderPart part(RankOptions options, Map<RankedEndpoint, RankRange> ranges, CallProfiles profiles) {
        return new WholeReport.OrderPart(rows, options.preset().weights(), ranges, profiles);
    }

    /** Returns the figures of the ranking. */
    ReportOutcome outcome() {
        long candidates = rows.stream().filter(RankedEndpoint::isCandidate).count();
        Map<EndpointKind, Long> kinds = kinds();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                        Locale.ROOT,
                        "endpoints: %,d, including %,d candidates",
                        kinds.get(EndpointKind.ENDPOINT),
                        candidates)
                + others(kinds));
        RouteCounts.of(declared, rows).map(RouteCounts::line).ifPresent(lines::add);
        return new ReportOutcome(
                new ReportRows(kinds, candidates, null), newEndpoints(), lines, patterns(), List.of(), List.of());
    }

    private Set<String> patterns() {
        return rows.stream()
                .map(RankedEndpoint::stats)
                .filter(EndpointStats::isCalled)
                .map(EndpointStats::pattern)
                .collect(Collectors.toSet());
    }

    private Map<EndpointKind, Long> kinds() {
        Map<EndpointKind, Long> kinds = new EnumMap<>(EndpointKind.class);
        for (EndpointKind kind : EndpointKind.values()) {
            kinds.put(kind, 0L);
        }
        rows.forEach(row -> kinds.merge(row.kind(), 1L, Long::sum));
        return kinds;
    }

    private static String others(Map<EndpointKind, Long> kinds) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getKey() != EndpointKind.ENDPOINT && kind.getValue() > 0)
                .map(kind ->
                        String.format(Locale.ROOT, "; %s: %,d", kind.getKey().word(), kind.getValue()))
                .collect(Collectors.joining());
    }

    private List<NewEndpoint> newEndpoints() {
        return rows.stream()
                .map(RankedEndpoint::stats)
                .filter(EndpointStats::isNew)
                .map(stats -> new NewEndpoint(
                        stats.endpoint(),
                        stats.calls(),
                        Instant.ofEpochSecond(stats.seen().first()),
                        stats.example()))
                .toList();
    }
}
