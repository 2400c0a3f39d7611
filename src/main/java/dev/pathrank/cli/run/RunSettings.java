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
 * @param maxInflight stored bytes that may be fetched ahead of processing, over all threads
 * @param failFast whether the first object that fails ends the run
 */
public record RunSettings(
        LogOptions log, RowFilter filter, TallyOptions tally, int threads, long maxInflight, boolean failFast) {
    /** Stored bytes that are fetched ahead unless somebody says otherwise. */
    public static final long DEFAULT_INFLIGHT = MemoryBudget.FETCHED;

    /** The least bytes that can be fetched ahead. */
    public static final long LEAST_INFLIGHT = MemoryBudget.LEAST_FETCHED;

    /** Fetches ahead as usual, and goes on past failures. */
    public RunSettings(LogOptions log, RowFilter filter, TallyOptions tally, int threads) {
        this(log, filter, tally, threads, DEFAULT_INFLIGHT, false);
    }

    /** The most bytes that can be fetched ahead with the memory that Java has. */
    public static long mostInflight() {
        return MemoryBudget.mostFetched();
    }

    public RunSettings {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(tally, "tally");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        if (maxInflight < LEAST_INFLIGHT) {
            throw new IllegalArgumentException("too few bytes in flight: " + maxInflight);
        }
    }
}
