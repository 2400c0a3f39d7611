package dev.pathrank.compare;

import dev.pathrank.tally.DurationDistribution;
import dev.pathrank.tally.TalliedPeriods;
import dev.pathrank.tally.TalliedPeriods.Period;
import dev.pathrank.tally.TellingStatus;
import dev.pathrank.tally.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of {@code compare} (docs/compare.md): an endpoint must be rolled back if a metric got worse by more than is
 * tolerated and chance does not explain that, with all endpoints of a family taken together; it may be kept if no
 * metric can plausibly have got worse by as much.
 */
public final class Comparer {
    /** Fewer calls in a period say too little. */
    static final long FEWEST_CALLS = 100;

    /** The chance that any endpoint of a family is wrongly called worse; there are two families. */
    private static final double FAMILY_ERROR = 0.025;

    /** Standard deviations of a bound that is right in 95 of 100 cases. */
    private static final double KEEP_DEVIATIONS = NormalQuantile.exceededWith(0.05);

    private static final int QUANTILE = 95;

    /** A change of the part answered by the cache that is worth a word. */
    private static final double CACHE_CHANGE = 0.2;

    /** Contract: "Cells". */
    private static final Comparator<ComparedEndpoint> ORDER = Comparator.comparing(ComparedEndpoint::verdict)
            .thenComparing(Comparator.comparingLong((ComparedEndpoint row) ->
                            row.counts().after().traffic().originCalls())
                    .reversed())
            .thenComparing(row -> row.counts().endpoint().method())
            .thenComparing(row -> row.counts().endpoint().pattern())
            .thenComparing(row -> row.counts().endpoint().host());

    private final Tolerances tolerances;
    private final MovedEndpoints moved;
    private final boolean sameMeasure;

    /**
     * @param sameMeasure whether both periods are from the same types of log with the same evidence and sampling, so
     *     that durations can be compared
     */
    public Comparer(Tolerances tolerances, MovedEndpoints moved, boolean sameMeasure) {
        this.tolerances = tolerances;
        this.moved = moved;
        this.sameMeasure = sameMeasure;
    }

    /** An endpoint with what is estimated of it. */
    private record Candidate(
            TalliedPeriods.Pair counts, MinuteSpread after, Map<Metric, Estimate> estimates, double deviations) {}

