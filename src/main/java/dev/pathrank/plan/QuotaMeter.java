package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.seconds.DayVisitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What every beginning of the sequence uses up of each quota. Filled by the seconds of the run; then asked.
 *
 * <p>A load that is known per call is summed up over coinciding seconds. Growth multiplies the result, since the largest sum stays the largest.
 */
final class QuotaMeter {
    private static final long MILLIS = 1000;
    private static final BigInteger THOUSANDTHS = BigInteger.valueOf(1000);

    private final MigrationSequence sequence;
    private final PlanOptions options;
    private final List<Gauge> gauges = new ArrayList<>();
    private final List<CoincidingLoad> loads = new ArrayList<>();
    private final SteepestRise rise;
    private final Map<LoadType, long[]> sumsOfPeaks = new EnumMap<>(LoadType.class);
    private final long[] paths;

    /**
     * A quota that is met by a coinciding load.
     *
     * @param bound number of its bound in the load
     * @param divisor how much of the load uses up one of the quota
     */
    private record Gauge(Quota quota, CoincidingLoad load, int bound, long divisor, OptionalLong limit) {}

    QuotaMeter(MigrationSequence sequence, PlanOptions options) {
        this.sequence = sequence;
        this.options = options;
        this.rise = new SteepestRise(sequence.size());
        this.paths = paths();
        OptionalLong concurrency = options.quotas().of(Quota.CONCURRENCY);
        add(LoadType.CONCURRENCY, List.of(Quota.CONCURRENCY), List.of(concurrency), 1);
        OptionalLong perUnit = options.quotas().ratePerConcurrency();
        if (perUnit.isPresent()) {
            add(LoadType.RATE, List.of(Quota.CONCURRENCY_BY_RATE), List.of(concurrency), perUnit.getAsLong());
        }
        add(
                LoadType.RATE,
                List.of(Quota.API_RATE, Quota.API_BURST),
                List.of(options.quotas().of(Quota.API_RATE), options.quotas().of(Quota.API_BURST)),
                1);
        if (interfacesGrow()) {
            add(
                    LoadType.INTERFACES,
                    List.of(Quota.INTERFACES, Quota.ADDRESSES),
                    List.of(options.quotas().of(Quota.INTERFACES), addresses()),
                    1);
        }
    }

    private boolean interfacesGrow() {
        return options.vpc() && options.quotas().interfaceSharedByMb().isPresent();
    }

    private OptionalLong addresses() {
        return options.subnets().isEmpty() ? OptionalLong.empty() : OptionalLong.of(options.subnetAddresses());
    }

    private void add(LoadType load, List<Quota> quotas, List<OptionalLong> limits, long times) {
        long divisor = load.unit() * times;
        List<Long> bounds = limits.stream()
                .map(limit -> limit.isPresent() ? bound(limit.getAsLong(), divisor) : Long.valueOf(Long.MAX_VALUE))
                .toList();
        CoincidingLoad sums = new CoincidingLoad(load, ofOneCall(load), bounds);
        loads.add(sums);
        sumsOfPeaks.computeIfAbsent(load, this::sumsOfPeaks);
        for (int i = 0; i < quotas.size(); i++) {
            gauges.add(new Gauge(quotas.get(i), sums, i, divisor, limits.get(i)));
        }
    }

