package dev.pathrank.report.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.EndpointStats;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * An operation: one method of one path.
 *
 * @param rows at least one; more where patterns differ only in the names of their placeholders or in their queries
 */
record Operation(List<RankedEndpoint> rows) {
    Operation {
        rows = List.copyOf(rows);
    }

    static String instant(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    void write(String name, boolean withRoutes, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("x-pathrank-patterns");
        for (RankedEndpoint row : rows) {
            json.writeString(row.stats().pattern());
        }
        json.writeEndArray();
        json.writeStringField("x-pathrank-kind", rows.get(0).kind().word());
        OptionalInt rank =
                rows.stream().flatMapToInt(row -> row.rank().stream()).min();
        if (rank.isPresent()) {
            json.writeNumberField("x-pathrank-rank", rank.getAsInt());
        }
        if (withRoutes) {
            json.writeBooleanField("x-pathrank-declared", rows.stream().anyMatch(RankedEndpoint::declared));
        }
        writeCounts(json);
        writeQueryKeys(json);
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("default");
        json.writeStringField("description", "Access logs do not contain responses.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the keys of the query that tell the patterns apart, which a path template cannot. */
    private void writeQueryKeys(JsonGenerator json) throws IOException {
        SortedSet<String> keys = new TreeSet<>();
        rows.forEach(row -> keys.addAll(QueryPath.keys(row.stats().pattern())));
        if (keys.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("parameters");
        for (String key : keys) {
            json.writeStartObject();
            json.writeStringField("name", key);
            json.writeStringField("in", "query");
            json.writeObjectFieldStart("schema");
            json.writeStringField("type", "string");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCounts(JsonGenerator json) throws IOException {
        json.writeNumberField("x-pathrank-calls", sum(EndpointStats::calls));
        json.writeNumberField("x-pathrank-origin-calls", sum(EndpointStats::originCalls));
        json.writeNumberField(
                "x-pathrank-errors-4xx", sum(stats -> stats.traffic().failures().status4xx()));
        json.writeNumberField(
                "x-pathrank-errors-5xx", sum(stats -> stats.traffic().failures().status5xx()));
        json.writeNumberField(
                "x-pathrank-aborted", sum(stats -> stats.traffic().failures().aborted()));
        json.writeNumberField(
                "x-pathrank-bytes-out", sum(stats -> stats.traffic().bytesOut().total()));
        List<EndpointStats> called = rows.stream()
                .map(RankedEndpoint::stats)
                .filter(EndpointStats::isCalled)
                .toList();
        if (!called.isEmpty()) {
            long first = called.stream()
                    .mapToLong(stats -> stats.seen().first())
                    .min()
                    .orElseThrow();
            long last = called.stream()
                    .mapToLong(stats -> stats.seen().last())
                    .max()
                    .orElseThrow();
            json.writeStringField("x-pathrank-first-seen", instant(first));
            json.writeStringField("x-pathrank-last-seen", instant(last));
        }
    }

    private long sum(ToLongFunction<EndpointStats> figure) {
        return rows.stream().map(RankedEndpoint::stats).mapToLong(figure).sum();
    }
}
