package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.WeeklyCalls;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The maker of the plan: it puts the moves in order, adds up what they use second by second, and cuts them into waves.
 */
public final class Planner {
    private static final int CENTS = 2;

    private final List<RankedEndpoint> ranking;
    private final Window window;
    private final PlanOptions options;
    private final DeclaredEndpoints declared;
    private final MigrationSequence sequence;
    private final List<MigrationUnit> moves;
    private final QuotaMeter meter;
    private final ColdStartSimulation cold;
    private final WeeklyCalls weekly;
    private final Stability stability;
    private Map<RankedEndpoint, RankRange> ranges = Map.of();
    private final CostModel billing;
    private final Map<RankedEndpoint, String> names = new HashMap<>();
    private HazardDetector hazards;
    private Cost cost = Cost.NONE;
    private Cost uncachedCost = Cost.NONE;

    private Planner(
            List<RankedEndpoint> ranking,
            Window window,
            PlanOptions options,
            DeclaredEndpoints declared,
            Stability stability) {
        this.ranking = ranking;
        this.window = window;
        this.options = options;
        this.declared = declared;
        this.stability = stability;
        this.moves = MigrationUnitBuilder.of(ranking, window, options.waves().fixed(), declared);
        this.sequence = MigrationSequence.of(moves, options, declared);
        this.meter = new QuotaMeter(sequence, options);
        long[] means = IntStream.range(0, sequence.size())
                .mapToLong(sequence::meanNanos)
                .toArray();
        this.cold = new ColdStartSimulation(means, options, options.growthThousandths());
        this.weekly = new WeeklyCalls(sequence.size());
        this.billing = new CostModel(options, window);
        this.hazards = new HazardDetector(ranking, Map.of(), options.quotas(), declared);
    }

    /**
     * Makes a plan.
     *
     * @param ranking the whole of it, in its order
     * @param seconds those of the endpoints in the ranking
     * @param declared what people know of the endpoints
     * @param stability of the same ranking, which has seen no seconds yet
     * @throws IOException if the seconds cannot be read
     */
    public static Plan plan(
            List<RankedEndpoint> ranking,
            Window window,
            PerSecondSource seconds,
            PlanOptions options,
            DeclaredEndpoints declared,
            Stability stability)
            throws IOException {
        Planner planner = new Planner(ranking, window, options, declared, stability);
        planner.replay(seconds);
        return planner.plan();
    }

    private void replay(PerSecondSource seconds) throws IOException {
        List<DayVisitor> visitors = new ArrayList<>(meter.visitors());
        visitors.add(cold);
        visitors.add(weekly);
        // Endpoints that are ranked and do not move are read too, behind all that move.
        Set<EndpointStats> moving = new HashSet<>(sequence.allStats());
        List<EndpointStats> all = new ArrayList<>(sequence.allStats());
        stability.endpoints().stream().filter(stats -> !moving.contains(stats)).forEach(all::add);
        Map<EndpointStats, Integer> ranked = new HashMap<>();
        stability.endpoints().forEach(stats -> ranked.put(stats, ranked.size()));
        int[] rankedPlace =
                all.stream().mapToInt(stats -> ranked.getOrDefault(stats, -1)).toArray();
        seconds.replay(all, (place, day, secondsOfDay, calls, size) -> {
            if (place < sequence.size()) {
                visitors.forEach(visitor -> visitor.day(place, day, secondsOfDay, calls, size));
            }
            if (rankedPlace[place] >= 0) {
                stability.visitor().day(rankedPlace[place], day, secondsOfDay, calls, size);
            }
        });
        ranges = stability.ranges();
        meter.finish();
    }

    private Plan plan() {
        List<Wave> waves = WaveCutter.of(moves, meter, options.waves().most(), declared);
        hazards = new HazardDetector(ranking, wavesByRow(waves), options.quotas(), declared);
        List<String> allNames = FunctionNames.of(ranking);
        for (int i = 0; i < ranking.size(); i++) {
            names.put(ranking.get(i), allNames.get(i));
        }
        List<PlannedEndpoint> moving = moving(waves);
        Set<RankedEndpoint> gone = new HashSet<>(sequence.rows());
        List<RankedEndpoint> rest =
                ranking.stream().filter(row -> !gone.contains(row)).toList();
        List<PlannedEndpoint> retiring = rest.stream()
                .filter(row -> row.kind() == EndpointKind.UNUSED)
                .map(this::retired)
                .toList();
        List<PlannedEndpoint> staying = rest.stream()
                .filter(row -> row.kind() != EndpointKind.UNUSED)
                .map(this::staying)
                .toList();
        List<PlannedEndpoint> rows =
                Stream.of(retiring, moving, staying).flatMap(List::stream).toList();
        WeeklyTrend trend = WeeklyTrend.of(weekly, UtcDay.of(window.firstSeen()), UtcDay.of(window.lastSeen()));
        BigDecimal nat = moving.isEmpty() ? null : billing.natHours().orElse(null);
        return new Plan(
                options,
                window,
                rows,
                waves,
                new MonthlyCost(cost, uncachedCost, nat),
                trend,
                options.waves().fixed().without(sequence.allStats()));
    }

