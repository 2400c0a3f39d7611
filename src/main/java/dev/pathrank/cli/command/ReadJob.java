package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Progress;
import dev.pathrank.cli.output.ShutdownCleanup;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.pattern.PathFolder;
import dev.pathrank.report.Format;
import dev.pathrank.report.RunSummaryJson;
import dev.pathrank.run.Engine;
import dev.pathrank.run.FailFastException;
import dev.pathrank.run.IncrementalCount;
import dev.pathrank.run.Listing;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Store;
import dev.pathrank.source.unzip.Unzipper;
import dev.pathrank.state.State;
import dev.pathrank.state.StateException;
import dev.pathrank.tally.file.TallyFileWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every command does that reads logs: lists, reads, reports, and says what it did. Only the report is each one's own. */
public abstract class ReadJob {
    /**
     * GETs in flight: each mostly waits, 30 to 50 ms in the region of the bucket. A processor can do about a thousand small ones a second,
     * so that it takes some 40 for each to make the processors, and not the waiting, the limit.
     */
    public static final int CONNECTIONS = Math.max(64, 40 * Runtime.getRuntime().availableProcessors());

    /** A disk answers at once; more readers would only stand in each other's way. */
    private static final int LOCAL_READERS = 2;

    private final ReadRequest request;
    private final List<LogSource> sources;
    private final Streams streams;
    private final Messages messages;
    private final long begin = System.nanoTime();

    ReadJob(ReadRequest request, List<LogSource> sources, Streams streams) {
        this.request = request;
        this.sources = sources;
        this.streams = streams;
        this.messages = new Messages(streams.err(), request.verbosity());
    }

    /**
     * Does all of it.
     *
     * @param stores opens the place of a state
     * @param engine reads the logs; stays open
     * @throws IOException if the output cannot be written
     * @throws InterruptedException if the thread was asked to end
     */
    public ExitCode run(Opening stores, Engine engine) throws IOException, InterruptedException {
        try (Outputs outputs =
                        Outputs.of(request.destinations(), request.run().tally().tmpDir(), streams.out());
                State state = openState(stores)) {
            Listing listing = Listing.of(sources, request.listing())
                    .outside(request.storing().state());
            listing.failures().forEach(messages::error);
            if (request.run().failFast() && !listing.failures().isEmpty()) {
                return stopped();
            }
            boolean nothing = listing.objects().isEmpty();
            for (String empty : listing.emptySources()) {
                say(new Notice.EmptySource(empty, request.listing()), nothing);
            }
            if (sources.isEmpty() && state != null && state.isEmpty()) {
                messages.error("the state " + request.storing().state().orElseThrow()
                        + " is empty, so there is no report; name a SOURCE to count");
            }
            return nothing && (state == null || state.isEmpty())
                    ? ExitCode.FAILED
                    : read(listing, Optional.ofNullable(state), engine, outputs);
        } catch (StateException e) {
            messages.error(e.getMessage());
            return e.otherOptions() ? ExitCode.USAGE : ExitCode.FAILED;
        }
    }

    /** The state, or null where none is wanted. */
    private State openState(Opening stores) throws IOException {
        return request.storing().state().isEmpty()
                ? null
                : State.open(
                        stores.open(
                                request.storing().state().get(),
                                !sources.isEmpty(),
                                request.run().tally().tmpDir()),
                        request.storing().wholeHeader(),
                        request.run().tally());
    }

    /** Opens the place of a state. */
    @FunctionalInterface
    public interface Opening {
        Store open(String word, boolean create, Path tmpDir) throws IOException;
    }

    private ExitCode read(Listing listing, Optional<State> state, Engine engine, Outputs outputs)
            throws IOException, InterruptedException {
        PathFolder.prepare(request.run().tally().rules().learning());
        if (request.verbosity() == Verbosity.VERBOSE) {
            messages.detail("unzipping by " + Unzipper.best());
        }
        try (Progress progress = Progress.of(listing, request.verbosity(), streams, messages);
                IncrementalCount counting = new IncrementalCount(
                        engine,
                        request.run(),
                        request.storing(),
                        state,
                        connections(listing),
                        outputs.rejects(),
                        progress)) {
            ShutdownCleanup.Cleaning cleaning = () -> {
                counting.stop();
                outputs.close();
            };
            return ShutdownCleanup.cleanedBy(cleaning, () -> {
                IncrementalCount.Counted counted;
                try {
                    counted = counting.count(listing.objects());
                } catch (FailFastException e) {
                    progress.end();
                    printFailure(e.failed());
                    return stopped();
                }
                progress.end();
                long doubles = counted.sum().dropDuplicates();
                int samplingRate = request.run().log().samplingRate();
                return finish(
                        new RunResult(
                                listing, counted.sum(), counted.reported(), samplingRate, doubles, progress.bytes()),
                        outputs);
            });
        }
    }

    private ExitCode stopped() {
        messages.error("stopped there by --fail-fast, so there is no report");
        return ExitCode.FAILED;
    }

    /** Says what the job would take, and does nothing of it. */
    public ExitCode dryRun(Format format) throws IOException {
        return new DryRun(request, format, sources, streams).run();
    }

    private ExitCode finish(RunResult outcome, Outputs outputs) throws IOException {
        outcome.failures().forEach(this::printFailure);
        if (!outcome.hasLogs()) {
            messages.error(outcome.noLogsReason());
            return ExitCode.FAILED;
        }
        Reported reported = report(outcome, Duration.ofNanos(System.nanoTime() - begin), outputs);
        outputs.writeSummary(writer -> RunSummaryJson.write(reported.account().summary(), writer));
        outputs.writeRejects();
        if (outcome.reported().isPresent()) {
            outputs.writeTally(out -> TallyFileWriter.write(
                    out,
                    request.storing().header(),
                    outcome.reported().get().objects(),
                    outcome.sum().tally()));
        }
        outcome.notices(request).forEach(notice -> say(notice, false));
        reported.notices().forEach(notice -> say(notice, false));
        reported.account().lines().forEach(messages::account);
        if (!outcome.isComplete()) {
            return ExitCode.INCOMPLETE;
        }
        boolean unknown = request.folding().failsOnNew() && reported.newEndpoints() > 0;
        return unknown || reported.crossed() ? ExitCode.THRESHOLD : ExitCode.COMPLETE;
    }

    /**
     * Writes the report.
     *
     * @param elapsed since the job began
     * @throws IOException if it cannot be written
     */
    abstract Reported report(RunResult outcome, Duration elapsed, Outputs outputs) throws IOException;

    /**
     * What a report leads to.
     *
     * @param account where every object and every row went
     * @param newEndpoints endpoints that the user does not know of
     * @param crossed whether another threshold that the user set was crossed
     * @param notices what the reader should know beside
     */
    record Reported(RunSummaryText account, long newEndpoints, boolean crossed, List<Notice> notices) {
        Reported(RunSummaryText account, long newEndpoints) {
            this(account, newEndpoints, false, List.of());
        }
    }

    private void say(Notice notice, boolean isError) {
        if (isError) {
            messages.error(notice.text());
        } else {
            messages.notice(notice.text());
        }
    }

    private void printFailure(ObjectResult.Failed failed) {
        String rows = failed.rows() == 0
                ? ""
                : String.format(Locale.ROOT, "; the %,d rows before that are read", failed.rows());
        messages.error(failed.object() + ": " + failed.why() + rows);
    }

    private static int connections(Listing listing) {
        boolean remote = listing.objects().stream().anyMatch(LogObject::isRemote);
        return remote ? CONNECTIONS : LOCAL_READERS;
    }
}
