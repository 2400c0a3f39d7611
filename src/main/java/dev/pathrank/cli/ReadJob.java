package dev.pathrank.cli;

import dev.pathrank.cli.run.FirstFailure;
import dev.pathrank.cli.run.ObjectResult;
import dev.pathrank.cli.run.Run;
import dev.pathrank.cli.run.Share;
import dev.pathrank.report.Format;
import dev.pathrank.report.Summary;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Unzipper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What every command does that reads logs: lists, reads, reports, and says what it did. Only the report is each one's own. */
abstract class ReadJob {
    /**
     * GETs in flight: each mostly waits, 30 to 50 ms in the region of the bucket. A processor can do about a thousand small ones a second,
     * so that it takes some 40 for each to make the processors, and not the waiting, the limit.
     */
    static final int CONNECTIONS = Math.max(64, 40 * Runtime.getRuntime().availableProcessors());

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
     * @throws IOException if the output cannot be written
     * @throws InterruptedException if the thread was asked to end
     */
    ExitCode run() throws IOException, InterruptedException {
        try (Outputs outputs =
                Outputs.of(request.destinations(), request.run().tally().tmpDir(), streams.out())) {
            Listing listing = Listing.of(sources, request.listing());
            listing.failures().forEach(messages::error);
            if (request.run().failFast() && !listing.failures().isEmpty()) {
                return stopped();
            }
            boolean nothing = listing.objects().isEmpty();
            for (String empty : listing.emptySources()) {
                say(new Notice.EmptySource(empty, request.listing()), nothing);
            }
            return nothing ? ExitCode.FAILED : read(listing, outputs);
        }
    }

    private ExitCode read(Listing listing, Outputs outputs) throws IOException, InterruptedException {
        if (request.verbosity() == Verbosity.VERBOSE) {
            messages.detail("unzipping by " + Unzipper.best());
        }
        try (Progress progress = Progress.of(listing, request.verbosity(), streams, messages);
                Run run = new Run(request.run(), connections(listing), outputs.rejects(), progress)) {
            EndOfProcess.Cleaning cleaning = () -> {
                run.stop();
                outputs.close();
            };
            return EndOfProcess.cleanedBy(cleaning, () -> {
                Share sum;
                try {
                    sum = run.read(listing.objects());
                } catch (FirstFailure e) {
                    progress.end();
                    sayFailed(e.failed());
                    return stopped();
                }
                progress.end();
                return finish(new Outcome(listing, sum, progress.bytes()), outputs);
            });
        }
    }

    private ExitCode stopped() {
        messages.error("stopped there by --fail-fast, so there is no report");
        return ExitCode.FAILED;
    }

    /** Says what the job would take, and does nothing of it. */
    ExitCode dryRun(Format format) throws IOException {
        return new DryRun(request, format, sources, streams).run();
    }

    private ExitCode finish(Outcome outcome, Outputs outputs) throws IOException {
        outcome.failures().forEach(this::sayFailed);
        if (!outcome.hasLogs()) {
            messages.error(outcome.whyNoLogs());
            return ExitCode.FAILED;
        }
        Reported reported = report(outcome, Duration.ofNanos(System.nanoTime() - begin), outputs);
        outputs.writeSummary(writer -> Summary.write(reported.account().summary(), writer));
        outputs.writeRejects();
        outcome.notices(request).forEach(notice -> say(notice, false));
        reported.account().lines().forEach(messages::account);
        if (!outcome.isComplete()) {
            return ExitCode.INCOMPLETE;
        }
        return request.folding().failsOnNew() && reported.newEndpoints() > 0 ? ExitCode.THRESHOLD : ExitCode.COMPLETE;
    }

    /**
     * Writes the report.
     *
     * @param elapsed since the job began
     * @throws IOException if it cannot be written
     */
    abstract Reported report(Outcome outcome, Duration elapsed, Outputs outputs) throws IOException;

    /**
     * What a report leads to.
     *
     * @param account where every object and every row went
     * @param newEndpoints endpoints that the user does not know of
     */
    record Reported(Account account, long newEndpoints) {}

    private void say(Notice notice, boolean isError) {
        if (isError) {
            messages.error(notice.text());
        } else {
            messages.notice(notice.text());
        }
    }

    private void sayFailed(ObjectResult.Failed failed) {
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
