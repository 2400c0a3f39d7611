package dev.pathrank.compare;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.tally.RejectSink;
import dev.pathrank.tally.RowCollector;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.SeenRows;
import dev.pathrank.tally.TalliedPeriods;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * Simulated moves of a service of a few endpoints. Failures come in clusters: each minute has its own chance of a
 * failure for each endpoint (beta-binomial), and now and then all of the service fails for a minute. Durations hang
 * together: the mean of a minute depends on that of the minute before.
 */
final class ServiceMoves {
    private static final long FIRST_SECOND = 1_486_400_400L;
    private static final int MINUTES = 360;
    private static final int MINUTE = 60;
    private static final double CLUSTERED = 4;
    private static final double OUTAGE = 1.0 / 480;
    private static final double FAIL_IN_OUTAGE = 0.3;
    private static final double KEPT = 0.9;

    private final Random random;
    private final int endpoints;
    private final int calls;
    private final double failures;

    /**
     * @param endpoints how many the service has
     * @param calls of each endpoint in a period, on average
     * @param failures share of calls that fail, outages left out
     */
    ServiceMoves(long seed, int endpoints, int calls, double failures) {
        this.random = new Random(seed);
        this.endpoints = endpoints;
        this.calls = calls;
        this.failures = failures;
    }

    /**
     * Simulates one move and compares the two periods.
     *
     * @param worse how many times as often the first endpoint fails after the move; 1 for a quiet move
     */
    List<ComparedEndpoint> move(double worse) throws IOException {
        try (Tally before = tally(1, 0);
                Tally after = tally(worse, 7L * 86_400)) {
            TalliedPeriods periods = TalliedPeriods.of(before, after, false);
            return new Comparer(Tolerances.DEFAULT, MovedEndpoints.NONE, true)
                    .compare(periods, new HashSet<TalliedPeriods.Pair>(periods.endpoints()), 3600, 3600)
                    .rows();
        }
    }

    private Tally tally(double worse, long later) throws IOException {
        StringBuilder log = new StringBuilder(
                "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type time-taken timestamp\n");
        double[] slow = new double[endpoints];
        for (int minute = 0; minute < MINUTES; minute++) {
            boolean outage = random.nextDouble() < OUTAGE;
            for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                slow[endpoint] = KEPT * slow[endpoint] + 0.06 * random.nextGaussian();
                double share = Math.min(1, failures * (endpoint == 0 ? worse : 1) * gamma(1 / CLUSTERED) * CLUSTERED);
                int now = poisson((double) calls / MINUTES);
                for (int call = 0; call < now; call++) {
                    boolean fails = random.nextDouble() < (outage ? FAIL_IN_OUTAGE : share);
                    double seconds = Math.exp(-2 + slow[endpoint] + 0.5 * random.nextGaussian());
                    long ms = Math.round(1000 * seconds);
                    log.append("-\t-\tGET\t/service/part")
                            .append((char) ('a' + endpoint))
                            .append(fails ? "\t502\tError\t" : "\t200\tMiss\t")
                            .append(ms / 1000)
                            .append('.')
                            .append((char) ('0' + ms / 100 % 10))
                            .append((char) ('0' + ms / 10 % 10))
                            .append((char) ('0' + ms % 10))
                            .append('\t')
                            .append(FIRST_SECOND + later + (long) minute * MINUTE + random.nextInt(MINUTE))
                            .append('\n');
                }
            }
        }
        Tally tally = new Tally(new TallyOptions(
                FoldingRules.NONE, Limits.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")), false));
        new LogReader(LogOptions.DEFAULT)
                .read(
                        new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.US_ASCII)),
                        new RowCollector(
                                new RowFilter(FilterOptions.NONE),
                                tally,
                                new RowCounts(),
                                new SeenRows(),
                                RejectSink.NONE));
        return tally;
    }

    /** Returns a gamma variate of a shape below 1 and scale 1 (Ahrens and Dieter, 1974). */
    private double gamma(double shape) {
        while (true) {
            double u = (1 + shape / Math.E) * random.nextDouble();
            double e = -Math.log(random.nextDouble());
            if (u <= 1) {
                double x = Math.pow(u, 1 / shape);
                if (x <= e) {
                    return x;
                }
            } else {
                double x = -Math.log((1 + shape / Math.E - u) / shape);
                if (Math.pow(x, shape - 1) >= Math.exp(-e)) {
                    return x;
                }
            }
        }
    }

    private int poisson(double mean) {
        int count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
