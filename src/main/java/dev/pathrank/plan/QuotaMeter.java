package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.EndpointLoads.Rise;
import dev.pathrank.plan.load.JointLoads;
import dev.pathrank.plan.load.JointLoads.Peaks;
import dev.pathrank.plan.load.JointRate;
import dev.pathrank.plan.load.JointRate.Throttled;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.plan.load.ShownStartUps;
import dev.pathrank.plan.load.StartUps;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.InFlightReader;
import dev.pathrank.tally.seconds.InFlightVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The use of each quota by the endpoints that have moved: by the first one of the sequence, by the first two, and so
 * on. Concurrency, interfaces, addresses and connections go by the environments that are busy at once.
 */
final class QuotaMeter {
    private static final long MILLIS = 1000;

    private final MigrationSequence sequence;
    private final Targets targets;
    private final PlanOptions options;
    private final OwnLoads own;
    private final AccountLimits limits;
    private final JointLoads loads;
    private final JointRate rate;
    private final StaticCounts counts;
    private final boolean timed;
    private final StartUps startUps;
    private final boolean[] atGateway;

    private QuotaMeter(
            MigrationSequence sequence,
            Targets targets,
            PlanOptions options,
            OwnLoads own,
            StaticCounts counts,
            StartUps startUps) {
        this.sequence = sequence;
        this.targets = targets;
        this.options = options;
        this.own = own;
        this.limits = AccountLimits.of(options);
        this.counts = counts;
        this.startUps = startUps;
        this.timed = sequence.rows().stream().anyMatch(OwnLoads::isTimed);
        this.loads = new JointLoads(
                startUps,
                own.rules(),
                sequence.memoryByPlace(),
                limits.sharedByMb(),
                new long[] {limits.of(Quota.CONCURRENCY), limits.of(Quota.CONNECTIONS)},
                new long[] {limits.of(Quota.INTERFACES), limits.of(Quota.ADDRESSES)});
        this.atGateway = targets.atGateway(sequence.rows());
        this.rate =
                new JointRate(atGateway, own.rules().growth(), limits.of(Quota.API_RATE), limits.of(Quota.API_BURST));
    }

    /** Returns a meter that has read nothing yet: it is shown each window just after {@code own}. */
    static QuotaMeter after(
            OwnLoads own,
            MigrationSequence sequence,
            Targets targets,
            PlanOptions options,
            List<RankedEndpoint> ranking) {
        StaticCounts counts = StaticCounts.of(sequence, ranking, targets, options);
        return new QuotaMeter(
                sequence, targets, options, own, counts, own.loads().startUps());
    }

    /**
     * Returns a meter that has read the seconds of another sequence.
     *
     * @throws IOException if they cannot be read
     */
    QuotaMeter of(MigrationSequence other, List<RankedEndpoint> ranking, PerSecondSource seconds) throws IOException {
        StartUps startUps = own.startUps(other.rows());
        QuotaMeter meter = new QuotaMeter(
                other, targets, options, own, StaticCounts.of(other, ranking, targets, options), startUps);
        InFlightReader inFlight = new InFlightReader(other.size(), new ShownStartUps(startUps, List.of(meter.loads)));
        seconds.replay(other.allStats(), (place, day) -> {
            inFlight.day(place, day);
            day.showCalls(place, meter.rate);
        });
        inFlight.finish();
        meter.finish();
        return meter;
    }

    /** Begins a timeline in which each endpoint is a wave of its own. */
    void begin(LoadTimeline timeline) {
        timeline.begin(
                startUps,
                own.rules(),
                IntStream.range(0, size()).toArray(),
                sequence.memoryByPlace(),
                atGateway,
                limits.sharedByMb());
    }

    /** Returns how many endpoints it is for. */
    int size() {
        return sequence.size();
    }

    /** Returns what must see all that is in flight, with the endpoints' places in the sequence. */
    InFlightVisitor inFlight() {
        return loads;
    }

    /** Returns what must see all calls, in the same way. */
    DayVisitor calls() {
        return rate;
    }

    /** Completes the meter, after everything was shown. */
    void finish() {
        loads.finish();
        rate.finish();
    }

    private @Nullable Long limit(Quota quota) {
        return limits.limit(quota);
    }

    /** Returns the joint use of shared quotas by the endpoints up to {@code place}, in the order of {@link Quota}. */
    List<QuotaUse> shared(int place) {
        List<QuotaUse> uses = new ArrayList<>();
        uses.add(environments(Quota.CONCURRENCY, 0, place));
        uses.add(byRate(place));
        addRates(uses, place);
        if (options.vpc()) {
            addNetwork(uses, place);
        }
        if (limit(Quota.CONNECTIONS) != null) {
            uses.add(environments(Quota.CONNECTIONS, 1, place));
        }
        counts.addTo(uses, place, limits);
        uses.sort(Comparator.comparing(QuotaUse::quota));
        return uses;
    }

    private QuotaUse environments(Quota quota, int bound, int place) {
        if (!timed) {
            return QuotaUse.timeless(quota, null, limit(quota));
        }
        Peaks peaks = loads.environments();
        return QuotaUse.of(
                quota,
                peaks.most(place),
                limit(quota),
                peaks.mostAt(place),
                peaks.firstAbove(bound, place),
                sum(
                        place,
                        each -> own.loads()
                                .environments(own.place(sequence.rows().get(each)))));
    }

