package dev.pathrank.tally;

import dev.pathrank.pattern.learn.Spelling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything counted for one endpoint.
 *
 * @param endpoint what it is
 * @param traffic its calls; none only for what is {@linkplain #neverCalled declared and never called}
 * @param timing null where no origin call was timed
 * @param peak its busiest second
 * @param seen its first and last second
 * @param example one real path, masked and printable
 * @param spellings its spellings where it has several (another trailing or doubled slash, other letters): the most
 *     called ones, at most {@value #MOST_SPELLINGS}, the pattern itself first unless it is stated; else empty
 * @param traits of all its calls
 */
public record EndpointStats(
        Endpoint endpoint,
        Traffic traffic,
        @Nullable DurationSummary timing,
        Peak peak,
        Seen seen,
        String example,
        List<Spelling> spellings,
        TraitSummary traits) {
    /** The most spellings that are kept. */
    public static final int MOST_SPELLINGS = 16;

    public EndpointStats {
        spellings = List.copyOf(spellings);
        if (traffic.calls() < 0 || traffic.calls() == 0 && !(endpoint.stated() && traffic.equals(Traffic.NONE))) {
            throw new IllegalArgumentException(
                    "calls must be positive unless the endpoint is only declared: " + traffic.calls());
        }
    }

    /**
     * Returns an endpoint that the user declared and nobody called.
     *
     * @param method {@code *} where it is declared for any
     */
    public static EndpointStats neverCalled(String method, String pattern, int placeholders) {
        Endpoint endpoint = new Endpoint("", method, pattern, placeholders, true, false);
        return new EndpointStats(endpoint, Traffic.NONE, null, Peak.NONE, Seen.NEVER, "", List.of(), TraitSummary.NONE);
    }

    /** Returns the same endpoint with other origin calls, as if a part of the logs were missing. */
    public EndpointStats withOriginCalls(long originCalls, long peakCalls) {
        return new EndpointStats(
                endpoint,
                traffic.withOriginCalls(originCalls),
                timing,
                new Peak(peakCalls, peak.second()),
                seen,
                example,
                spellings,
                traits);
    }

    /** Returns whether it was called, perhaps by more than scanners, and the user does not know of it. */
    public boolean isNew() {
        return isCalled() && !endpoint.stated() && !traffic.failuresOnly();
    }

    /** Returns whether any row was counted. */
    public boolean isCalled() {
        return traffic.calls() > 0;
    }

    /** See {@link Endpoint#host}. */
    public String host() {
        return endpoint.host();
    }

    /** See {@link Endpoint#method}. */
    public String method() {
        return endpoint.method();
    }

    /** See {@link Endpoint#pattern}. */
    public String pattern() {
        return endpoint.pattern();
    }

    /** See {@link Traffic#calls}. */
    public long calls() {
        return traffic.calls();
    }

    /** See {@link Traffic#originCalls}. */
    public long originCalls() {
        return traffic.originCalls();
    }

    /** Durations of its timed origin calls; empty where none was timed. */
    public Optional<DurationSummary> durations() {
        return Optional.ofNullable(timing);
    }
}
