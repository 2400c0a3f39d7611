package dev.pathrank.run;

import dev.pathrank.io.TemporaryFile;
import dev.pathrank.pattern.PathFolder;
import dev.pathrank.source.LogSource;
import dev.pathrank.state.State;
import dev.pathrank.state.StateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run over the logs of some sources: lists them, reads and counts them, and gives the result. It prints nothing; a
 * {@link RunListener} receives its events. Everything that a run opens is closed with it, and work is stopped if the
 * process is terminated before that. Several runs may be open at the same time.
 */
public final class LogRun implements AutoCloseable {
    /**
     * GETs in flight. Each mostly waits, 30 to 50 ms in the region of the bucket. A processor can do about a thousand
     * small ones a second, so that it takes some 40 for each to make the processors, and not the waiting, the limit.
     */
    public static final int CONNECTIONS = Math.max(64, 40 * Runtime.getRuntime().availableProcessors());

    private final RunOptions options;
    private final Listing listing;
    private final IncrementalCount count;
    private final ByteCounter listener;
    private final @Nullable State state;
    private final Deque<Runnable> closing;

    private LogRun(
            RunOptions options,
            Listing listing,
            IncrementalCount count,
            ByteCounter listener,
            @Nullable State state,
            Deque<Runnable> closing) {
        this.options = options;
        this.listing = listing;
        this.count = count;
        this.listener = listener;
        this.state = state;
        this.closing = closing;
    }

    /**
     * Connects to the engine, opens the state if there is one, and lists the sources.
     *
     * @param standardInput what the source {@code -} reads
     * @param rejects where rejected rows go
     * @param watcher receives the events of the run
     * @throws NoReportException if there is nothing to read and nothing in the state
     * @throws StateException if the state was counted with other options, or is damaged
     * @throws IOException if the engine or the state cannot be opened; the message is ready to be printed
     */
    public static LogRun open(RunOptions options, InputStream standardInput, RejectLog rejects, RunListener watcher)
            throws IOException {
        TemporaryFile.sweep(options.settings().tally().tmpDir());
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            Sources places = new Sources(options.s3(), CONNECTIONS, standardInput, watcher::throttled);
            closing.push(places::close);
            List<LogSource> sources = options.sources().stream().map(places::of).toList();
            Engine engine = options.engine().open(options.s3());
            closing.push(engine::close);
            State state = openState(options, places);
            if (state != null) {
                closing.push(state::close);
            }
            Listing listing = list(sources, options, state, watcher);
            ByteCounter listener = new ByteCounter(watcher);
            IncrementalCount count = new IncrementalCount(engine, options, state, rejects, listener);
            closing.push(count::close);
            closing.push(ShutdownCleanup.of(count::stop)::close);
            return new LogRun(options, listing, count, listener, state, closing);
        } catch (IOException | RuntimeException | Error e) {
            closing.forEach(Runnable::run);
            throw e;
        }
    }

    private static @Nullable State openState(RunOptions options, Sources places) throws IOException {
        StateOptions storage = options.storage();
        if (storage.state() == null || !storage.opened()) {
            return null;
        }
        boolean create = !options.sources().isEmpty();
        return State.open(
                places.store(storage.state(), create, options.settings().tally().tmpDir()),
                storage.wholeHeader(),
                options.settings().tally());
    }

    private static Listing list(List<LogSource> sources, RunOptions options, @Nullable State state, RunListener watcher)
            throws NoReportException, OutputIsSourceException {
        Listing listing =
                Listing.of(sources, options.listing()).outside(options.storage().state());
        listing.requireNoneOf(options.outputs());
        listing.failures().forEach(watcher::sourceFailed);
        if (options.settings().failFast() && !listing.failures().isEmpty()) {
            throw new NoReportException(new NoReportException.Reason.StoppedAtListing());
        }
        listing.emptySources(options.listing(), options.s3()).forEach(watcher::sourceEmpty);
        if (listing.objects().isEmpty() && (state == null || state.isEmpty())) {
            String place = options.storage().state();
            throw new NoReportException(
                    sources.isEmpty() && place != null
                            ? new NoReportException.Reason.EmptyState(place)
                            : new NoReportException.Reason.NothingListed());
        }
        return listing;
    }

    /**
     * Reads and counts everything. Called once.
     *
     * @return the result, which can be used until this is closed
     * @throws FailFastException if an object failed and the run was to stop there
     * @throws NoReportException if no request log was among the objects, and none was counted before
     * @throws StateException if logs, tallies and the state do not fit together
     * @throws IOException if the run itself cannot go on, such as when a temporary file cannot be written
     * @throws InterruptedException if the thread was asked to end
     */
    public RunResult count() throws IOException, InterruptedException {
        PathFolder.prepare(options.settings().tally().rules().learning());
        listener.reading(listing);
        @Nullable ReportTotals totals;
        try {
            totals = count.count(listing);
        } finally {
            listener.ended();
        }
        if (state != null) {
            state.close(); // what it holds is counted now, and another run may use it
        }
        long duplicates = count.sum().dropDuplicates();
        RunResult result = new RunResult(options, listing, count.sum(), totals, duplicates, listener.bytes());
        listener.counted(result);
        if (!result.hasLogs()) {
            throw new NoReportException(result.noLogsReason());
        }
        return result;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
