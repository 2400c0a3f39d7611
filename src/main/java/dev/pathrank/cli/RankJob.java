package dev.pathrank.cli;

import dev.pathrank.cli.run.ObjectResult;
import dev.pathrank.cli.run.Run;
import dev.pathrank.cli.run.Share;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Window;
import dev.pathrank.report.Summary;
import dev.pathrank.source.LogSource;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The main job: lists, reads, ranks, writes what is asked of the ranking, and says what it did. */
final class RankJob {
    /** GETs in flight: each of them mostly waits, so there are many more than processors. */
    static final int CONNECTIONS = 32;

    /** A disk answers at once; more readers would only stand in each other's way. */
    private static final int LOCAL_READERS = 2;

    private final RankRequest request;
    private final Answer answer;
    private final List<LogSource> sources;
    private final Streams streams;
    private final Messages messages;
    private final long begin = System.nanoTime();

    RankJob(RankRequest request, Answer answer, List<LogSource> sources, Streams streams) {
        this.request = request;
        this.answer = answer;
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
            boolean nothing = listing.objects().isEmpty();
            for (String empty : listing.emptySources()) {
                say(new Notice.EmptySource(empty, request.listing()), nothing);
            }
            return nothing ? ExitCode.FAILED : read(listing, outputs);
        }
    }

    private ExitCode read(Listing listing, Outputs outputs) throws IOException, InterruptedException {
        try (Progress progress = Progress.of(listing, request.verbosity(), streams, messages);
                Run run = new Run(request.run(), connections(listing), outputs.rejects(), progress)) {
            EndOfProcess.Cleaning cleaning = () -> {
                run.stop();
                outputs.close();
            };
            return EndOfProcess.cleanedBy(cleaning, () -> {
                Share sum = run.read(listing.objects());
                progress.end();
                return report(new Outcome(listing, sum, progress.bytes()), outputs);
            });
        }
    }

    private ExitCode report(Outcome outcome, Outputs outputs) throws IOException {
        outcome.failures().forEach(this::sayFailed);
        if (!outcome.hasLogs()) {
            messages.error(outcome.whyNoLogs());
            return ExitCode.FAILED;
        }
        Answer.Given given = answer(outcome.sum().tally());
        Account account = outcome.account(
                given.findings().ranking(), request.declared(), Duration.ofNanos(System.nanoTime() - begin));
        outputs.writeReport(given::write);
        outputs.writeSummary(writer -> Summary.write(account.summary(), writer));
        outputs.writeRejects();
        outcome.notices(request).forEach(notice -> say(notice, false));
        given.notices().forEach(notice -> say(notice, false));
        account.lines().forEach(messages::account);
        if (!outcome.isComplete()) {
            return ExitCode.INCOMPLETE;
        }
        return given.crossed() ? ExitCode.THRESHOLD : ExitCode.COMPLETE;
    }

    private Answer.Given answer(Tally tally) throws IOException {
        Window window = tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen());
        TalliedEndpoints endpoints = tally.tallied(request.report().byHost());
        List<RankedEndpoint> ranking =
                Ranking.of(endpoints.stats(), request.declared(), request.rank(), window, tally.calls());
        return answer.to(new Answer.Findings(ranking, window, endpoints));
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
