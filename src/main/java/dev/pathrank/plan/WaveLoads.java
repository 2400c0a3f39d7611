package dev.pathrank.plan;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.CallLimits;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.plan.load.Refusals;
import dev.pathrank.plan.load.RefusedCalls;
import dev.pathrank.plan.load.ShownStartUps;
import dev.pathrank.plan.load.StartUps;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.seconds.InFlightReader;
import dev.pathrank.tally.seconds.InFlightVisitor;
import dev.pathrank.tally.seconds.SecondField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waves lead to, once they are cut: the calls that fail up to each, and the load over time. */
final class WaveLoads {
    private static final long MILLIS = 1000;
    private static final Set<Quota> REFUSING = EnumSet.of(
            Quota.CONCURRENCY,
            Quota.CONNECTIONS,
            Quota.INTERFACES,
            Quota.ADDRESSES,
            Quota.API_RATE,
            Quota.SCALE_UP,
            Quota.TIMEOUT);

    private final MigrationSequence sequence;
    private final List<Wave> waves;
    private final OwnLoads own;
    private final QuotaMeter meter;
    private final Targets targets;
    private final PlanOptions options;

    WaveLoads(
            MigrationSequence sequence,
            List<Wave> waves,
            OwnLoads own,
            QuotaMeter meter,
            Targets targets,
            PlanOptions options) {
        this.sequence = sequence;
        this.waves = waves;
        this.own = own;
        this.meter = meter;
        this.targets = targets;
        this.options = options;
    }

    /**
     * Reads the seconds of the sequence, unless neither is wanted.
     *
     * @param timeline of the same window, which is filled; null for none
     * @throws IOException if the seconds cannot be read
     */
    List<WaveLoad> read(PerSecondSource seconds, @Nullable LoadTimeline timeline) throws IOException {
        StartUps startUps = own.startUps(sequence.rows());
        RefusedCalls refused = mayRefuse() ? refusedCalls(startUps) : null;
        List<InFlightVisitor> visitors = new ArrayList<>();
        if (refused != null) {
            visitors.add(refused);
        }
        if (timeline != null) {
            begin(timeline, startUps);
            visitors.add(timeline);
        }
        if (!visitors.isEmpty()) {
            InFlightReader inFlight = new InFlightReader(sequence.size(), new ShownStartUps(startUps, visitors));
            seconds.replay(sequence.allStats(), inFlight);
            inFlight.finish();
        }
        if (timeline != null) {
            timeline.finish();
        }
        if (refused != null) {
            refused.finish();
        }
        return waves.stream()
                .map(wave -> new WaveLoad(
                        refused == null ? Refusals.NONE : refused.of(wave.number() - 1),
                        meter.throttling(wave.last()),
                        meter.mostCalls(wave.last())))
                .toList();
    }

    private RefusedCalls refusedCalls(StartUps startUps) {
        return new RefusedCalls(
                startUps,
                own.rules(),
                sequence.memoryByPlace(),
                sequence.rows().stream().map(this::callLimits).toList(),
                AccountLimits.of(options).capacity(),
                waves.stream().mapToInt(Wave::last).toArray());
    }

    private void begin(LoadTimeline timeline, StartUps startUps) {
        int[] waveOf = new int[sequence.size()];
        waves.forEach(wave -> Arrays.fill(waveOf, wave.first(), wave.last() + 1, wave.number() - 1));
        timeline.begin(
                startUps,
                own.rules(),
                waveOf,
                sequence.memoryByPlace(),
                targets.atGateway(sequence.rows()),
                AccountLimits.of(options).sharedByMb());
    }

    private boolean mayRefuse() {
        boolean exceeded = waves.stream()
                .flatMap(wave -> wave.uses().stream())
                .anyMatch(use -> use.exceeded() && REFUSING.contains(use.quota()));
        return exceeded
                || sequence.allStats().stream()
                        .anyMatch(stats -> stats.traffic().bytesOut().largest() > HazardDetector.FUNCTION_BYTES
                                || stats.traits().of(RequestTrait.REQUEST_OVER_6_MB) > 0
                                || stats.traits().of(RequestTrait.LONG_HEADERS) > 0);
    }

    private CallLimits callLimits(RankedEndpoint row) {
        Target target = targets.of(row).target();
        Long seconds = target.timeoutSeconds(options.quotas());
        return seconds == null
                ? CallLimits.NONE
                : new CallLimits(
                        SecondField.firstOver(seconds * MILLIS),
                        target.isGateway(),
                        target != Target.FUNCTION_URL,
                        target == Target.HTTP_API);
    }
}
