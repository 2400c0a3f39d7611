package dev.pathrank.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.compare.ComparedEndpoint;
import dev.pathrank.compare.Comparison;
import dev.pathrank.compare.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The summary of a comparison as JSON, for {@code --summary}. */
public final class ComparisonSummaryJson {
    private ComparisonSummaryJson() {}

    /**
     * Writes one object: the runs of each period, the number of endpoints of each verdict, and those that must be
     * rolled back.
     *
     * @param settings options that are not from the command line, each with its origin; absent from the object if empty
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(
            List<RunSummary> before,
            List<RunSummary> after,
            Comparison comparison,
            ReportOptions options,
            List<String> settings,
            Writer out)
            throws IOException {
        // Not closed: after a failed write that would complete the object and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.layout());
        json.writeStartObject();
        RunSummaryJson.settings(settings, json);
        runs("before", before, json);
        runs("after", after, json);
        json.writeObjectFieldStart("verdicts");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(
                    verdict.word().replace(' ', '_'),
                    comparison.rows().stream()
                            .filter(row -> row.verdict() == verdict)
                            .count());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("regressions");
        for (ComparedEndpoint row : comparison.regressions()) {
            json.writeStartObject();
            if (options.byHost()) {
                json.writeStringField("host", row.counts().endpoint().host());
            }
            json.writeStringField("method", row.counts().endpoint().method());
            json.writeStringField("pattern", row.counts().endpoint().pattern());
            json.writeBooleanField("moved", row.moved());
            json.writeStringField("reason", CompareReasonText.of(row));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField(
                "complete",
                before.stream().allMatch(RunSummary::complete) && after.stream().allMatch(RunSummary::complete));
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void runs(String period, List<RunSummary> runs, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(period);
        for (RunSummary run : runs) {
            json.writeStartObject();
            RunSummaryJson.members(run, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
