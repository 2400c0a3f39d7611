package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.EndpointLoads;
import dev.pathrank.plan.load.EnvironmentRules;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.plan.load.OwnRates;
import dev.pathrank.plan.load.Recurrence;
import dev.pathrank.plan.load.StartUps;
import dev.pathrank.plan.load.SteadyLoad;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Stability;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DaySeconds;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlightReader;
import dev.pathrank.tally.seconds.InFlightVisitor;
import dev.pathrank.tally.seconds.WeeklyCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each endpoint that may move uses by itself, read before anything is put into an order: an endpoint that exceeds
 * a quota alone moves last.
 */
final class OwnLoads {
    private final List<RankedEndpoint> rows;
    private final IdentityHashMap<RankedEndpoint, Integer> places = new IdentityHashMap<>();
    private final EnvironmentRules rules;
    private final EndpointLoads loads;
    private final Recurrence recurrence;
    private final WeeklyCalls weekly;
    private final OwnRates rates;
    private final SteadyLoad steady;
    private final AccountLimits limits;
    private final Functions functions;

    /**
     * What is known of the functions before anything is read.
     *
     * @param memoryMb of a row's function
     * @param atGateway of a row, whether it moves to an API of API Gateway
     * @param asked of how many environments of a row it matters how long they are busy
     */
    record Functions(
            ToLongFunction<RankedEndpoint> memoryMb,
            Predicate<RankedEndpoint> atGateway,
            ToIntFunction<RankedEndpoint> asked) {}

    /**
     * Prepares the loads; nothing is read yet.
     *
     * @param rows that may move
     * @param steady sees those of all rows
     */
    OwnLoads(List<RankedEndpoint> rows, PlanOptions options, Functions functions, SteadyLoad steady) {
        this.functions = functions;
        this.steady = steady;
        this.rows = rows;
        rows.forEach(row -> places.put(row, places.size()));
        this.rules = options.environmentRules();
        this.limits = AccountLimits.of(options);
        this.loads = new EndpointLoads(
                rows.stream().mapToLong(row -> meanMs(row.stats())).toArray(),
                rows.stream().mapToInt(functions.asked()).toArray(),
                rules,
                limits.of(Quota.SCALE_UP));
        this.recurrence = new Recurrence(rows.size());
        this.weekly = new WeeklyCalls(rows.size());
        this.rates = new OwnRates(rows.size(), rules.growth(), limits.of(Quota.API_RATE), limits.of(Quota.API_BURST));
    }

    /**
     * Reads the seconds of the endpoints that may move, and shows others to those who want to see them too.
     *
     * @param stability sees those of all candidates
     * @param together a meter of the first endpoints, in the same order, which sees theirs too
     * @param document sees those of its endpoints, and its timeline those of {@code together} if that is not too long;
     *     null for none
     * @throws IOException if the seconds cannot be read
     */
    void read(PerSecondSource seconds, Stability stability, QuotaMeter together, @Nullable DocumentLoads document)
            throws IOException {
        Map<EndpointStats, Integer> index = new LinkedHashMap<>();
        rows.forEach(row -> index.put(row.stats(), index.size()));
        List<Spectator> spectators = new ArrayList<>();
        spectators.add(Spectator.of(stability.endpoints(), stability.visitor(), index));
        if (document != null) {
            spectators.add(Spectator.of(document.endpoints(), document.calls(), index));
        }
        LoadTimeline timeline = document != null && LoadTimeline.fits(together.size()) ? document.timeline() : null;
        if (timeline != null) {
            together.begin(timeline);
        }
        InFlightReader inFlight = new InFlightReader(rows.size(), new AloneAndTogether(together, timeline));
        List<DayVisitor> visitors = List.of(weekly, recurrence, rates, steady);
        seconds.replay(List.copyOf(index.keySet()), (place, day) -> {
            if (place < rows.size()) {
                inFlight.day(place, day);
                visitors.forEach(visitor -> day.showCalls(place, visitor));
            }
            if (place < together.size()) {
                day.showCalls(place, together.calls());
            }
            spectators.forEach(spectator -> spectator.show(place, day));
        });
        inFlight.finish();
        steady.finish();
        together.finish();
        if (timeline != null) {
            timeline.finish();
        }
    }

