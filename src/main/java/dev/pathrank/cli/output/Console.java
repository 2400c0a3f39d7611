package dev.pathrank.cli.output;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.NewEndpointsText;
import dev.pathrank.cli.message.NothingCountedText;
import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.message.RunFailureText;
import dev.pathrank.cli.message.RunNoticeText;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.report.RunSummaryJson;
import dev.pathrank.run.Listing;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.RunNotice;
import dev.pathrank.run.RunResult;
import dev.pathrank.run.ShutdownCleanup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one command says on standard error: failures as they are found, a progress bar on a terminal, a line for each
 * object if verbose, and at the end notices and the summary.
 */
public final class Console implements RunListener {
    private static final int MANY_WITHOUT_LOG = 200;

    private final Streams streams;
    private final Verbosity verbosity;
    private final Messages messages;
    private final long begin = System.nanoTime();
    private final LongAdder bytes = new LongAdder();
    private final AtomicInteger withoutLog = new AtomicInteger();
    private volatile @Nullable ProgressDisplay display;
    private boolean passesOverEmpty;
    private volatile @Nullable ShutdownCleanup interruption;
    private Duration elapsed = Duration.ZERO;

    /** Creates the console of a command that begins now. */
    public Console(Streams streams, Verbosity verbosity) {
        this.streams = streams;
        this.verbosity = verbosity;
        this.messages = new Messages(streams.err(), verbosity);
    }

    /** Returns the messages of this command. */
    public Messages messages() {
        return messages;
    }

    @Override
    public void sourceFailed(String why) {
        messages.error(why);
    }

    /** Returns this console, which then says nothing of sources without log objects, as none are needed. */
    public Console passingOverEmptySources() {
        passesOverEmpty = true;
        return this;
    }

    /** An empty source is an error only if there is nothing else to read. */
    @Override
    public void sourceEmpty(RunNotice.EmptySource source) {
        if (passesOverEmpty) {
            return;
        }
        String text = RunNoticeText.of(source, false);
        if (source.nothing()) {
            messages.error(text);
        } else {
            messages.notice(text);
        }
    }

    /** Shows progress, unless the lines of {@code --verbose} show it already. */
    @Override
    public void reading(Listing listing) {
        interruption = ShutdownCleanup.of(this::interrupted);
        if (verbosity == Verbosity.NORMAL) {
            display = ProgressDisplay.of(listing.bytes(), streams.err(), streams.errIsTerminal());
        }
    }

    @Override
    public void processed(long more) {
        bytes.add(more);
        ProgressDisplay shown = display;
        if (shown != null) {
            shown.stepTo(bytes.sum());
        }
    }

    @Override
    public void throttled() {
        ProgressDisplay shown = display;
        if (shown != null) {
            shown.throttled();
        }
    }

    @Override
    public void done(ObjectResult result) {
        boolean noLog = result instanceof ObjectResult.Failed failed && !failed.isLog();
        if (noLog && withoutLog.incrementAndGet() == MANY_WITHOUT_LOG) {
            messages.notice(RunFailureText.manyWithoutLog(MANY_WITHOUT_LOG));
        }
        messages.detail(words(result));
    }

    private static String words(ObjectResult result) {
        if (result instanceof ObjectResult.Read read) {
            return read.object() + ": read, " + read.rows() + " rows";
        }
        if (result instanceof ObjectResult.Skipped skipped) {
            return skipped.object() + ": skipped, " + RunNoticeText.why(skipped);
        }
        return result.object() + ": failed, " + ((ObjectResult.Failed) result).why();
    }

    /** Says what an interrupted run leaves, and nothing after that. */
    private void interrupted() {
        removeDisplay();
        messages.summary("pathrank: interrupted; no report was written");
        messages.mute();
    }

    /** Removes the progress line, so that words can follow. */
    @Override
    public void ended() {
        ShutdownCleanup pending = interruption;
        if (pending != null) {
            pending.close();
        }
        removeDisplay();
    }

    private void removeDisplay() {
        ProgressDisplay shown = display;
        display = null;
        if (shown != null) {
            shown.close();
        }
    }

    @Override
    public void counted(RunResult result) {
        elapsed = Duration.ofNanos(System.nanoTime() - begin);
        RunFailureText.of(result.failures()).forEach(messages::error);
    }

