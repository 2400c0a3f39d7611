package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Stability;
import dev.pathrank.rank.Window;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The endpoints of a run in their migration order.
 *
 * @param rows every endpoint, in order
 * @param window the time of the counted rows
 * @param endpoints those that were called, with access to their seconds
 * @param declared the user's routes
 * @param stability of the ranking, before it has seen a second
 */
record EndpointRanking(
        List<RankedEndpoint> rows,
        Window window,
        TalliedEndpoints endpoints,
        DeclaredEndpoints declared,
        Stability stability) {
    /**
     * Ranks the endpoints of a run.
     *
     * @param byHost whether endpoints of different hosts are different
     * @throws IOException if what was spilled to disk cannot be read
     */
    static EndpointRanking of(RunResult result, RankOptions options, DeclaredEndpoints declared, boolean byHost)
            throws IOException {
        Tally tally = result.tally();
        Window window = tally.calls() == 0 ? new Window(0, 0) : new Window(tally.firstSeen(), tally.lastSeen());
        TalliedEndpoints endpoints = result.endpoints(byHost);
        List<RankedEndpoint> rows = Ranking.of(endpoints.stats(), declared, options, window, tally.calls());
        Stability stability = new Stability(rows, declared, options, window, tally.calls());
        return new EndpointRanking(rows, window, endpoints, declared, stability);
    }

    /**
     * Returns the range of every candidate's rank. Called once.
     *
     * @throws IOException if seconds that were spilled to disk cannot be read
     */
    Map<RankedEndpoint, RankRange> ranges() throws IOException {
        endpoints.replay(stability.endpoints(), stability.visitor());
        return stability.ranges();
    }

    /** Returns the figures of the ranking. */
    ReportOutcome outcome() {
        long candidates = rows.stream().filter(RankedEndpoint::isCandidate).count();
        long fresh = rows.stream().filter(row -> row.stats().isNew()).count();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "endpoints: %,d, including %,d candidates", rows.size(), candidates));
        RouteCounts.of(declared, rows).map(RouteCounts::line).ifPresent(lines::add);
        return new ReportOutcome(rows.size(), candidates, fresh, lines, false, List.of());
    }
}