    /**
     * Somebody who sees the calls of some endpoints.
     *
     * @param placeOf the place of each endpoint that is read, in its own list; there may be fewer
     */
    private record Spectator(Map<Integer, Integer> placeOf, DayVisitor visitor) {
        /** @param index of all endpoints that are read, to which those are added that are not in it */
        static Spectator of(List<EndpointStats> endpoints, DayVisitor visitor, Map<EndpointStats, Integer> index) {
            Map<Integer, Integer> placeOf = new HashMap<>();
            for (EndpointStats stats : endpoints) {
                int at = index.computeIfAbsent(stats, key -> index.size());
                placeOf.put(at, placeOf.size());
            }
            return new Spectator(placeOf, visitor);
        }

        void show(int read, DaySeconds day) {
            Integer place = placeOf.get(read);
            if (place != null) {
                day.showCalls(place, visitor);
            }
        }
    }

    /** Shows each endpoint's window to these loads, which find what starts up, and then to those of all together. */
    private final class AloneAndTogether implements InFlightVisitor {
        private final QuotaMeter together;
        private final @Nullable LoadTimeline timeline;

        AloneAndTogether(QuotaMeter together, @Nullable LoadTimeline timeline) {
            this.together = together;
            this.timeline = timeline;
        }

        @Override
        public void window(long firstSecond) {
            loads.window(firstSecond);
            together.inFlight().window(firstSecond);
            if (timeline != null) {
                timeline.window(firstSecond);
            }
        }

        @Override
        public void seconds(int place, InFlight seconds) {
            loads.seconds(place, seconds);
            if (place < together.size()) {
                together.inFlight().seconds(place, seconds);
                if (timeline != null) {
                    timeline.seconds(place, seconds);
                }
            }
        }
    }

    private static long meanMs(EndpointStats stats) {
        return stats.durations().map(each -> each.sumMs() / each.count()).orElse(0L);
    }

    EndpointLoads loads() {
        return loads;
    }

    /** Returns what finds the start-ups of some rows when their windows are shown again. */
    StartUps startUps(List<RankedEndpoint> some) {
        long[] meanMs = some.stream().mapToLong(row -> meanMs(row.stats())).toArray();
        return StartUps.of(meanMs, rules, limits.of(Quota.SCALE_UP));
    }

    EnvironmentRules rules() {
        return rules;
    }

    WeeklyCalls weekly() {
        return weekly;
    }

    /** Returns the place of a row among all that may move. */
    int place(RankedEndpoint row) {
        return Objects.requireNonNull(places.get(row));
    }

    /** Returns when its peaks come back; empty where they do not. */
    String recurs(RankedEndpoint row) {
        return recurrence.of(place(row));
    }

    /** Returns whether it looks like a job of a timetable. */
    boolean isJob(RankedEndpoint row) {
        return recurrence.isJob(place(row));
    }

    /** Returns whether the calls in flight are known: a call was timed. */
    static boolean isTimed(RankedEndpoint row) {
        return row.stats().durations().isPresent();
    }

    /** Returns whether an endpoint would exceed a shared quota if it were the only one to move. */
    boolean exceedsAlone(RankedEndpoint row) {
        return exceedsAlone(row, Quota.CONCURRENCY)
                || exceedsAlone(row, Quota.API_RATE)
                || exceedsAlone(row, Quota.INTERFACES)
                || exceedsAlone(row, Quota.ADDRESSES)
                || exceedsAlone(row, Quota.CONNECTIONS)
                || exceedsAlone(row, Quota.SCALE_UP)
                || exceedsAlone(row, Quota.SCALE_UP_RATE);
    }

    /** Returns whether an endpoint would exceed this quota if it were the only one to move. */
    boolean exceedsAlone(RankedEndpoint row, Quota quota) {
        int place = place(row);
        return switch (quota) {
            case CONCURRENCY, CONNECTIONS -> loads.environments(place) > limits.of(quota);
            case INTERFACES, ADDRESSES ->
                limits.interfaces(
                                loads.environments(place), functions.memoryMb().applyAsLong(row))
                        > limits.of(quota);
            case SCALE_UP -> loads.environmentRise(place).most() > limits.of(quota);
            case SCALE_UP_RATE -> loads.callRise(place).most() > limits.of(quota);
            case API_RATE -> functions.atGateway().test(row) && rates.refused(place) > 0;
            default -> false;
        };
    }

    /** Returns the longest call of an endpoint in milliseconds; 0 where none was timed. */
    static long maxMs(RankedEndpoint row) {
        return row.stats().durations().map(DurationSummary::maxMs).orElse(0L);
    }

    /** Returns the places of some rows among all that may move. */
    int[] placesOf(List<RankedEndpoint> some) {
        return IntStream.range(0, some.size()).map(i -> place(some.get(i))).toArray();
    }
}
