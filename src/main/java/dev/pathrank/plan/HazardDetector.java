package dev.pathrank.plan;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.pattern.learn.Spelling;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A detector of each endpoint's hazards, as far as its counts and its neighbours show them. */
final class HazardDetector {
    /** The largest request and answer of a load balancer, 1 MB (Elastic Load Balancing guide, 2026). */
    static final long ALB_BYTES = 1L << 20;

    /** The largest request and answer of a function, 6 MB (AWS Lambda developer guide, 2026). */
    static final long FUNCTION_BYTES = 6L << 20;

    private static final long MILLIS = 1000;
    private static final long ORIGIN_TIMEOUT_MS = 30_000;
    private static final long MOST_ATTEMPTS = 3;
    /** A time-out is not exact: connecting and the answer to the viewer come on top. */
    private static final long TIMEOUT_SLACK_MS = 1500;

    private static final long ABORTED_PART = 100;
    private static final Map<RequestTrait, Hazard> BY_TRAIT = Map.of(
            RequestTrait.SEMICOLON_IN_QUERY, Hazard.SEMICOLON_IN_QUERY,
            RequestTrait.REPEATED_KEY, Hazard.REPEATED_KEY,
            RequestTrait.RAW_BRACE_IN_QUERY, Hazard.RAW_BRACE_IN_QUERY,
            RequestTrait.ENCODED_SLASH, Hazard.ENCODED_SLASH,
            RequestTrait.ENCODED_PATH, Hazard.ENCODED_PATH,
            RequestTrait.RANGE, Hazard.RANGES);

    private final QuotaTable quotas;
    private final DeclaredEndpoints declared;
    private final NeighbourHazards neighbours;
    private final Targets targets;

    /** @param waves the wave of each endpoint that has one */
    HazardDetector(
            List<RankedEndpoint> ranking,
            Map<RankedEndpoint, Integer> waves,
            Targets targets,
            PlanOptions options,
            DeclaredEndpoints declared) {
        this.quotas = options.quotas();
        this.declared = declared;
        this.targets = targets;
        this.neighbours = new NeighbourHazards(ranking, waves);
    }

    /** Returns the hazards of an endpoint in the order of {@link Hazard}; none for rows of another kind. */
    List<HazardFinding> of(RankedEndpoint row) {
        if (row.kind() != EndpointKind.ENDPOINT) {
            return List.of();
        }
        EndpointStats stats = row.stats();
        List<HazardFinding> seen = new ArrayList<>();
        add(seen, Hazard.CONNECTIONS, stats.traffic().connections());
        times(seen, row);
        if (stats.traffic().failures().aborted() * ABORTED_PART >= stats.calls()) {
            add(seen, Hazard.NO_ANSWER, stats.traffic().failures().aborted());
        }
        sizes(seen, stats);
        for (RequestTrait trait : RequestTrait.values()) {
            long calls = stats.traits().of(trait);
            if (BY_TRAIT.containsKey(trait) && calls > 0) {
                seen.add(new HazardFinding(
                        BY_TRAIT.get(trait),
                        calls,
                        stats.traits().exampleOf(trait).stream().toList()));
            }
        }
        spellings(seen, stats);
        add(seen, Hazard.PLACEHOLDER_IN_SEGMENT, placeholderInSegment(stats.pattern()) ? stats.calls() : 0);
        add(seen, Hazard.QUERY_KEY, QueryPath.hasQuery(stats.pattern()) ? stats.calls() : 0);
        neighbours.add(seen, row);
        add(seen, Hazard.SHARED_CACHE, declared.facts(row.stats()).auth() ? stats.calls() - stats.originCalls() : 0);
        seen.sort((a, b) -> a.hazard().compareTo(b.hazard()));
        return seen;
    }

    private static void add(List<HazardFinding> seen, Hazard hazard, long figure) {
        if (figure > 0) {
            seen.add(HazardFinding.of(hazard, figure));
        }
    }

    private void times(List<HazardFinding> seen, RankedEndpoint row) {
        EndpointStats stats = row.stats();
        long maxMs = stats.durations().map(DurationSummary::maxMs).orElse(0L);
        Long waits = targets.of(row).target().timeoutSeconds(quotas);
        long seconds = waits == null ? quotas.of(Quota.TIMEOUT).orElse(Long.MAX_VALUE / MILLIS) : waits;
        if (maxMs > seconds * MILLIS) {
            add(seen, Hazard.SLOW, maxMs);
        }
        for (long attempts = 2; attempts <= MOST_ATTEMPTS; attempts++) {
            long over = maxMs - attempts * ORIGIN_TIMEOUT_MS;
            if (MethodSemantics.isRead(stats.method()) && over >= 0 && over <= TIMEOUT_SLACK_MS) {
                add(seen, Hazard.RETRIES, maxMs);
            }
        }
    }

    private static void sizes(List<HazardFinding> seen, EndpointStats stats) {
        add(
                seen,
                Hazard.LARGE_ANSWER,
                stats.traffic().bytesOut().largest() > ALB_BYTES
                        ? stats.traffic().bytesOut().largest()
                        : 0);
        add(
                seen,
                Hazard.LARGE_REQUEST,
                stats.traits().of(RequestTrait.REQUEST_OVER_1_MB)
                        + stats.traits().of(RequestTrait.REQUEST_OVER_6_MB));
        add(seen, Hazard.LONG_HEADERS, stats.traits().of(RequestTrait.LONG_HEADERS));
        boolean download = stats.method().equals("GET")
                && stats.traffic().bytesOut().total() / Math.max(1, stats.calls()) > ALB_BYTES;
        add(seen, Hazard.LARGE_DOWNLOAD, download ? stats.calls() : 0);
    }

    private static void spellings(List<HazardFinding> seen, EndpointStats stats) {
        List<Spelling> others = stats.spellings().stream()
                .filter(spelling -> !spelling.text().equals(stats.pattern()))
                .toList();
        spelled(
                seen,
                Hazard.DOUBLED_SLASH,
                others.stream().filter(each -> each.text().contains("//")).toList());
        spelled(
                seen,
                Hazard.SPELLINGS,
                others.stream().filter(each -> !each.text().contains("//")).toList());
    }

    private static void spelled(List<HazardFinding> seen, Hazard hazard, List<Spelling> spellings) {
        long calls = spellings.stream().mapToLong(Spelling::rows).sum();
        if (calls > 0) {
            seen.add(new HazardFinding(
                    hazard, calls, spellings.stream().map(Spelling::text).toList()));
        }
    }

    /** Returns whether a placeholder shares its segment with anything else. */
    static boolean placeholderInSegment(String pattern) {
        return Arrays.stream(QueryPath.path(pattern).split("/"))
                .anyMatch(segment -> segment.contains("<") && !segment.matches("<[^<>]*>"));
    }
}
