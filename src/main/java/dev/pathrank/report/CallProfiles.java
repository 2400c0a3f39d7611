package dev.pathrank.report;

import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.HourlyCalls;
import java.io.IOException;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;

/** When each endpoint was called, and how long its calls took: what charts of one endpoint show. */
public final class CallProfiles {
    private final List<EndpointStats> endpoints;
    private final IdentityHashMap<EndpointStats, Integer> places = new IdentityHashMap<>();
    private final HourlyCalls hours;
    private final List<long[]> histograms;

    private CallProfiles(TalliedEndpoints tallied, ZoneId zone) {
        endpoints = tallied.stats();
        endpoints.forEach(stats -> places.put(stats, places.size()));
        hours = new HourlyCalls(places.size(), zone);
        histograms = tallied.histograms();
    }

    /**
     * Returns profiles that have seen no call yet.
     *
     * @param zone of the hours and days
     */
    public static CallProfiles begin(TalliedEndpoints endpoints, ZoneId zone) {
        return new CallProfiles(endpoints, zone);
    }

    /**
     * Returns profiles for which the seconds of all endpoints are read once.
     *
     * @param zone of the hours and days
     * @throws IOException if seconds that lie in a temporary file cannot be read
     */
    public static CallProfiles of(TalliedEndpoints endpoints, ZoneId zone) throws IOException {
        CallProfiles profiles = begin(endpoints, zone);
        endpoints.replay(profiles.endpoints, profiles.hours);
        return profiles;
    }

    /** Returns the endpoints whose calls must be shown to {@link #visitor}, with their places in this list. */
    public List<EndpointStats> endpoints() {
        return endpoints;
    }

    /** Returns what must see their calls. */
    public DayVisitor visitor() {
        return hours;
    }

    /** Returns whether anything was counted for it: what is only declared has no profile. */
    public boolean has(EndpointStats stats) {
        return places.containsKey(stats);
    }

    /** Returns origin calls of each hour of the week, from Monday 00:00 on. */
    public long[] week(EndpointStats stats) {
        return hours.week(place(stats));
    }

    /** Returns origin calls of each day that has any, by days since 1970-01-01. */
    public SortedMap<Long, Long> days(EndpointStats stats) {
        return hours.days(place(stats));
    }

    /** Returns timed origin calls by duration, see {@link TalliedEndpoints#histograms}. */
    public long[] histogram(EndpointStats stats) {
        return histograms.get(place(stats)).clone();
    }

    private int place(EndpointStats stats) {
        Integer place = places.get(stats);
        if (place == null) {
            throw new IllegalArgumentException(stats.method() + " " + stats.pattern() + " was not counted");
        }
        return place;
    }
}
