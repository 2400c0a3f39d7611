package dev.pathrank.cli.command;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.options.RankRequest;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.source.LogSource;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A job for which what was read is ranked; what is made of the ranking is each one's own. */
abstract class RankingJob extends ReadJob {
    private final RankRequest request;

    RankingJob(RankRequest request, List<LogSource> sources, Streams streams) {
        super(request.reading(), sources, streams);
        this.request = request;
    }

    /**
     * What a run found.
     *
     * @param ranking the whole of it, in its order
     * @param endpoints those in the ranking that were called, with the way back to their seconds
     * @param stability of the ranking, which has seen no second yet
     */
    record Findings(List<RankedEndpoint> ranking, Window window, TalliedEndpoints endpoints, Stability stability) {
        /** The range of every candidate's rank. */
        Map<RankedEndpoint, RankRange> ranges() throws IOException {
            endpoints.replay(stability.endpoints(), stability.visitor());
            return stability.ranges();
        }
    }

    /**
     * What an answer leads to.
     *
     * @param crossed whether a threshold that the user set was crossed
     */
    record Answered(boolean crossed, List<Notice> notices) {
        static final Answered NOTHING_MORE = new Answered(false, List.of());
    }

    /**
     * Works out what was asked and writes it.
     *
     * @throws IOException if it cannot be written, or what spilled to disk cannot be read
     */
    abstract Answered answer(Findings findings, Outputs outputs) throws IOException;

    @Override
    Reported report(RunResult outcome, Duration elapsed, Outputs outputs) throws IOException {
        Findings findings = findings(outcome.sum().tally());
        Answered answered = answer(findings, outputs);
        List<RankedEndpoint> ranking = findings.ranking();
        long candidates = ranking.stream().filter(RankedEndpoint::isCandidate).count();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "endpoints: %,d, of them %,d candidates", ranking.size(), candidates));
        RouteCounts.of(request.declared(), ranking).map(RouteCounts::line).ifPresent(lines::add);
        RunSummaryText account = outcome.account(ranking.size(), candidates, lines, elapsed);
        long fresh = ranking.stream().filter(row -> row.stats().isNew()).count();
        return new Reported(account, fresh, answered.crossed(), answered.notices());
    }

    private Findings findings(Tally tally) throws IOException {
        Window window = tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen());
        TalliedEndpoints endpoints = tally.tallied(request.report().byHost());
        List<RankedEndpoint> ranking =
                Ranking.of(endpoints.stats(), request.declared(), request.rank(), window, tally.calls());
        Stability stability = new Stability(ranking, request.declared(), request.rank(), window, tally.calls());
        return new Findings(ranking, window, endpoints, stability);
    }
}
