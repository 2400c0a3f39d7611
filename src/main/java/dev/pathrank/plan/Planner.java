package dev.pathrank.plan;

import dev.pathrank.plan.PlannedEndpoint.Disposition;
import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.cost.MonthlyCost;
import dev.pathrank.plan.cost.RouterUse;
import dev.pathrank.plan.load.ColdStartForecast;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.plan.load.SteadyLoad;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The maker of the plan. It reads the seconds of the logs once: what each endpoint uses by itself, and what they use
 * together in the order that holds if none of them exceeds a quota alone. If one does, it reads them again in another
 * order; and once more where anything would fail, or the load over time is wanted.
 */
public final class Planner {
    private static final int MILLIONTHS = 6;

    private final List<RankedEndpoint> ranking;
    private final Window window;
    private final PlanOptions options;
    private final DeclaredEndpoints declared;
    private final Targets targets;
    private final SteadyLoad steady;
    private final OwnLoads own;
    private final MigrationSequence sequence;
    private final List<MigrationUnit> moves;
    private final QuotaMeter meter;
    private final boolean expected;
    private final List<Wave> waves;
    private final Map<RankedEndpoint, RankRange> ranges;
    private final CostModel billing;
    private final IdentityHashMap<RankedEndpoint, String> names = new IdentityHashMap<>();
    private final HazardDetector hazards;
    private Cost cost = Cost.NONE;
    private Cost uncachedCost = Cost.NONE;

    private Planner(
            List<RankedEndpoint> ranking,
            Window window,
            PerSecondSource seconds,
            PlanOptions options,
            DeclaredEndpoints declared,
            Stability stability,
            @Nullable DocumentLoads document)
            throws IOException {
        this.ranking = ranking;
        this.window = window;
        this.options = options;
        this.declared = declared;
        this.targets = Targets.of(ranking, options, declared);
        this.billing = new CostModel(options, window);
        MigrationSequence guess = MigrationSequence.of(units(row -> false), options, declared);
        List<RankedEndpoint> candidates = guess.before(MigrationUnitBuilder.mayMove(ranking, declared, targets));
        this.steady = new SteadyLoad(candidates.size(), guess.size(), window.firstSeen(), window.coveredSeconds());
        this.own = new OwnLoads(
                candidates,
                options,
                new OwnLoads.Functions(
                        this::memoryMb,
                        row -> targets.of(row).target().isGateway(),
                        row -> billing.mayPay(row.stats())),
                steady);
        QuotaMeter together = QuotaMeter.after(own, guess, targets, options, ranking);
        own.read(seconds, stability, together, document);
        this.ranges = stability.ranges();
        this.moves = units(own::exceedsAlone);
        MigrationSequence found = MigrationSequence.of(moves, options, declared);
        this.expected = found.rows().equals(guess.rows());
        this.sequence = expected ? guess : found;
        this.meter = expected ? together : together.of(sequence, ranking, seconds);
        this.waves = WaveCutter.of(moves, meter, options.waves().most(), declared);
        this.hazards = new HazardDetector(ranking, wavesByRow(), targets, options, declared);
    }

    /** Returns what moves in its order, where some endpoints exceed a quota alone. */
    private List<MigrationUnit> units(Predicate<RankedEndpoint> exceedsAlone) {
        return MigrationUnitBuilder.of(
                ranking, new MigrationUnitBuilder.WaveInputs(window, options.waves(), declared, targets, exceedsAlone));
    }

    /**
     * Makes a plan.
     *
     * @param ranking the whole of it, in its order
     * @param seconds those of the endpoints in the ranking
     * @param declared what people know of the endpoints
     * @param stability of the same ranking, which has seen no seconds yet
     * @param document what a document shows besides, to be filled; null for none
     * @throws IOException if the seconds cannot be read
     * @throws MoveOrderException if the declared order cannot be kept
     */
    public static Plan plan(
            List<RankedEndpoint> ranking,
            Window window,
            PerSecondSource seconds,
            PlanOptions options,
            DeclaredEndpoints declared,
            Stability stability,
            @Nullable DocumentLoads document)
            throws IOException {
        Planner planner = new Planner(ranking, window, seconds, options, declared, stability, document);
        return planner.plan(seconds, document == null ? null : planner.unfilled(document.timeline()));
    }

