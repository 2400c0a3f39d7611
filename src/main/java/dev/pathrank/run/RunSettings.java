package dev.pathrank.run;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginFilter;
import dev.pathrank.log.RowFilter;
import dev.pathrank.run.fetch.MemoryBudget;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
import java.time.Instant;
import java.util.Objects;

/**
 * How the objects of a run are read and counted.
 *
 * @param log what the user says about the logs
 * @param filter which rows count
 * @param tally how rows are added up
 * @param threads number of objects processed at the same time
 * @param maxInflight stored bytes that may be fetched ahead of processing, over all threads
 * @param failFast whether the first object that fails ends the run
 * @param retention what is retained beside the sum, to be stored
 * @param span with {@link Retention#DAYS}, the days whose rows of damaged objects count; the filter then accepts all
 */
public record RunSettings(
        LogOptions log,
        RowFilter filter,
        TallyOptions tally,
        int threads,
        long maxInflight,
        boolean failFast,
        Retention retention,
        Span span) {
    /** Returns the stored bytes that are fetched ahead unless the user says otherwise. */
    public static long usualInflight() {
        return MemoryBudget.usuallyFetched();
    }

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
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(span, "span");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        if (maxInflight < LEAST_INFLIGHT) {
            throw new IllegalArgumentException("too few bytes in flight: " + maxInflight);
        }
    }

    /** Returns settings that go on past failures and retain nothing more than a report needs. */
    public static RunSettings of(LogOptions log, RowFilter filter, TallyOptions tally, int threads) {
        return new RunSettings(log, filter, tally, threads, usualInflight(), false, Retention.NOTHING, Span.ALL);
    }

    /** Returns the same settings for another process. */
    public RunSettings with(TallyOptions sums, int processors) {
        return new RunSettings(log, filter, sums, processors, maxInflight, failFast, retention, span);
    }

    /** Returns the same settings for the rows of a window of time. */
    RunSettings within(Instant from, Instant to) {
        RowFilter rows = new RowFilter(filter.options().within(from, to));
        return new RunSettings(log, rows, tally, threads, maxInflight, failFast, retention, span);
    }

    /** Returns the same settings for the calls of one side of a move. */
    RunSettings servedBy(OriginFilter side) {
        RowFilter rows = new RowFilter(filter.options().servedBy(side));
        return new RunSettings(log, rows, tally, threads, maxInflight, failFast, retention, span);
    }

    /** Returns the same settings for a run that retains {@code what} of the days in {@code days}. */
    public RunSettings retaining(Retention what, Span days) {
        return new RunSettings(log, filter, tally, threads, maxInflight, failFast, what, days);
    }
}
