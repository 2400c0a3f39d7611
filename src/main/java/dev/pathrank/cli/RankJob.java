package dev.pathrank.cli;

import dev.pathrank.cli.run.ObjectResult;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Window;
import dev.pathrank.report.Report;
import dev.pathrank.report.Summary;
import dev.pathrank.report.openapi.OpenApiDocument;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Store;
import dev.pathrank.state.State;
import dev.pathrank.state.StateException;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.TallyFileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The main job: lists, reads, ranks, writes, and says what it did. */
final class RankJob {
    /** GETs in flight: each of them mostly waits, so there are many more than processors. */
    static final int CONNECTIONS = 32;

    /** A disk answers at once; more readers would only stand in each other's way. */
    private static final int LOCAL_READERS = 2;

    private final RankRequest request;
    private final List<LogSource> sources;
    private final Opening stores;
    private final Streams streams;
    private final Messages messages;
    private final long begin = System.nanoTime();

    /** @param stores opens the place of a state */
    RankJob(RankRequest request, List<LogSource> sources, Opening stores, Streams streams) {
        this.stores = stores;
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
                        Outputs.of(request.destinations(), request.run().tally().tmpDir(), streams.out());
                State state = openState()) {
            Listing listing = Listing.of(sources, request.listing())
                    .outside(request.storing().state());
            listing.failures().forEach(messages::error);
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
                    : read(listing, Optional.ofNullable(state), outputs);
        } catch (StateException e) {
            messages.error(e.getMessage());
            return e.otherOptions() ? ExitCode.USAGE : ExitCode.FAILED;
        }
    }

    /** The state, or null where none is wanted. */
    private State openState() throws IOException {
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
    interface Opening {
        Store open(String word, boolean create, Path tmpDir) throws IOException;
    }

    private ExitCode read(Listing listing, Optional<State> state, Outputs outputs)
            throws IOException, InterruptedException {
        try (Progress progress = Progress.of(listing, request.verbosity(), streams, messages);
                Counting counting = new Counting(
                        request.run(), request.storing(), state, connections(listing), outputs.rejects(), progress)) {
            EndOfProcess.Cleaning cleaning = () -> {
                counting.stop();
                outputs.close();
            };
            return EndOfProcess.cleanedBy(cleaning, () -> {
                Counting.Counted counted = counting.count(listing.objects());
                progress.end();
                return report(new Outcome(listing, counted.sum(), counted.reported(), progress.bytes()), outputs);
            });
        }
    }

    private ExitCode report(Outcome outcome, Outputs outputs) throws IOException {
        outcome.failures().forEach(this::sayFailed);
        if (!outcome.hasLogs()) {
            messages.error(outcome.whyNoLogs());
            return ExitCode.FAILED;
        }
        List<RankedEndpoint> ranking = ranking(outcome.sum().tally());
        Account account = outcome.account(ranking, request.declared(), Duration.ofNanos(System.nanoTime() - begin));
        outputs.writeReport(writer -> write(ranking, writer));
        outputs.writeSummary(writer -> Summary.write(account.summary(), writer));
        outputs.writeRejects();
        if (outcome.reported().isPresent()) {
            outputs.writeTally(out -> TallyFileWriter.write(
                    out,
                    request.storing().header(),
                    outcome.reported().get().objects(),
                    outcome.sum().tally()));
        }
        outcome.notices(request).forEach(notice -> say(notice, false));
        account.lines().forEach(messages::account);
        return outcome.isComplete() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }

    private void write(List<RankedEndpoint> ranking, Writer writer) throws IOException {
        if (request.emission().isPresent()) {
            switch (request.emission().get()) {
                case OPENAPI -> OpenApiDocument.write(ranking, request.report(), writer);
            }
        } else {
            Report.write(ranking, request.report(), writer);
        }
    }

    private List<RankedEndpoint> ranking(Tally tally) throws IOException {
        Window window = tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen());
        return Ranking.of(
                tally.endpoints(request.report().byHost()), request.declared(), request.rank(), window, tally.calls());
    }

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
        boolean remote =
                listing.objects().stream().anyMatch(object -> object.name().startsWith("s3://"));
        return remote ? CONNECTIONS : LOCAL_READERS;
    }
}
