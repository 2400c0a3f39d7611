package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.tally.seconds.InFlightVisitor;
import dev.pathrank.tally.seconds.SecondField;
import dev.pathrank.text.Numbers;
import dev.pathrank.time.UtcDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calls that the limits of an account would refuse, for the endpoints up to each wave: by minute and cause.
 *
 * <p>Where more environments are needed than there can be, the part of a second's calls is refused that they lack:
 * calls × (needed − limit) ÷ needed, rounded up.
 */
public final class RefusedCalls implements InFlightVisitor {
    private static final int MINUTE = 60;
    private static final int MINUTES = UtcDay.SECONDS / MINUTE;
    private static final long THOUSANDTHS = 1000;
    private static final RefusalCause[] CAUSES = RefusalCause.values();

    private final StartUps startUps;
    private final EnvironmentRules rules;
    private final long[] memoryMb;
    private final List<CallLimits> callLimits;
    private final CapacityLimits limits;
    private final int[] lastOfWave;
    private final RunningLoad running;
    private final long[] arriving = new long[UtcDay.SECONDS];
    /** Those that come to API Gateway. */
    private final long[] calls = new long[UtcDay.SECONDS];
    /** Refused calls of this window by cause and minute that are sums over endpoints, in thousandths. */
    private final long[][] single = new long[CAUSES.length][MINUTES];

    // Thousandths of calls: with growth, each call is a little more than one, and only their sum is rounded.
    private final long[] all;
    private final long[] worst;
    private final long[] worstAt;
    private final long[][] byCause;
    private final long[][] worstByCause;
    private final long[][] worstAtByCause;
    private long first = Long.MIN_VALUE;
    private int wave;

    /**
     * @param startUps to which each window of an endpoint is shown before this
     * @param memoryMb of each endpoint's function
     * @param callLimits of each endpoint
     * @param lastOfWave the place of each wave's last endpoint, ascending
     */
    public RefusedCalls(
            StartUps startUps,
            EnvironmentRules rules,
            long[] memoryMb,
            List<CallLimits> callLimits,
            CapacityLimits limits,
            int[] lastOfWave) {
        this.startUps = startUps;
        this.rules = rules;
        this.memoryMb = memoryMb.clone();
        this.callLimits = List.copyOf(callLimits);
        this.limits = limits;
        this.lastOfWave = lastOfWave.clone();
        this.running = new RunningLoad(rules.growth(), limits.sharedByMb() > 0);
        int waves = lastOfWave.length;
        all = new long[waves];
        worst = new long[waves];
        worstAt = new long[waves];
        byCause = new long[waves][CAUSES.length];
        worstByCause = new long[waves][CAUSES.length];
        worstAtByCause = new long[waves][CAUSES.length];
    }

    @Override
    public void window(long firstSecond) {
        finish();
        first = firstSecond;
        running.clear();
        Arrays.fill(arriving, 0);
        Arrays.fill(calls, 0);
        for (long[] cause : single) {
            Arrays.fill(cause, 0);
        }
    }

