package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.Peak;
import dev.pathrank.tally.Seen;
import dev.pathrank.tally.Traffic;
import dev.pathrank.tally.TraitSummary;
import dev.pathrank.tally.seconds.CountedCalls;
import dev.pathrank.tally.seconds.SecondsVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Traffic given second by second, and the plan for it. */
public final class PlannedTraffic {
    /** A Wednesday, 2017-02-01T00:00:00Z. */
    static final long START = 1_485_907_200;

    private final CountedCalls counted = new CountedCalls();
    private final Map<String, SortedMap<Long, Integer>> seconds = new LinkedHashMap<>();
    private final Map<String, Long> sumMs = new LinkedHashMap<>();
    private long last = START;

    /** Calls within one second. */
    public PlannedTraffic calls(String endpoint, long secondFromStart, int calls, long meanMs) {
        seconds.computeIfAbsent(endpoint, key -> new TreeMap<>()).merge(START + secondFromStart, calls, Integer::sum);
        sumMs.merge(endpoint, calls * meanMs, Long::sum);
        int index = new ArrayList<>(seconds.keySet()).indexOf(endpoint);
        for (int call = 0; call < calls; call++) {
            counted.add(index, START + secondFromStart, -1, (int) meanMs);
        }
        last = Math.max(last, START + secondFromStart);
        return this;
    }

    /** The plan for it without declared routes. */
    public Plan plan(PlanOptions options) {
        return plan(options, DeclaredEndpoints.NONE);
    }

    Plan plan(PlanOptions options, DeclaredEndpoints declared) {
        return plan(options, declared, null);
    }

    /** The time of the traffic, to be filled by a plan. */
    LoadTimeline timeline() {
        return new LoadTimeline(START, last);
    }

    Plan plan(PlanOptions options, DeclaredEndpoints declared, LoadTimeline timeline) {
        List<EndpointStats> stats = seconds.keySet().stream().map(this::stats).toList();
        long calls = stats.stream().mapToLong(EndpointStats::calls).sum();
        Window window = new Window(START, last);
        List<RankedEndpoint> ranking = Ranking.of(stats, RankOptions.DEFAULT, window, calls);
        try {
            Stability stability = new Stability(ranking, declared, RankOptions.DEFAULT, window, calls);
            return Planner.plan(
                    ranking,
                    window,
                    this::replay,
                    options,
                    declared,
                    stability,
                    timeline == null ? null : DocumentLoads.of(timeline));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EndpointStats stats(String endpoint) {
        SortedMap<Long, Integer> mine = seconds.get(endpoint);
        long calls = mine.values().stream().mapToLong(Integer::longValue).sum();
        long peak = mine.values().stream().mapToLong(Integer::longValue).max().orElse(0);
        long peakAt = mine.entrySet().stream()
                .filter(each -> each.getValue() == peak)
                .findFirst()
                .orElseThrow()
                .getKey();
        long mean = sumMs.get(endpoint) / calls;
        String[] words = endpoint.split(" ");
        int placeholders = (int) words[1].chars().filter(c -> c == '<').count();
        return new EndpointStats(
                new Endpoint("", words[0], words[1], placeholders, false, false),
                new Traffic(calls, calls, 0, 1, Traffic.Failures.NONE, new Traffic.BytesOut(calls * 1000, 1000)),
                new DurationSummary(
                        calls,
                        sumMs.get(endpoint),
                        (mean + 99) / 100 * 100 * calls,
                        mean,
                        mean,
                        mean,
                        mean,
                        "time-taken"),
                new Peak(peak, peakAt),
                new Seen(mine.firstKey(), mine.lastKey()),
                words[1],
                List.of(),
                TraitSummary.NONE);
    }

    private void replay(List<EndpointStats> chosen, SecondsVisitor visitor) {
        List<String> names = chosen.stream()
                .map(stats -> stats.method() + " " + stats.pattern())
                .toList();
        int[] places = seconds.keySet().stream().mapToInt(names::indexOf).toArray();
        counted.read(places, visitor);
    }

    /** The use of a quota by all endpoints that move. */
    static QuotaUse use(Plan plan, Quota quota) {
        return plan.waves().get(plan.waves().size() - 1).uses().stream()
                .filter(use -> use.quota() == quota)
                .findFirst()
                .orElseThrow();
    }
}