    private Map<RankedEndpoint, Integer> wavesByRow(List<Wave> waves) {
        Map<RankedEndpoint, Integer> byRow = new HashMap<>();
        for (Wave wave : waves) {
            sequence.rows().subList(wave.first(), wave.last() + 1).forEach(row -> byRow.put(row, wave.number()));
        }
        return byRow;
    }

    private List<PlannedEndpoint> moving(List<Wave> waves) {
        List<PlannedEndpoint> moving = new ArrayList<>();
        for (Wave wave : waves) {
            for (int place = wave.first(); place <= wave.last(); place++) {
                moving.add(moving(wave, place));
            }
        }
        return moving;
    }

    private PlannedEndpoint moving(Wave wave, int place) {
        RankedEndpoint row = sequence.rows().get(place);
        TargetChoice target = TargetChoice.of(row, options.quotas());
        long memory = sequence.memoryMb().get(place);
        ColdStartForecast starts = cold.forecast(place);
        Cost before = cost;
        cost = cost.plus(
                billing.ofMonth(row.stats(), target.target(), row.stats().originCalls(), starts.cold(), memory));
        uncachedCost = uncachedCost.plus(
                billing.ofMonth(row.stats(), target.target(), row.stats().calls(), starts.cold(), memory));
        List<QuotaUse> shared = meter.shared(place);
        Long mean = sequence.meanMs(place).orElse(null);
        Forecast forecast = new Forecast(
                mean,
                mean == null ? null : Long.valueOf(meter.alone(place).get(0).usedOr(0)),
                shared.get(0).usedOr(0),
                firstBroken(shared, meter.own(place)).orElse(null),
                starts,
                added(before, cost).orElse(null));
        return row(row, wave.number(), reason(wave, place), target, memory, forecast);
    }

    /** Returns what a cost grows by in US dollars, to the cent. */
    private Optional<BigDecimal> added(Cost before, Cost after) {
        Optional<BigDecimal> from = before.cost(options.prices(), options.freeTier());
        return after.cost(options.prices(), options.freeTier())
                .flatMap(to -> from.map(to::subtract))
                .map(difference -> difference.setScale(CENTS, RoundingMode.HALF_UP));
    }

    /** Returns the quota that is exceeded at the earliest second; those that do not depend on time come last. */
    private static Optional<QuotaUse> firstBroken(List<QuotaUse> shared, List<QuotaUse> own) {
        return Stream.concat(shared.stream(), own.stream())
                .filter(QuotaUse::broken)
                .min(Comparator.comparingLong(
                                (QuotaUse use) -> use.brokenAt() == null ? Long.MAX_VALUE : use.brokenAt())
                        .thenComparing(QuotaUse::quota));
    }

    private String reason(Wave wave, int place) {
        RankedEndpoint row = sequence.rows().get(place);
        StringBuilder reason =
                new StringBuilder(wave.phase().word()).append("; ").append(row.reason());
        wave.breaks().stream()
                .filter(each -> each.place() == place)
                .forEach(each ->
                        reason.append("; exceeds ").append(each.quota().label()).append(each.alone() ? " alone" : ""));
        return reason.toString();
    }

    private PlannedEndpoint retired(RankedEndpoint row) {
        return row(row, PlannedEndpoint.RETIRED, "retire; " + row.reason());
    }

    private PlannedEndpoint staying(RankedEndpoint row) {
        if (declared.facts(row.stats()).never()) {
            return row(row, null, "never moves: declared in the routes file");
        }
        boolean cachedOnly = row.stats().originCalls() == 0 && row.isCandidate();
        return row(row, null, cachedOnly ? "served from the cache: stays; check its cache time" : row.reason());
    }

    private PlannedEndpoint row(RankedEndpoint row, @Nullable Integer wave, String reason) {
        TargetChoice target = TargetChoice.of(row, options.quotas());
        return row(row, wave, reason, target, declared.facts(row.stats()).memoryMbOr(options.memoryMb()), null);
    }

    private PlannedEndpoint row(
            RankedEndpoint row,
            @Nullable Integer wave,
            String reason,
            TargetChoice target,
            long memory,
            @Nullable Forecast forecast) {
        RankRange range = ranges.get(row);
        return new PlannedEndpoint(
                row,
                wave,
                reason + owner(row) + (range != null && range.isWide() ? doubt(range) : ""),
                new PlannedEndpoint.Function(names.getOrDefault(row, ""), target, memory),
                hazards.of(row),
                declared.facts(row.stats()).auth(),
                forecast,
                range);
    }

    private String owner(RankedEndpoint row) {
        String owner = declared.facts(row.stats()).owner();
        return owner.isEmpty() ? "" : "; owner " + owner;
    }

    private static String doubt(RankRange range) {
        return "; needs review: rank " + range.best() + " to " + range.worst() + " under changed weights or weeks";
    }
}
