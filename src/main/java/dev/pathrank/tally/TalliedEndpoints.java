package dev.pathrank.tally;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.PerSecondCounts;
import dev.pathrank.tally.seconds.PerSecondReader;
import dev.pathrank.tally.seconds.SecondsVisitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The endpoints of a tally, with access to their seconds. Valid until the tally is added to, merged or closed. */
public final class TalliedEndpoints {
    private final List<EndpointStats> stats;
    private final int[] endpointOfLeaf;
    private final PerSecondCounts seconds;
    private final List<long[]> histograms;

    /** @param histograms of the durations of each endpoint, see {@link #histograms()} */
    TalliedEndpoints(
            List<EndpointStats> stats, int[] endpointOfLeaf, PerSecondCounts seconds, List<long[]> histograms) {
        this.stats = List.copyOf(stats);
        this.histograms = List.copyOf(histograms);
        this.endpointOfLeaf = endpointOfLeaf;
        this.seconds = seconds;
    }

    /** Returns the statistics of every endpoint, in no particular order. */
    public List<EndpointStats> stats() {
        return stats;
    }

    /**
     * Returns the timed origin calls of every endpoint by duration, in the order of {@link #stats()}: those that took
     * at most each of {@link DurationDistribution#BOUNDS_MS}, within 1 %, and last those that took longer.
     */
    public List<long[]> histograms() {
        return histograms;
    }

    /**
     * Visits the seconds of these endpoints: days ascending, and within a day in the order of {@code chosen}. Endpoints
     * without an origin call are not visited.
     *
     * @param chosen some of {@link #stats()}, each once
     * @throws IOException if seconds that lie in a temporary file cannot be read
     */
    public void replay(List<EndpointStats> chosen, DayVisitor visitor) throws IOException {
        replaySeconds(chosen, (place, day) -> day.showCalls(place, visitor));
    }

    /** Visits everything that is kept by the second, in the order of {@link #replay}. */
    public void replaySeconds(List<EndpointStats> chosen, SecondsVisitor visitor) throws IOException {
        Map<List<String>, Integer> places = new HashMap<>();
        for (EndpointStats each : chosen) {
            places.put(key(each), places.size());
        }
        int[] placeOfEndpoint = stats.stream()
                .mapToInt(each -> places.getOrDefault(key(each), -1))
                .toArray();
        int[] placeOfLeaf = Arrays.stream(endpointOfLeaf)
                .map(endpoint -> endpoint < 0 ? -1 : placeOfEndpoint[endpoint])
                .toArray();
        long[] originCalls =
                chosen.stream().mapToLong(EndpointStats::originCalls).toArray();
        PerSecondReader.run(seconds, placeOfLeaf, originCalls, visitor);
    }

    private static List<String> key(EndpointStats stats) {
        return List.of(stats.host(), stats.method(), stats.pattern());
    }
}
