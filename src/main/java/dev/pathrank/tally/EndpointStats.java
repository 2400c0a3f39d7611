package dev.pathrank.tally;

import dev.pathrank.pattern.learn.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * Everything counted for one endpoint.
 *
 * @param host the viewer's host, or empty where hosts are added up
 * @param pattern the path pattern, printable
 * @param variables placeholders in the pattern
 * @param stated whether the user stated the pattern, so that it is never noise
 * @param unmatched whether it stands for all that matches nothing the user pinned
 * @param calls counted rows; 0 only for what is {@linkplain #neverCalled declared and never called}
 * @param originCalls rows that reached the backend
 * @param errors4xx rows with status 400 to 499; {@code errors5xx} 500 to 599; {@code aborted} status 000
 * @param refusedWrites rows with status 401 on POST, PUT, PATCH or DELETE
 * @param connections rows that are whole connections (WebSocket, gRPC, status 101)
 * @param durations empty where no origin call was timed
 * @param peakRps most origin calls within one UTC second, 0 where there is none
 * @param peakAt the first such second since the epoch; meaningless where {@code peakRps} is 0
 * @param bytesOut sum of sc-bytes; {@code maxBytesOut} the largest of one row
 * @param clients distinct viewer addresses, exact to 256
 * @param firstSeen seconds since the epoch, as is {@code lastSeen}; meaningless where {@code calls} is 0
 * @param example one real path, masked and printable
 * @param spellings where it was written in several ways (another trailing or doubled slash, other letters), the most called of them, at most
 *     {@value #MOST_SPELLINGS}, the pattern itself first unless it is stated; else empty
 * @param oddities of all its calls
 */
public record EndpointStats(
        String host,
        String method,
        String pattern,
        int variables,
        boolean stated,
        boolean unmatched,
        long calls,
        long originCalls,
        long errors4xx,
        long errors5xx,
        long aborted,
        long refusedWrites,
        long connections,
        Optional<DurationSummary> durations,
        long peakRps,
        long peakAt,
        long bytesOut,
        long maxBytesOut,
        long clients,
        long firstSeen,
        long lastSeen,
        String example,
        List<Spelling> spellings,
        TraitSummary oddities) {
    /** Spellings that are told. */
    public static final int MOST_SPELLINGS = 16;

    public EndpointStats {
        spellings = List.copyOf(spellings);
        if (calls < 0 || calls == 0 && (!stated || originCalls + errors4xx + errors5xx + aborted > 0)) {
            throw new IllegalArgumentException("calls must be positive unless the endpoint is only declared: " + calls);
        }
    }

    /**
     * An endpoint that the user declared and nobody called.
     *
     * @param method {@code *} where it is declared for any
     */
    public static EndpointStats neverCalled(String method, String pattern, int variables) {
        return new EndpointStats(
                "",
                method,
                pattern,
                variables,
                true,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                List.of(),
                TraitSummary.NONE);
    }

    /** Whether it was called, perhaps by more than scanners, and the user does not know of it. */
    public boolean isNew() {
        boolean failuresOnly = errors4xx + aborted == calls && refusedWrites == 0;
        return calls > 0 && !stated && !failuresOnly;
    }

    /** The same with other calls at the backend, as if a part of the logs were not there; all else stays as it was. */
    public EndpointStats withOriginCalls(long otherCalls, long otherPeak) {
        return new EndpointStats(
                host,
                method,
                pattern,
                variables,
                stated,
                unmatched,
                calls,
                otherCalls,
                errors4xx,
                errors5xx,
                aborted,
                refusedWrites,
                connections,
                durations,
                otherPeak,
                peakAt,
                bytesOut,
                maxBytesOut,
                clients,
                firstSeen,
                lastSeen,
                example,
                spellings,
                oddities);
    }

    /** Whether any row was counted. */
    public boolean isCalled() {
        return calls > 0;
    }
}
