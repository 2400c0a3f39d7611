package dev.pathrank.cli.run;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.tally.TallyOptions;
import java.util.Objects;

/**
 * What a run must know besides its objects.
 *
 * @param log what the user says about the logs
 * @param filter which rows count
 * @param tally what the sums must know
 * @param threads how many objects are processed at the same time
 */
public record RunSettings(LogOptions log, RowFilter filter, TallyOptions tally, int threads) {
    public RunSettings {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(tally, "tally");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
    }
}
