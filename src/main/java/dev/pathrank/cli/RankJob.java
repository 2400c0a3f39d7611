package dev.pathrank.cli;

import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Window;
import dev.pathrank.report.Report;
import dev.pathrank.report.openapi.OpenApiDocument;
import dev.pathrank.source.LogSource;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The job of {@code rank}: what was read is ranked. */
final class RankJob extends ReadJob {
    private final RankRequest request;

    RankJob(RankRequest request, List<LogSource> sources, Streams streams) {
        super(request.reading(), sources, streams);
        this.request = request;
    }

    @Override
    Reported report(Outcome outcome, Duration elapsed, Outputs outputs) throws IOException {
        List<RankedEndpoint> ranking = ranking(outcome.sum().tally());
        outputs.writeReport(writer -> write(ranking, writer));
        long candidates = ranking.stream().filter(RankedEndpoint::isCandidate).count();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "endpoints: %,d, of them %,d candidates", ranking.size(), candidates));
        RouteCounts.of(request.declared(), ranking).map(RouteCounts::line).ifPresent(lines::add);
        Account account = outcome.account(ranking.size(), candidates, lines, elapsed);
        long fresh = ranking.stream().filter(row -> row.stats().isNew()).count();
        return new Reported(account, fresh);
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
}