    /** Returns a timeline that must be filled; null where it was filled while the order was found. */
    private @Nullable LoadTimeline unfilled(LoadTimeline timeline) {
        if (!expected || !LoadTimeline.fits(sequence.size())) {
            return timeline;
        }
        timeline.keep(waves.stream().mapToInt(Wave::last).toArray());
        return null;
    }

    private Plan plan(PerSecondSource seconds, @Nullable LoadTimeline timeline) throws IOException {
        List<String> allNames = FunctionNames.of(ranking);
        for (int i = 0; i < ranking.size(); i++) {
            names.put(ranking.get(i), allNames.get(i));
        }
        List<PlannedEndpoint> moving = moving();
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
        WeeklyTrend trend = WeeklyTrend.of(
                own.weekly(),
                own.placesOf(sequence.rows()),
                UtcDay.of(window.firstSeen()),
                UtcDay.of(window.lastSeen()));
        BigDecimal nat = moving.isEmpty() ? null : billing.natHours().orElse(null);
        return new Plan(
                options,
                window,
                rows,
                waves,
                new WaveLoads(sequence, waves, own, meter, targets, options).read(seconds, timeline),
                new MonthlyCost(cost, uncachedCost, router(gone), nat, onManagedInstances()),
                trend,
                options.waves().fixed().without(sequence.allStats()));
    }