    /**
     * Compares the endpoints of two periods.
     *
     * @param shown the endpoints that are compared, such as those that are no noise
     * @param secondsBefore length of the first period, at least 1
     * @param secondsAfter length of the second period, at least 1
     * @throws IOException if seconds that were spilled to disk cannot be read
     */
    public Comparison compare(
            TalliedPeriods periods, Set<TalliedPeriods.Pair> shown, long secondsBefore, long secondsAfter)
            throws IOException {
        List<TalliedPeriods.Pair> all = periods.endpoints();
        List<MinuteSpread> before = spreads(periods, Period.BEFORE);
        List<MinuteSpread> after = spreads(periods, Period.AFTER);
        MinuteSpread service = new MinuteSpread();
        before.forEach(service::add);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (shown.contains(all.get(i))) {
                Map<Metric, Estimate> estimates = estimates(all.get(i), before.get(i), service);
                candidates.add(new Candidate(all.get(i), after.get(i), estimates, deviations(estimates)));
            }
        }
        List<ComparedEndpoint> rows = new ArrayList<>();
        candidates.stream()
                .collect(Collectors.partitioningBy(
                        each -> moved.contains(each.counts().endpoint())))
                .values()
                .forEach(family -> rows.addAll(judged(family)));
        rows.sort(ORDER);
        return new Comparison(rows, secondsBefore, secondsAfter);
    }

    /** Returns at how many standard deviations the worst metric is beyond what is tolerated. */
    private double deviations(Map<Metric, Estimate> estimates) {
        return estimates.entrySet().stream()
                .mapToDouble(each -> each.getValue().deviationsAbove(tolerances.of(each.getKey())))
                .max()
                .orElse(0);
    }

    private static List<MinuteSpread> spreads(TalliedPeriods periods, Period period) throws IOException {
        List<MinuteSpread> spreads = Stream.generate(MinuteSpread::new)
                .limit(periods.endpoints().size())
                .toList();
        periods.replay(period, (place, day) -> spreads.get(place).add(day));
        return spreads;
    }

    /** Returns what can be judged of an endpoint; nothing where one of the periods has too few calls. */
    private Map<Metric, Estimate> estimates(TalliedPeriods.Pair pair, MinuteSpread spread, MinuteSpread service) {
        Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
        Traffic before = pair.before().traffic();
        Traffic after = pair.after().traffic();
        if (before.calls() < FEWEST_CALLS || after.calls() < FEWEST_CALLS) {
            return estimates;
        }
        // Of a rare failure an endpoint's own minutes say little; those of the whole service say more.
        double effect = StrictMath.max(spread.effectOfFailures(), service.effectOfFailures());
        estimates.put(
                Metric.FAILURES,
                new ShareDifference(
                        new Share(failures(before), before.calls(), effect),
                        new Share(failures(after), after.calls(), effect)));
        estimates.put(
                Metric.ERRORS_4XX,
                new ShareDifference(
                        new Share(before.failures().status4xx(), before.calls(), effect),
                        new Share(after.failures().status4xx(), after.calls(), effect)));
        DurationDistribution timedBefore = pair.before().durations();
        DurationDistribution timedAfter = pair.after().durations();
        if (canCompare(timedBefore, timedAfter)) {
            estimates.put(
                    Metric.P95,
                    new QuantileRatio(timedBefore, timedAfter, QUANTILE, spread.effectOfDurations(timedBefore)));
        }
        return estimates;
    }

    private static long failures(Traffic traffic) {
        return traffic.failures().status5xx() + traffic.failures().aborted();
    }

    private boolean canCompare(DurationDistribution before, DurationDistribution after) {
        return sameMeasure
                && before.count() >= FEWEST_CALLS
                && after.count() >= FEWEST_CALLS
                && before.from().equals(after.from());
    }

    /** Judges a family by Holm's step-down rule (1979): the surest change must pass the sharpest test. */
    private List<ComparedEndpoint> judged(List<Candidate> family) {
        List<Candidate> tested = family.stream()
                .filter(each -> !each.estimates().isEmpty())
                .sorted(Comparator.comparingDouble((Candidate each) -> -each.deviations()))
                .toList();
        int worse = 0;
        while (worse < tested.size()
                && tested.get(worse).deviations()
                        > threshold(
                                tested.size() - worse,
                                tested.get(worse).estimates().size())) {
            worse++;
        }
        double weakest =
                worse == 0 ? Double.POSITIVE_INFINITY : tested.get(worse - 1).deviations();
        Set<Candidate> rolledBack = Set.copyOf(tested.subList(0, worse));
        return family.stream()
                .map(each -> row(each, rolledBack.contains(each), weakest))
                .toList();
    }

    private static double threshold(int endpoints, int metrics) {
        return NormalQuantile.exceededWith(FAMILY_ERROR / endpoints / metrics);
    }

    private ComparedEndpoint row(Candidate each, boolean worse, double weakest) {
        TalliedPeriods.Pair counts = each.counts();
        Set<Metric> findings = EnumSet.noneOf(Metric.class);
        each.estimates().forEach((metric, estimate) -> {
            boolean found = worse
                    ? estimate.deviationsAbove(tolerances.of(metric)) >= StrictMath.min(weakest, KEEP_DEVIATIONS)
                    : !isKept(metric, estimate);
            if (found) {
                findings.add(metric);
            }
        });
        Verdict verdict = verdict(each, worse, findings);
        MinuteSpread after = each.after();
        return new ComparedEndpoint(
                counts,
                moved.contains(counts.endpoint()),
                verdict,
                findings,
                notJudged(each),
                verdict == Verdict.ROLL_BACK || verdict == Verdict.WATCH ? causes(counts, after, findings) : Set.of(),
                after.worst5xx() == 0 ? null : new ComparedEndpoint.WorstMinute(after.worstMinute(), after.worst5xx()));
    }

    private static Verdict verdict(Candidate each, boolean worse, Set<Metric> findings) {
        if (each.counts().before().traffic().calls() == 0) {
            return Verdict.NEW;
        }
        if (each.counts().after().traffic().calls() == 0) {
            return Verdict.GONE;
        }
        if (each.estimates().isEmpty()) {
            return Verdict.NOT_ENOUGH_CALLS;
        }
        if (worse) {
            return Verdict.ROLL_BACK;
        }
        return findings.isEmpty() ? Verdict.KEEP : Verdict.WATCH;
    }

    private boolean isKept(Metric metric, Estimate estimate) {
        return estimate.upper(KEEP_DEVIATIONS) < tolerances.of(metric)
                || estimate instanceof QuantileRatio ratio && ratio.isWithinClasses();
    }

    private static Set<Metric> notJudged(Candidate each) {
        boolean timed = each.counts().before().durations().count() > 0
                && each.counts().after().durations().count() > 0;
        return timed && !each.estimates().isEmpty() && !each.estimates().containsKey(Metric.P95)
                ? Set.of(Metric.P95)
                : Set.of();
    }

    private static Set<Cause> causes(TalliedPeriods.Pair pair, MinuteSpread after, Set<Metric> findings) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (findings.contains(Metric.FAILURES)) {
            addIf(
                    grew(pair, Comparer::errors5xx, TellingStatus.BAD_GATEWAY, TellingStatus.UNAVAILABLE),
                    Cause.CONCURRENCY,
                    causes);
            addIf(grew(pair, Comparer::errors5xx, TellingStatus.GATEWAY_TIMEOUT), Cause.TIME_OUT, causes);
            addIf(after.recursDaily() || after.isBurst(), Cause.BURST, causes);
        }
        if (findings.contains(Metric.ERRORS_4XX)) {
            addIf(grew(pair, Comparer::errors4xx, TellingStatus.FORBIDDEN), Cause.ACCESS, causes);
            addIf(grew(pair, Comparer::errors4xx, TellingStatus.PAYLOAD_TOO_LARGE), Cause.PAYLOAD, causes);
        }
        double origin = growth(pair, counts -> counts.traffic().originCalls());
        double notModified = growth(pair, counts -> counts.calls(TellingStatus.NOT_MODIFIED));
        addIf(StrictMath.max(StrictMath.abs(origin), StrictMath.abs(notModified)) > CACHE_CHANGE, Cause.CACHE, causes);
        return causes;
    }

    private static void addIf(boolean holds, Cause cause, Set<Cause> causes) {
        if (holds) {
            causes.add(cause);
        }
    }

    /** Returns whether these statuses make up most of the growth of all errors of their kind. */
    private static boolean grew(
            TalliedPeriods.Pair pair, ToLongFunction<TalliedPeriods.Counts> all, TellingStatus... statuses) {
        double more = growth(
                pair, counts -> Stream.of(statuses).mapToLong(counts::calls).sum());
        return more > 0 && 2 * more >= growth(pair, all);
    }

    private static long errors5xx(TalliedPeriods.Counts counts) {
        return counts.traffic().failures().status5xx();
    }

    private static long errors4xx(TalliedPeriods.Counts counts) {
        return counts.traffic().failures().status4xx();
    }

    /** Returns by how much the share of some calls has grown. */
    private static double growth(TalliedPeriods.Pair pair, ToLongFunction<TalliedPeriods.Counts> calls) {
        return share(pair.after(), calls) - share(pair.before(), calls);
    }

    private static double share(TalliedPeriods.Counts counts, ToLongFunction<TalliedPeriods.Counts> calls) {
        return (double) calls.applyAsLong(counts) / counts.traffic().calls();
    }
}