    private static long sum(int place, IntToLongFunction of) {
        long sum = 0;
        for (int each = 0; each <= place; each++) {
            sum += of.applyAsLong(each);
        }
        return sum;
    }

    /** Functions faster than 100 ms are bound by their calls: each unit of concurrency takes ten a second. */
    private QuotaUse byRate(int place) {
        Long concurrency = limit(Quota.CONCURRENCY);
        if (options.quotas().ratePerConcurrency().isEmpty() || concurrency == null) {
            return QuotaUse.timeless(Quota.CONCURRENCY_BY_RATE, null, null);
        }
        long allowed = concurrency * options.quotas().ratePerConcurrency().getAsLong();
        long used = rate.calls().most(place);
        Long at = rate.calls().mostAt(place);
        return QuotaUse.of(Quota.CONCURRENCY_BY_RATE, used, allowed, at, used > allowed ? at : null, null);
    }

    private void addRates(List<QuotaUse> uses, int place) {
        long most = rate.callsAtGateway().most(place);
        Long at = rate.callsAtGateway().mostAt(place);
        Throttled even = rate.even();
        boolean throttles = even.total(place) > 0;
        Long from = throttles ? Long.valueOf(even.firstAt(place)) : null;
        uses.add(new QuotaUse(
                Quota.API_RATE,
                most,
                limit(Quota.API_RATE),
                at,
                from,
                sum(place, each -> atGateway[each] ? sequence.stats(each).peak().originCalls() : 0),
                throttles));
        Long burst = limit(Quota.API_BURST);
        Long taken = burst == null ? null : Long.valueOf(burst - even.lowest(place));
        // Where it is empty, the rate is what is exceeded: AWS raises the burst with it.
        uses.add(new QuotaUse(Quota.API_BURST, taken, burst, at, null, null, false));
    }

    /** Returns the most calls within a second of the endpoints up to {@code place}, wherever they move. */
    long mostCalls(int place) {
        return rate.calls().most(place);
    }

    /** Returns the tokens of API Gateway for the endpoints up to {@code place}. */
    WaveLoad.Throttling throttling(int place) {
        return new WaveLoad.Throttling(
                rate.even().total(place),
                rate.even().lowest(place),
                rate.early().total(place),
                rate.early().lowest(place));
    }

    private void addNetwork(List<QuotaUse> uses, int place) {
        if (limits.sharedByMb() == 0) {
            long combinations = Math.max(1, options.subnets().size());
            uses.add(QuotaUse.timeless(Quota.INTERFACES, combinations, limit(Quota.INTERFACES)));
            uses.add(QuotaUse.timeless(Quota.ADDRESSES, combinations, limit(Quota.ADDRESSES)));
            return;
        }
        for (Quota quota : List.of(Quota.INTERFACES, Quota.ADDRESSES)) {
            Peaks peaks = loads.interfaces();
            uses.add(
                    timed
                            ? QuotaUse.of(
                                    quota,
                                    peaks.most(place),
                                    limit(quota),
                                    peaks.mostAt(place),
                                    peaks.firstAbove(quota == Quota.INTERFACES ? 0 : 1, place),
                                    sum(place, this::ownInterfaces))
                            : QuotaUse.timeless(quota, null, limit(quota)));
        }
    }

    private long ownInterfaces(int place) {
        long environments = own.loads().environments(own.place(sequence.rows().get(place)));
        return limits.interfaces(environments, sequence.memoryMb().get(place));
    }

    /** Returns whether one endpoint would exceed a shared quota if it were the only one to move. */
    boolean exceedsAlone(int place, Quota quota) {
        return own.exceedsAlone(sequence.rows().get(place), quota == Quota.API_BURST ? Quota.API_RATE : quota);
    }

    /** Returns the most environments of all endpoints up to a place; null where no call was timed. */
    @Nullable
    Long environments(int place) {
        return timed ? Long.valueOf(loads.environments().most(place)) : null;
    }

    /** Returns the use of one endpoint of the quotas that it does not share. */
    List<QuotaUse> own(int place) {
        RankedEndpoint row = sequence.rows().get(place);
        int of = own.place(row);
        EndpointStats stats = row.stats();
        Long slowest =
                OwnLoads.isTimed(row) ? Long.valueOf(Math.floorDiv(OwnLoads.maxMs(row) + MILLIS - 1, MILLIS)) : null;
        return List.of(
                rise(Quota.SCALE_UP, own.loads().environmentRise(of), OwnLoads.isTimed(row)),
                rise(Quota.SCALE_UP_RATE, own.loads().callRise(of), true),
                QuotaUse.timeless(
                        Quota.TIMEOUT, slowest, targets.of(row).target().timeoutSeconds(options.quotas())),
                QuotaUse.timeless(Quota.PAYLOAD, stats.traffic().bytesOut().largest(), limit(Quota.PAYLOAD)));
    }

    private QuotaUse rise(Quota quota, Rise rise, boolean known) {
        Long limit = limit(quota);
        Long at = rise.most() == 0 ? null : Long.valueOf(rise.at());
        boolean tooSteep = limit != null && rise.most() > limit;
        return QuotaUse.of(quota, known ? Long.valueOf(rise.most()) : null, limit, at, tooSteep ? at : null, null);
    }
}
