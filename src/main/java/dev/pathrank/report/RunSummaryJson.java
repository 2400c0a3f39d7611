package dev.pathrank.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.log.RejectReason;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.RunSummary.NewEndpoint;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The summary of a run as JSON, for {@code --summary}. */
public final class RunSummaryJson {
    private RunSummaryJson() {}

    /**
     * Writes one object; {@code rejected_by} names only reasons that rejected a row, and an instant that does not exist
     * is {@code null}.
     *
     * @param settings options that are not from the command line, each with its origin; absent from the object if empty
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(RunSummary run, List<String> settings, Writer out) throws IOException {
        // Not closed: after a failed write that would complete the object and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.layout());
        json.writeStartObject();
        settings(settings, json);
        members(run, json);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    static void settings(List<String> settings, JsonGenerator json) throws IOException {
        if (!settings.isEmpty()) {
            texts("settings", settings, json);
        }
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes the members of an object that {@code json} is within. */
    static void members(RunSummary run, JsonGenerator json) throws IOException {
        total(run.read(), json);
        RunSummary.Window window = run.window();
        instant("first_seen", window == null ? null : window.firstSeen(), json);
        instant("last_seen", window == null ? null : window.lastSeen(), json);
        reportRows(run.reportRows(), json);
        json.writeBooleanField("complete", run.complete());
        missingHours(run.missingHours(), json);
        if (run.newEndpoints() != null) {
            newEndpoints(run.newEndpoints(), json);
        }
        if (!run.crossed().isEmpty()) {
            texts("crossed", run.crossed(), json);
        }
        if (run.reported() != null) {
            json.writeObjectFieldStart("reported");
            total(run.reported(), json);
            json.writeEndObject();
        }
    }

    private static void reportRows(RunSummary.ReportRows rows, JsonGenerator json) throws IOException {
        json.writeNumberField("endpoints", rows.kinds().getOrDefault(EndpointKind.ENDPOINT, 0L));
        json.writeNumberField("candidates", rows.candidates());
        for (EndpointKind kind : EndpointKind.values()) {
            Long count = rows.kinds().get(kind);
            if (kind != EndpointKind.ENDPOINT && count != null) {
                json.writeNumberField(kind == EndpointKind.ASSET ? "assets" : kind.word(), count);
            }
        }
        if (rows.longCalls() != null) {
            json.writeNumberField("calls_over_900_s", rows.longCalls());
        }
    }

    private static void missingHours(@Nullable List<RunSummary.Hours> ranges, JsonGenerator json) throws IOException {
        if (ranges == null) {
            json.writeNullField("missing_hours");
            return;
        }
        json.writeArrayFieldStart("missing_hours");
        for (RunSummary.Hours range : ranges) {
            json.writeStartArray();
            json.writeString(range.from().toString());
            json.writeString(range.to().toString());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void newEndpoints(List<NewEndpoint> endpoints, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("new_endpoints");
        for (NewEndpoint each : endpoints) {
            json.writeStartObject();
            if (!each.endpoint().host().isEmpty()) {
                json.writeStringField("host", each.endpoint().host());
            }
            json.writeStringField("method", each.endpoint().method());
            json.writeStringField("pattern", each.endpoint().pattern());
            json.writeNumberField("calls", each.calls());
            instant("first_seen", each.firstSeen(), json);
            json.writeStringField("example", each.example());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void total(RunSummary.Total total, JsonGenerator json) throws IOException {
        objects(total.objects(), json);
        rows(total.rows(), json);
        rejectedBy(total.rejectedBy(), json);
    }

    private static void objects(RunSummary.ObjectCounts objects, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("objects");
        json.writeNumberField("listed", objects.listed());
        json.writeNumberField("read", objects.read());
        json.writeNumberField("skipped", objects.skipped());
        json.writeNumberField("failed", objects.failed());
        json.writeEndObject();
    }

    private static void rows(RunSummary.RowCounts rows, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("read", rows.read());
        json.writeNumberField("counted", rows.counted());
        json.writeNumberField("filtered", rows.filtered());
        json.writeNumberField("rejected", rows.rejected());
        json.writeEndObject();
    }

    private static void rejectedBy(Map<RejectReason, Long> rejectedBy, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rejected_by");
        for (Map.Entry<RejectReason, Long> reason : rejectedBy.entrySet()) {
            json.writeNumberField(reason.getKey().word(), reason.getValue());
        }
        json.writeEndObject();
    }

    private static void instant(String name, @Nullable Instant instant, JsonGenerator json) throws IOException {
        if (instant == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, instant.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
