package dev.pathrank.report.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.report.Json;
import dev.pathrank.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ranking as an OpenAPI 3.1 document in JSON, for {@code --emit openapi}: a path item for each pattern and an
 * operation for each method, with the counts as {@code x-pathrank-*} extensions. Static files and noise are not part of
 * an interface and are left out.
 */
public final class OpenApiDocument {
    /** The methods of a path item, in the order of the specification. */
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

    private static final String OTHER_METHODS = "x-pathrank-other-methods";

    private final JsonGenerator json;
    private final boolean withRoutes;

    private OpenApiDocument(JsonGenerator json, boolean withRoutes) {
        this.json = json;
        this.withRoutes = withRoutes;
    }

    /**
     * Writes the rows that the options keep and that are endpoints, called or not.
     *
     * @param ranking the whole of it, with hosts added up
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(List<RankedEndpoint> ranking, ReportOptions options, Writer out) throws IOException {
        // Not closed: after a failed write that would complete the document and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.layout());
        List<RankedEndpoint> shown = options.shown(ranking).stream()
                .filter(row -> row.kind() != EndpointKind.ASSET
                        && row.kind() != EndpointKind.NOISE
                        && row.kind() != EndpointKind.UNMATCHED)
                .toList();
        new OpenApiDocument(json, options.withRoutes()).write(shown, version(ranking));
        json.writeRaw('\n');
        json.flush();
    }

    /**
     * Returns the days of the logs as the version, because what was learned changes with them and with nothing else.
     */
    private static String version(List<RankedEndpoint> ranking) {
        List<RankedEndpoint> called =
                ranking.stream().filter(row -> row.stats().isCalled()).toList();
        if (called.isEmpty()) {
            return "no calls";
        }
        long first = called.stream()
                .mapToLong(row -> row.stats().seen().first())
                .min()
                .orElseThrow();
        long last = called.stream()
                .mapToLong(row -> row.stats().seen().last())
                .max()
                .orElseThrow();
        return Operation.instant(first).substring(0, 10) + "/"
                + Operation.instant(last).substring(0, 10);
    }

    /** The rows of one path. In the specification, paths that differ only in the names of parameters are the same. */
    private record Item(PathTemplate template, Map<String, List<RankedEndpoint>> rowsByMethod) {}

    private void write(List<RankedEndpoint> rows, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("openapi", "3.1.0");
        json.writeObjectFieldStart("info");
        json.writeStringField("title", "Endpoints learned from access logs");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeObjectFieldStart("paths");
        for (Item item : items(rows)) {
            write(item);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<Item> items(List<RankedEndpoint> rows) {
        List<RankedEndpoint> inOrder = rows.stream()
                .sorted(Comparator.comparing((RankedEndpoint row) -> row.stats().pattern(), TieBreak.UTF8_BYTES))
                .toList();
        Map<String, Item> items = new LinkedHashMap<>();
        for (RankedEndpoint row : inOrder) {
            PathTemplate template = PathTemplate.of(QueryPath.path(row.stats().pattern()));
            items.computeIfAbsent(template.shape(), shape -> new Item(template, new TreeMap<>(TieBreak.UTF8_BYTES)))
                    .rowsByMethod()
                    .computeIfAbsent(row.stats().method(), method -> new ArrayList<>())
                    .add(row);
        }
        return items.values().stream()
                .sorted(Comparator.comparing((Item item) -> item.template().path(), TieBreak.UTF8_BYTES))
                .toList();
    }

    private void write(Item item) throws IOException {
        json.writeObjectFieldStart(item.template().path());
        if (!item.template().parameters().isEmpty()) {
            json.writeArrayFieldStart("parameters");
            for (PathTemplate.Parameter parameter : item.template().parameters()) {
                write(parameter);
            }
            json.writeEndArray();
        }
        for (String method : METHODS) {
            List<RankedEndpoint> rows = item.rowsByMethod().get(method);
            if (rows != null) {
                new Operation(rows).write(method.toLowerCase(Locale.ROOT), withRoutes, json);
            }
        }
        writeOthers(item);
        json.writeEndObject();
    }

    /** Writes methods that OpenAPI 3.1 has no place for, such as PROPFIND, and {@code *} for a route of any method. */
    private void writeOthers(Item item) throws IOException {
        Map<String, List<RankedEndpoint>> others = new LinkedHashMap<>(item.rowsByMethod());
        others.keySet().removeAll(METHODS);
        if (!others.isEmpty()) {
            json.writeObjectFieldStart(OTHER_METHODS);
            for (Map.Entry<String, List<RankedEndpoint>> other : others.entrySet()) {
                new Operation(other.getValue()).write(other.getKey(), withRoutes, json);
            }
            json.writeEndObject();
        }
    }

    private void write(PathTemplate.Parameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        json.writeStringField("in", "path");
        json.writeBooleanField("required", true);
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "string");
        if (parameter.kind().equals("uuid")) {
            json.writeStringField("format", "uuid");
        }
        json.writeEndObject();
        if (parameter.rest()) {
            json.writeBooleanField("x-pathrank-several-segments", true);
        }
        json.writeEndObject();
    }
}
