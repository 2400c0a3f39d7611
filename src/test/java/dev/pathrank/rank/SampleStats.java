package dev.pathrank.rank;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.Peak;
import dev.pathrank.tally.Seen;
import dev.pathrank.tally.Traffic;
import dev.pathrank.tally.TraitSummary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builder of endpoints for tests; by default an ordinary origin call. */
public final class SampleStats {
    private final String method;
    private final String pattern;
    private final long calls;
    private String host = "";
    private int placeholders;
    private boolean stated;
    private boolean unmatched;
    private long originCalls;
    private long errors4xx;
    private long errors5xx;
    private long aborted;
    private long refusedWrites;
    private long connections;
    private @Nullable DurationSummary timing;
    private long peakRps;
    private long maxBytesOut = 2_000;
    private TraitSummary traits = TraitSummary.NONE;

    private SampleStats(String method, String pattern, long calls) {
        this.method = method;
        this.pattern = pattern;
        this.calls = calls;
        placeholders =
                (int) pattern.chars().filter(character -> character == '<').count();
        origin(calls, calls == 0 ? 0 : 1);
    }

    public static SampleStats of(String endpoint, long calls) {
        String[] words = endpoint.split(" ", 2);
        return new SampleStats(words[0], words[1], calls);
    }

    /** @param peak most origin calls within one second */
    public SampleStats origin(long originCalls, long peak) {
        this.originCalls = originCalls;
        this.peakRps = originCalls == 0 ? 0 : peak;
        return this;
    }

    public SampleStats took(long p50, long p95, long p99) {
        timing = new DurationSummary(
                originCalls, p50 * originCalls, (p50 + 99) / 100 * 100 * originCalls, p50, p95, p99, p99, "time-taken");
        return this;
    }

    public SampleStats host(String name) {
        host = name;
        return this;
    }

    public SampleStats stated() {
        stated = true;
        return this;
    }

    public SampleStats unmatched() {
        unmatched = true;
        return this;
    }

    public SampleStats errors(long clientErrors, long serverErrors, long abortedCalls) {
        errors4xx = clientErrors;
        errors5xx = serverErrors;
        aborted = abortedCalls;
        return this;
    }

    public SampleStats refusedWrites(long rows) {
        refusedWrites = rows;
        return this;
    }

    public SampleStats connections(long rows) {
        connections = rows;
        return this;
    }

    public SampleStats largest(long bytes) {
        maxBytesOut = bytes;
        return this;
    }

    /** Lets some of the calls have a trait. */
    public SampleStats trait(RequestTrait trait, long some) {
        traits = new TraitSummary(Map.of(trait, some), "", Set.of());
        return this;
    }

    public EndpointStats get() {
        Traffic.Failures failures = new Traffic.Failures(errors4xx, errors5xx, aborted, refusedWrites);
        Traffic.BytesOut bytes = new Traffic.BytesOut(maxBytesOut * calls, maxBytesOut);
        return new EndpointStats(
                new Endpoint(host, method, pattern, placeholders, stated, unmatched),
                calls == 0 ? Traffic.NONE : new Traffic(calls, originCalls, connections, 3, failures, bytes),
                timing,
                new Peak(peakRps, 1_486_915_200),
                new Seen(1_486_684_800, 1_486_944_000),
                pattern.replace("<id>", "42"),
                List.of(),
                traits);
    }
}