    @Override
    public void seconds(int place, InFlight seconds) {
        while (wave < lastOfWave.length && place > lastOfWave[wave]) {
            close();
        }
        running.add(seconds, startUps, memoryMb[place]);
        CallLimits own = callLimits.get(place);
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            calls[second] += own.throttled() ? seconds.at(second, Figure.CALLS) : 0;
            arriving[second] += seconds.at(second, Figure.SHORT)
                    + seconds.at(second, Figure.UNTIMED)
                    + seconds.at(second, Figure.LONG);
            single[RefusalCause.SCALE_UP.ordinal()][second / MINUTE] += startUps.tooSteep(i) * THOUSANDTHS;
        }
        if (own.firstTooSlow() != null) {
            for (SecondField field : SecondField.values()) {
                if (field.compareTo(own.firstTooSlow()) >= 0 && field.compareTo(SecondField.OVER_900_S) <= 0) {
                    add(seconds, field, RefusalCause.TIME_OUT);
                }
            }
        }
        if (own.sized()) {
            add(seconds, SecondField.LARGE_REQUESTS, RefusalCause.REQUEST_SIZE);
            add(seconds, SecondField.LARGE_ANSWERS, RefusalCause.ANSWER_SIZE);
        }
        if (own.headersLimited()) {
            add(seconds, SecondField.LONG_HEADERS, RefusalCause.HEADERS);
        }
    }

    private void add(InFlight seconds, SecondField field, RefusalCause cause) {
        if (seconds.uses(field)) {
            for (int i = 0; i < seconds.size(); i++) {
                int second = seconds.second(i);
                single[cause.ordinal()][second / MINUTE] += seconds.at(second, field) * rules.growth();
            }
        }
    }

    /** Completes the last window. Call it once, after everything was shown. */
    public void finish() {
        while (first != Long.MIN_VALUE && wave < lastOfWave.length) {
            close();
        }
        wave = 0;
    }

    /** Evaluates the window for the wave whose last endpoint has been added. */
    private void close() {
        long[][] minutes = new long[CAUSES.length][];
        Arrays.setAll(minutes, cause -> single[cause].clone());
        long[] throttled = new long[UtcDay.SECONDS];
        throttle(minutes[RefusalCause.RATE.ordinal()], throttled);
        long[] lacking = new long[MINUTES];
        long cap = leastEnvironments();
        for (int second = 0; second < UtcDay.SECONDS; second++) {
            if (arriving[second] > 0 && running.atMost(second) > cap) {
                lacking[second / MINUTE] += capacity(second, throttled[second], minutes) * THOUSANDTHS;
            }
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            long sum = lacking[minute];
            for (RefusalCause cause : CAUSES) {
                long refused = minutes[cause.ordinal()][minute];
                sum += cause.isCapacity() ? 0 : refused;
                byCause[wave][cause.ordinal()] += refused;
                if (refused > worstByCause[wave][cause.ordinal()]) {
                    worstByCause[wave][cause.ordinal()] = refused;
                    worstAtByCause[wave][cause.ordinal()] = first + (long) minute * MINUTE;
                }
            }
            all[wave] += sum;
            if (sum > worst[wave]) {
                worst[wave] = sum;
                worstAt[wave] = first + (long) minute * MINUTE;
            }
        }
        wave++;
    }

    /** Returns a number of environments up to which no limit refuses anything. */
    private long leastEnvironments() {
        long interfaces = limits.sharedByMb() == 0 ? Long.MAX_VALUE : Math.min(limits.interfaces(), limits.addresses());
        long largest = Arrays.stream(memoryMb).max().orElse(1);
        long byInterfaces = interfaces == Long.MAX_VALUE ? Long.MAX_VALUE : interfaces * limits.sharedByMb() / largest;
        return Math.min(Math.min(limits.environments(), limits.connections()), byInterfaces);
    }

    /** Adds what the limits of environments refuse in a second, and returns the most that one of them does. */
    private long capacity(int second, long throttled, long[][] minutes) {
        long needed = running.environments(second);
        long arrived = Math.max(0, InFlightFigure.grown(arriving[second], rules.growth()) - throttled);
        long most = 0;
        for (RefusalCause cause : CAUSES) {
            long limit = switch (cause) {
                case CONCURRENCY -> limits.environments();
                case CONNECTIONS -> limits.connections();
                case INTERFACES -> environmentsWith(second, limits.interfaces());
                case ADDRESSES -> environmentsWith(second, limits.addresses());
                default -> Long.MAX_VALUE;
            };
            if (needed > limit) {
                long refused = Numbers.ceilDiv(arrived * (needed - limit), needed);
                minutes[cause.ordinal()][second / MINUTE] += refused * THOUSANDTHS;
                most = Math.max(most, refused);
            }
        }
        return most;
    }

    private long environmentsWith(int second, long interfaces) {
        return limits.sharedByMb() == 0 || interfaces == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : running.environmentsWith(second, interfaces, limits.sharedByMb());
    }

    private void throttle(long[] minutes, long[] throttled) {
        if (limits.rate() == Long.MAX_VALUE) {
            return;
        }
        TokenBucket bucket = new TokenBucket(limits.rate() * THOUSANDTHS, limits.burst() * THOUSANDTHS, false);
        long harmless = bucket.harmless();
        for (int second = 0; second < UtcDay.SECONDS; second++) {
            long now = calls[second] * rules.growth();
            if (now > harmless || !bucket.isFull()) {
                throttled[second] = InFlightFigure.grown(bucket.second(now), 1);
                minutes[second / MINUTE] += throttled[second] * THOUSANDTHS;
            }
        }
    }

    /** Returns what is refused when everything up to a wave has moved. */
    public Refusals of(int index) {
        List<Refusals.ByCause> causes = new ArrayList<>();
        for (RefusalCause cause : CAUSES) {
            int at = cause.ordinal();
            if (byCause[index][at] > 0) {
                causes.add(new Refusals.ByCause(
                        cause, calls(byCause[index][at]), calls(worstByCause[index][at]), worstAtByCause[index][at]));
            }
        }
        return new Refusals(calls(all[index]), calls(worst[index]), worstAt[index], causes);
    }

    private static long calls(long thousandths) {
        return Numbers.ceilDiv(thousandths, THOUSANDTHS);
    }
}
