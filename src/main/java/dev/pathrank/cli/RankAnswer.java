package dev.pathrank.cli;

import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.Report;
import dev.pathrank.report.openapi.OpenApiDocument;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The answer of {@code rank}: the ranking itself, as a table or as a document. */
final class RankAnswer {
    private RankAnswer() {}

    static Answer of(RankRequest request) {
        return findings ->
                new Answer.Given(findings, writer -> write(findings.ranking(), request, writer), false, List.of());
    }

    private static void write(List<RankedEndpoint> ranking, RankRequest request, Writer writer) throws IOException {
        if (request.emission().isPresent()) {
            switch (request.emission().get()) {
                case OPENAPI -> OpenApiDocument.write(ranking, request.report(), writer);
            }
        } else {
            Report.write(ranking, request.report(), writer);
        }
    }
}