    /** Returns what everything that moves costs on one fleet; null where it has none. */
    private @Nullable BigDecimal onManagedInstances() {
        List<RankedEndpoint> rows = sequence.rows();
        Long inFlight = rows.isEmpty() ? null : meter.environments(rows.size() - 1);
        if (inFlight == null || !steady.isSteadyTogether()) {
            return null;
        }
        AnsweringFunctions<RankedEndpoint> functions = new AnsweringFunctions<>(
                rows, RankedEndpoint::stats, row -> targets.of(row).target());
        List<Long> memoryMb = rows.stream()
                .map(functions::of)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::memoryMb)
                .toList();
        List<EndpointStats> stats = rows.stream()
                .filter(row -> targets.of(row).target().isLambda())
                .map(RankedEndpoint::stats)
                .toList();
        return billing.onManagedInstances(stats, memoryMb, inFlight).orElse(null);
    }

    private RouterUse router(Set<RankedEndpoint> moving) {
        return moving.isEmpty() ? RouterUse.NONE : billing.router(ranking, moving::contains);
    }

    private long memoryMb(RankedEndpoint row) {
        return declared.facts(row.stats()).memoryMbOr(options.memoryMb());
    }

    private Map<RankedEndpoint, Integer> wavesByRow() {
        Map<RankedEndpoint, Integer> byRow = new HashMap<>();
        for (Wave wave : waves) {
            sequence.rows().subList(wave.first(), wave.last() + 1).forEach(row -> byRow.put(row, wave.number()));
        }
        return byRow;
    }

    private List<PlannedEndpoint> moving() {
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
        TargetChoice target = targets.of(row);
        long memory = sequence.memoryMb().get(place);
        int of = own.place(row);
        ColdStartForecast starts = own.loads().coldStarts(of);
        Cost before = cost;
        cost = cost.plus(
                billing.ofMonth(row.stats(), target.target(), row.stats().originCalls(), starts.cold(), memory));
        uncachedCost = uncachedCost.plus(
                billing.ofMonth(row.stats(), target.target(), row.stats().calls(), starts.cold(), memory));
        Long environments = meter.environments(place);
        Forecast.Concurrency inFlight = OwnLoads.isTimed(row) && environments != null
                ? new Forecast.Concurrency(
                        own.loads().concurrency(of), own.loads().environments(of), environments, steady.isSteady(of))
                : null;
        Forecast forecast = new Forecast(
                sequence.meanMs(place).orElse(null),
                inFlight,
                firstExceeded(meter.shared(place), meter.own(place)).orElse(null),
                starts,
                added(before, cost).orElse(null),
                own.recurs(row),
                own.isJob(row),
                billing.provisionedThatPay(own.loads().busySeconds(of), memory));
        return row(row, Disposition.MOVES, wave.number(), reason(wave, place), memory, forecast);
    }

    /** Returns the target of a row, whose reason names Managed Instances where they would cost less. */
    private TargetChoice target(RankedEndpoint row, @Nullable Forecast forecast) {
        TargetChoice target = targets.of(row);
        if (forecast == null || !target.target().isLambda()) {
            return target;
        }
        Forecast.Concurrency inFlight = forecast.inFlight();
        return inFlight == null || !inFlight.steady()
                ? target
                : billing.savedOnManagedInstances(
                                row.stats(),
                                inFlight.calls(),
                                forecast.coldStarts().cold(),
                                memoryMb(row))
                        .map(target::orManagedInstances)
                        .orElse(target);
    }

    /** Returns what a cost grows by in US dollars, to a millionth. */
    private Optional<BigDecimal> added(Cost before, Cost after) {
        Optional<BigDecimal> from = before.cost(options.prices(), options.freeTier());
        return after.cost(options.prices(), options.freeTier())
                .flatMap(to -> from.map(to::subtract))
                .map(difference -> difference.setScale(MILLIONTHS, RoundingMode.HALF_UP));
    }

    /** Returns the quota that is exceeded at the earliest second; those that do not depend on time come last. */
    private static Optional<QuotaUse> firstExceeded(List<QuotaUse> shared, List<QuotaUse> own) {
        return Stream.concat(shared.stream(), own.stream())
                .filter(QuotaUse::exceeded)
                .min(Comparator.comparingLong(
                                (QuotaUse use) -> use.exceededAt() == null ? Long.MAX_VALUE : use.exceededAt())
                        .thenComparing(QuotaUse::quota));
    }

    private String reason(Wave wave, int place) {
        RankedEndpoint row = sequence.rows().get(place);
        StringBuilder reason =
                new StringBuilder(wave.phase().word()).append("; ").append(row.reason());
        wave.exceeded().stream()
                .filter(each -> each.place() == place)
                .forEach(each ->
                        reason.append("; exceeds ").append(each.quota().label()).append(each.alone() ? " alone" : ""));
        if (own.isJob(row)) {
            reason.append("; a job (")
                    .append(own.recurs(row))
                    .append(" UTC): start it with a scheduler instead of a call");
        }
        return reason.toString();
    }

    private PlannedEndpoint retired(RankedEndpoint row) {
        return row(row, Disposition.RETIRES, PlannedEndpoint.RETIRED, "retire; " + row.reason());
    }

    private PlannedEndpoint staying(RankedEndpoint row) {
        Disposition disposition = whyItStays(row);
        return row(
                row,
                disposition,
                null,
                switch (disposition) {
                    case NEVER_MOVES -> "never moves: declared in the routes file";
                    case NO_TARGET -> "stays: " + targets.of(row).reason();
                    case SERVED_FROM_CACHE -> "served from the cache: stays; check its cache time";
                    case NO_CANDIDATE, RETIRES, MOVES -> row.reason();
                });
    }

    private Disposition whyItStays(RankedEndpoint row) {
        if (declared.facts(row.stats()).never()) {
            return Disposition.NEVER_MOVES;
        }
        if (!row.isCandidate()) {
            return Disposition.NO_CANDIDATE;
        }
        return targets.exists(row) ? Disposition.SERVED_FROM_CACHE : Disposition.NO_TARGET;
    }

    private PlannedEndpoint row(RankedEndpoint row, Disposition disposition, @Nullable Integer wave, String reason) {
        return row(row, disposition, wave, reason, memoryMb(row), null);
    }

    private PlannedEndpoint row(
            RankedEndpoint row,
            Disposition disposition,
            @Nullable Integer wave,
            String reason,
            long memory,
            @Nullable Forecast forecast) {
        RankRange range = ranges.get(row);
        return new PlannedEndpoint(
                row,
                disposition,
                wave,
                reason + owner(row) + (range != null && range.isWide() ? doubt(range) : ""),
                new PlannedEndpoint.Function(
                        names.getOrDefault(row, ""),
                        target(row, forecast),
                        memory,
                        declared.facts(row.stats()).auth()),
                hazards.of(row),
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
