package dev.pathrank.cli.command;

import dev.pathrank.cli.options.RankRequest;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.openapi.OpenApiDocument;
import dev.pathrank.source.LogSource;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The job of {@code rank}: the ranking is written. */
final class RankJob extends RankingJob {
    private final RankRequest request;

    RankJob(RankRequest request, List<LogSource> sources, Streams streams) {
        super(request, sources, streams);
        this.request = request;
    }

    @Override
    Answered answer(Findings findings, Outputs outputs) throws IOException {
        Map<RankedEndpoint, RankRange> ranges = request.stability() ? findings.ranges() : Map.of();
        outputs.writeReport(writer -> write(findings.ranking(), ranges, writer));
        return Answered.NOTHING_MORE;
    }

    private void write(List<RankedEndpoint> ranking, Map<RankedEndpoint, RankRange> ranges, Writer writer)
            throws IOException {
        if (request.emission().isPresent()) {
            switch (request.emission().get()) {
                case OPENAPI -> OpenApiDocument.write(ranking, request.report(), writer);
            }
        } else {
            RankReport.write(ranking, request.stability() ? ranges : null, request.report(), writer);
        }
    }
}
