package dev.pathrank.cli.run;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.filter.RowFilter;
import dev.pathrank.tally.TallyOptions;

/**
 * What a run must know besides its objects.
 *
 * @param log what the user says about the logs
 * @param filter which rows count
 * @param tally what the sums must know
 * @param threads how many objects are processed at the same time
 */
public record RunSettings(LogOptions log, RowFilter.Compiled filter, TallyOptions tally, int threads) {
    public RunSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
    }
}
