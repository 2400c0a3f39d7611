package dev.pathrank.run;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
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
 * @param keeping what is remembered for those who store the sum
 * @param span with {@link Retention#DAYS}, the days of which rows of damaged objects count; the filter lets all days pass
 */
public record RunSettings(
        LogOptions log,
        RowFilter filter,
        TallyOptions tally,
        int threads,
        long maxInflight,
        boolean failFast,
        Retention keeping,
        Span span) {
    /** Stored bytes that are fetched ahead unless somebody says otherwise. */
    public static final long DEFAULT_INFLIGHT = MemoryBudget.FETCHED;

    /** The least bytes that can be fetched ahead. */
    public static final long LEAST_INFLIGHT = MemoryBudget.LEAST_FETCHED;

    /** The most bytes that can be fetched ahead with the memory that Java has. */
    public static long mostInflight() {
        return MemoryBudget.mostFetched();
    }

    public RunSettings {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(keeping, "keeping");
        Objects.requireNonNull(span, "span");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        if (maxInflight < LEAST_INFLIGHT) {
            throw new IllegalArgumentException("too few bytes in flight: " + maxInflight);
        }
    }

    /** A run that remembers nothing more than a report needs. */
    public RunSettings(
            LogOptions log, RowFilter filter, TallyOptions tally, int threads, long maxInflight, boolean failFast) {
        this(log, filter, tally, threads, maxInflight, failFast, Retention.NOTHING, Span.ALL);
    }

    /** The same, fetching ahead as usual and going on past failures. */
    public RunSettings(LogOptions log, RowFilter filter, TallyOptions tally, int threads) {
        this(log, filter, tally, threads, DEFAULT_INFLIGHT, false);
    }

    /** The same run in another process. */
    public RunSettings with(TallyOptions sums, int processors) {
        return new RunSettings(log, filter, sums, processors, maxInflight, failFast, keeping, span);
    }

    /** The same run, remembering more. */
    public RunSettings keeping(Retention what, RowFilter rows, Span days) {
        return new RunSettings(log, rows, tally, threads, maxInflight, failFast, what, days);
    }
}
