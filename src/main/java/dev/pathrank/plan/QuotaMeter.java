package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.tally.seconds.DayVisitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The use of each quota by the endpoints that have moved: by the first one of the sequence, by the first two, and so
 * on. It is filled with the seconds of the run, then queried.
 *
 * <p>Loads of calls in the same second are added up. Growth is applied to the largest sum alone: multiplying every sum
 * by the same factor would not change which one is the largest.
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
     * A quota that a coinciding load uses up.
     *
     * @param bound index of its limit among the bounds of {@code load}
     * @param divisor how much load is one unit of the quota
     */
    private record Gauge(
            Quota quota,
            CoincidingLoad load,
            int bound,
            long divisor,
            @Nullable Long limit) {}

    QuotaMeter(MigrationSequence sequence, PlanOptions options) {
        this.sequence = sequence;
        this.options = options;
        this.rise = new SteepestRise(sequence.size());
        this.paths = paths();
        Long concurrency = limit(Quota.CONCURRENCY);
        add(LoadType.CONCURRENCY, List.of(Quota.CONCURRENCY), Collections.singletonList(concurrency), 1);
        OptionalLong perUnit = options.quotas().ratePerConcurrency();
        if (perUnit.isPresent()) {
            add(
                    LoadType.RATE,
                    List.of(Quota.CONCURRENCY_BY_RATE),
                    Collections.singletonList(concurrency),
                    perUnit.getAsLong());
        }
        add(
                LoadType.RATE,
                List.of(Quota.API_RATE, Quota.API_BURST),
                Arrays.asList(limit(Quota.API_RATE), limit(Quota.API_BURST)),
                1);
        if (interfacesGrow()) {
            add(
                    LoadType.INTERFACES,
                    List.of(Quota.INTERFACES, Quota.ADDRESSES),
                    Arrays.asList(limit(Quota.INTERFACES), addresses()),
                    1);
        }
    }

    private boolean interfacesGrow() {
        return options.vpc() && options.quotas().interfaceSharedByMb().isPresent();
    }

    private @Nullable Long limit(Quota quota) {
        OptionalLong limit = options.quotas().of(quota);
        return limit.isPresent() ? limit.getAsLong() : null;
    }

    private @Nullable Long addresses() {
        return options.subnets().isEmpty() ? null : options.subnetAddresses();
    }

    private void add(LoadType load, List<Quota> quotas, List<@Nullable Long> limits, long times) {
        long divisor = load.unit() * times;
        List<Long> bounds = limits.stream()
                .map(limit -> limit == null ? Long.valueOf(Long.MAX_VALUE) : bound(limit, divisor))
                .toList();
        CoincidingLoad sums = new CoincidingLoad(load, ofOneCall(load), bounds);
        loads.add(sums);
        for (int i = 0; i < quotas.size(); i++) {
            gauges.add(new Gauge(quotas.get(i), sums, i, divisor, limits.get(i)));
        }
    }

    /** Returns the largest load that is within the limit after growth. */
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

    /** Returns the visitors to show the seconds of the run to. */
    List<DayVisitor> visitors() {
        List<DayVisitor> visitors = new ArrayList<>(loads);
        visitors.add(rise);
        return visitors;
    }

    /** Completes the loads. Call it once when all seconds were seen. */
    void finish() {
        loads.forEach(CoincidingLoad::finish);
    }

    /** Returns the joint use of shared quotas by the endpoints up to {@code place}, in the order of {@link Quota}. */
    List<QuotaUse> shared(int place) {
        List<QuotaUse> uses = new ArrayList<>();
        gauges.forEach(gauge -> uses.add(use(gauge, place)));
        if (options.quotas().ratePerConcurrency().isEmpty()) {
            uses.add(QuotaUse.timeless(Quota.CONCURRENCY_BY_RATE, null, null));
        }
        if (options.vpc() && !interfacesGrow()) {
            long combinations = Math.max(1, options.subnets().size());
            uses.add(QuotaUse.timeless(Quota.INTERFACES, combinations, limit(Quota.INTERFACES)));
            uses.add(QuotaUse.timeless(Quota.ADDRESSES, combinations, addresses()));
        }
        uses.add(QuotaUse.timeless(Quota.ROUTES, place + 1L, limit(Quota.ROUTES)));
        // One for each path and one in reserve: AWS does not say whether the default behaviour counts.
        uses.add(QuotaUse.timeless(Quota.BEHAVIOURS, paths[place] + 1, limit(Quota.BEHAVIOURS)));
        uses.sort((left, right) -> left.quota().compareTo(right.quota()));
        return uses;
    }

    private QuotaUse use(Gauge gauge, int place) {
        CoincidingLoad load = gauge.load();
        return new QuotaUse(
                gauge.quota(),
                grown(load.most(place), gauge.divisor()),
                gauge.limit(),
                load.mostAt(place),
                load.firstAbove(gauge.bound(), place),
                grown(sumOfPeaks(load.load(), place), gauge.divisor()));
    }

    private long alone(LoadType load, int place) {
        return CoincidingLoad.times(
                ofOneCall(load, place), sequence.stats(place).peak().originCalls());
    }

    private long sumOfPeaks(LoadType load, int place) {
        return sumsOfPeaks.computeIfAbsent(load, this::sumsOfPeaks)[place];
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

    /** Returns, for each place in the sequence, the number of different paths of the endpoints up to it. */
    private long[] paths() {
        long[] counts = new long[sequence.size()];
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < counts.length; place++) {
            seen.add(sequence.stats(place).pattern());
            counts[place] = seen.size();
        }
        return counts;
    }

    /** Returns the amount with growth, in units of the quota, rounded up. */
    private long grown(long amount, long divisor) {
        BigInteger[] parts = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(options.growthThousandths()))
                .divideAndRemainder(THOUSANDTHS.multiply(BigInteger.valueOf(divisor)));
        return parts[0].add(parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /**
     * Returns the use of one endpoint alone: of quotas that it does not share, and of shared ones as if it were the
     * only one.
     */
    List<QuotaUse> alone(int place) {
        List<QuotaUse> uses = new ArrayList<>();
        for (Gauge gauge : gauges) {
            long used = grown(alone(gauge.load().load(), place), gauge.divisor());
            uses.add(QuotaUse.timeless(gauge.quota(), used, gauge.limit()));
        }
        uses.addAll(own(place));
        return uses;
    }

    /** Returns the use of one endpoint of the quotas that it does not share. */
    List<QuotaUse> own(int place) {
        Long limit = limit(Quota.SCALE_UP);
        long steepest =
                grown(CoincidingLoad.times(rise.most(place), sequence.meanNanos(place)), LoadType.CONCURRENCY.unit());
        Long at = rise.most(place) == 0 ? null : rise.mostAt(place);
        boolean tooSteep = limit != null && steepest > limit;
        Long slowest = sequence.stats(place)
                .durations()
                .map(each -> Math.floorDiv(each.maxMs() + MILLIS - 1, MILLIS))
                .orElse(null);
        return List.of(
                new QuotaUse(Quota.SCALE_UP, steepest, limit, at, tooSteep ? at : null, null),
                QuotaUse.timeless(Quota.TIMEOUT, slowest, limit(Quota.TIMEOUT)),
                QuotaUse.timeless(
                        Quota.PAYLOAD,
                        sequence.stats(place).traffic().bytesOut().largest(),
                        limit(Quota.PAYLOAD)));
    }
}