    /**
     * Ends a command whose report is written: writes its other outputs, and prints notices and the summary.
     *
     * @return the exit code
     * @throws IOException if an output cannot be written; the message is ready to be printed
     */
    public int finish(RunResult result, ReadRequest request, ReportOutcome outcome, Outputs outputs)
            throws IOException {
        FoldingOptions folding = request.folding();
        RunSummaryText summary = RunSummaryText.of(result, outcome, folding.failsOnNew());
        outputs.writeSummary(writer ->
                RunSummaryJson.write(summary.figures(), request.settings().words(), writer));
        outputs.writeRejects();
        outputs.writeTally(result::writeTally);
        result.notices().forEach(notice -> messages.notice(RunNoticeText.of(notice, folding.byHost())));
        if (result.isEmpty()) {
            messages.notice(NothingCountedText.of(result.nothingCounted(), "so the report is empty"));
        }
        request.notices().forEach(notice -> messages.notice(notice.text()));
        folding.notices(outcome.patterns()).forEach(notice -> messages.notice(notice.text()));
        result.limitNotices().forEach(messages::notice);
        outcome.notices().forEach(notice -> messages.notice(notice.text()));
        printNew(result, folding, outcome);
        messages.errors(outcome.crossings());
        printSummary(summary, request);
        return exitCode(result, folding, outcome).number();
    }

    /**
     * Ends a command that has no report, because no row is counted: writes the summary and the rejected rows, and
     * prints what was seen.
     *
     * @param why no row is counted
     * @return the exit code
     * @throws IOException if an output cannot be written; the message is ready to be printed
     */
    public int finishEmpty(String why, RunResult result, ReadRequest request, Outputs outputs) throws IOException {
        FoldingOptions folding = request.folding();
        RunSummaryText summary = RunSummaryText.of(result, ReportOutcome.NONE, folding.failsOnNew());
        outputs.writeSummary(writer ->
                RunSummaryJson.write(summary.figures(), request.settings().words(), writer));
        outputs.writeRejects();
        result.notices().forEach(notice -> messages.notice(RunNoticeText.of(notice, folding.byHost())));
        messages.error(why);
        printSummary(summary, request);
        return ExitCode.FAILED.number();
    }

    /**
     * Prints the notices and the summary of one of several runs.
     *
     * @param notices of the run, from before its counts were merged with others
     */
    public void printRun(String name, RunResult result, List<RunNotice> notices, ReadRequest request) {
        FoldingOptions folding = request.folding();
        notices.forEach(notice -> messages.notice(name + ": " + RunNoticeText.of(notice, folding.byHost())));
        result.limitNotices().forEach(notice -> messages.notice(name + ": " + notice));
        // A state alone: the first two lines would say that no object was listed.
        boolean stored = result.objects().listed() == 0 && result.totals().isPresent();
        RunSummaryText.of(result, ReportOutcome.NONE, false)
                .lines(elapsed, request.window().zone())
                .stream()
                .skip(stored ? 2 : 0)
                .forEach(line -> messages.summary(name + " " + line));
    }

    private void printSummary(RunSummaryText summary, ReadRequest request) {
        request.window().relative().forEach(time -> messages.summary("times: " + time));
        request.settings().line().ifPresent(messages::summary);
        summary.lines(elapsed, request.window().zone()).forEach(messages::summary);
    }

    private void printNew(RunResult result, FoldingOptions folding, ReportOutcome outcome) {
        if (hasNew(folding, outcome) && folding.lock().file() != null) {
            NewEndpointsText.of(outcome.newEndpoints(), folding.lock().file(), folding.learns(), result.sources())
                    .forEach(messages::error);
        }
    }

    private static boolean hasNew(FoldingOptions folding, ReportOutcome outcome) {
        return folding.failsOnNew() && !outcome.newEndpoints().isEmpty();
    }

    private static ExitCode exitCode(RunResult result, FoldingOptions folding, ReportOutcome outcome) {
        if (hasNew(folding, outcome) || !outcome.crossings().isEmpty()) {
            return ExitCode.THRESHOLD;
        }
        return result.isComplete() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }
}