    /** The largest load that, grown, is within the limit. */
    private long bound(long limit, long divisor) {
        BigInteger bound = BigInteger.valueOf(limit)
                .multiply(BigInteger.valueOf(divisor))
                .multiply(THOUSANDTHS)
                .divide(BigInteger.valueOf(options.growthThousandths()));
        return bound.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    private long[] ofOneCall(LoadType load) {
        return IntStream.range(0, sequence.size())
                .mapToLong(place -> ofOneCall(load, place))
                .toArray();
    }

    private long ofOneCall(LoadType load, int place) {
        return switch (load) {
            case RATE -> 1;
            case CONCURRENCY -> sequence.meanNanos(place);
            case INTERFACES ->
                BigInteger.valueOf(sequence.meanNanos(place))
                        .multiply(BigInteger.valueOf(sequence.memoryMb().get(place)))
                        .divide(BigInteger.valueOf(
                                options.quotas().interfaceSharedByMb().orElseThrow()))
                        .longValueExact();
        };
    }

    /** What must see the seconds of the run. */
    List<DayVisitor> visitors() {
        List<DayVisitor> visitors = new ArrayList<>(loads);
        visitors.add(rise);
        return visitors;
    }

    /** Called once when all seconds were seen. */
    void finish() {
        loads.forEach(CoincidingLoad::finish);
    }

    /** What the endpoints up to {@code place} use together of what they share, in the order of {@link Quota}. */
    List<QuotaUse> shared(int place) {
        List<QuotaUse> uses = new ArrayList<>();
        gauges.forEach(gauge -> uses.add(use(gauge, place)));
        if (options.quotas().ratePerConcurrency().isEmpty()) {
            uses.add(QuotaUse.timeless(Quota.CONCURRENCY_BY_RATE, OptionalLong.empty(), OptionalLong.empty()));
        }
        if (options.vpc() && !interfacesGrow()) {
            OptionalLong combinations =
                    OptionalLong.of(Math.max(1, options.subnets().size()));
            uses.add(QuotaUse.timeless(
                    Quota.INTERFACES, combinations, options.quotas().of(Quota.INTERFACES)));
            uses.add(QuotaUse.timeless(Quota.ADDRESSES, combinations, addresses()));
        }
        uses.add(QuotaUse.timeless(
                Quota.ROUTES, OptionalLong.of(place + 1L), options.quotas().of(Quota.ROUTES)));
        // One for each path, and one to spare: whether the default behaviour counts is not said.
        uses.add(QuotaUse.timeless(
                Quota.BEHAVIOURS,
                OptionalLong.of(paths[place] + 1),
                options.quotas().of(Quota.BEHAVIOURS)));
        uses.sort((left, right) -> left.quota().compareTo(right.quota()));
        return uses;
    }

    private QuotaUse use(Gauge gauge, int place) {
        CoincidingLoad load = gauge.load();
        return new QuotaUse(
                gauge.quota(),
                OptionalLong.of(grown(load.most(place), gauge.divisor())),
                gauge.limit(),
                load.mostAt(place),
                load.firstAbove(gauge.bound(), place),
                OptionalLong.of(grown(sumsOfPeaks.get(load.load())[place], gauge.divisor())));
    }

    private long alone(LoadType load, int place) {
        return CoincidingLoad.times(
                ofOneCall(load, place), sequence.stats(place).peak().originCalls());
    }

    private long[] sumsOfPeaks(LoadType load) {
        long[] sums = new long[sequence.size()];
        long sum = 0;
        for (int place = 0; place < sums.length; place++) {
            sum = CoincidingLoad.plus(sum, alone(load, place));
            sums[place] = sum;
        }
        return sums;
    }

    /** Different paths of each beginning of the sequence. */
    private long[] paths() {
        long[] counts = new long[sequence.size()];
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < counts.length; place++) {
            seen.add(sequence.stats(place).pattern());
            counts[place] = seen.size();
        }
        return counts;
    }

    /** With growth and in units of the quota, rounded up. */
    private long grown(long amount, long divisor) {
        BigInteger[] parts = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(options.growthThousandths()))
                .divideAndRemainder(THOUSANDTHS.multiply(BigInteger.valueOf(divisor)));
        return parts[0].add(parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /** What one endpoint uses of all that it does not share with others, and of all shared ones if it were alone. */
    List<QuotaUse> alone(int place) {
        List<QuotaUse> uses = new ArrayList<>();
        for (Gauge gauge : gauges) {
            OptionalLong used = OptionalLong.of(grown(alone(gauge.load().load(), place), gauge.divisor()));
            uses.add(QuotaUse.timeless(gauge.quota(), used, gauge.limit()));
        }
        uses.addAll(own(place));
        return uses;
    }

    /** What one endpoint uses of what it does not share with others. */
    List<QuotaUse> own(int place) {
        OptionalLong limit = options.quotas().of(Quota.SCALE_UP);
        long steepest =
                grown(CoincidingLoad.times(rise.most(place), sequence.meanNanos(place)), LoadType.CONCURRENCY.unit());
        OptionalLong at = rise.most(place) == 0 ? OptionalLong.empty() : OptionalLong.of(rise.mostAt(place));
        boolean tooSteep = limit.isPresent() && steepest > limit.getAsLong();
        QuotaUse scaleUp = new QuotaUse(
                Quota.SCALE_UP,
                OptionalLong.of(steepest),
                limit,
                at,
                tooSteep ? at : OptionalLong.empty(),
                OptionalLong.empty());
        OptionalLong slowest = sequence.stats(place).durations().stream()
                .mapToLong(DurationSummary::maxMs)
                .map(ms -> Math.floorDiv(ms + MILLIS - 1, MILLIS))
                .findFirst();
        return List.of(
                scaleUp,
                QuotaUse.timeless(Quota.TIMEOUT, slowest, options.quotas().of(Quota.TIMEOUT)),
                QuotaUse.timeless(
                        Quota.PAYLOAD,
                        OptionalLong.of(
                                sequence.stats(place).traffic().bytesOut().largest()),
                        options.quotas().of(Quota.PAYLOAD)));
    }
}
