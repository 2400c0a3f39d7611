package dev.pathrank.report.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.DeployFile;
import dev.pathrank.report.deploy.OriginIds;
import dev.pathrank.report.edge.RouterStore.Route;
import dev.pathrank.tally.EndpointStats;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of the switch: the function {@code router.js}, its data {@code routes.json} in the form that a
 * KeyValueStore imports, and {@code README.md} with the commands to deploy, shift and roll back.
 *
 * <p>The store has the routes of all waves, and one key says how far they have moved. Every endpoint that is known is
 * in it, so that a path is matched as by {@code patterns --locked}: what does not move, or was declared and never
 * called, keeps its calls at the present origin.
 *
 * @param files in the order in which a reader wants them
 * @param leftOut what moves and is not in the store, each with the reason
 * @param warnings what the user should know of it
 */
public record RouterFiles(List<DeployFile> files, List<String> leftOut, List<String> warnings) {
    /** The names of the files. */
    public static final List<String> NAMES = List.of("README.md", "router.js", "routes.json");

    /** The largest function, 10 KB (Amazon CloudFront developer guide, "Quotas on CloudFront Functions", 2026). */
    static final int MOST_SCRIPT = 10 * 1024;

    /** The largest store, 5 MB (Amazon CloudFront developer guide, "Quotas on key value stores", 2026). */
    static final int MOST_STORE = 5 * 1024 * 1024;

    /** Reads of the store after which the router gives a request up; the same as in {@code router.js}. */
    static final int MOST_READS = 40;

    public RouterFiles {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes the files.
     *
     * @param setting how far the move has come when they are deployed
     */
    public static RouterFiles of(Plan plan, SwitchSetting setting) throws IOException {
        return new Builder(plan, setting).build();
    }

    /** Returns the texts by name, in the order of the files. */
    public Map<String, String> byName() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.name(), file.text()));
        return texts;
    }

    /** An endpoint with what would lock it, as the plan writes that and as it is printed once it is locked. */
    private record Lockable(PlannedEndpoint row, StatedPattern stated, StatedPattern locked) {
        static Lockable of(PlannedEndpoint row) {
            EndpointStats stats = row.ranked().stats();
            StatedPattern stated = new StatedPattern(stats.method(), QueryPath.path(stats.pattern()));
            String printed = new StatedPatterns(
                            LockFile.EMPTY.with(Map.of(stated, "")).patterns())
                    .written()
                    .get(0);
            return new Lockable(row, stated, new StatedPattern(stats.method(), printed));
        }
    }

    private static final class Builder {
        private final Plan plan;
        private final SwitchSetting setting;
        private final OriginIds origins;
        private final List<String> leftOut = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        /** Every endpoint that has a pattern, by what would lock it. */
        private final Map<StatedPattern, String> stated = new LinkedHashMap<>();

        /** The methods of each pattern, and the patterns of each endpoint, by how they are printed once locked. */
        private final Map<String, Set<String>> methods = new HashMap<>();

        private final Map<StatedPattern, Set<String>> writings = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        private final Map<String, Map<String, Route>> routes = new TreeMap<>();
        private final Map<String, Integer> endpointsByOrigin = new TreeMap<>();

        Builder(Plan plan, SwitchSetting setting) {
            this.plan = plan;
            this.setting = setting;
            this.origins = OriginIds.of(plan);
        }

        RouterFiles build() throws IOException {
            List<Lockable> known = plan.rows().stream()
                    .filter(Builder::isKnown)
                    .map(Lockable::of)
                    .toList();
            known.forEach(this::note);
            known.forEach(this::add);
            RouterStore store = new RouterStore(routes, names);
            StatedPatterns patterns =
                    new StatedPatterns(LockFile.EMPTY.with(stated).patterns());
            store.put(SwitchSetting.KEY, setting.text());
            endpointsByOrigin.keySet().forEach(origin -> store.put("host/" + origin, "-"));
            int reads = 2 + store.put("exact", patterns.exactTree()) + store.put("plain", patterns.plainTree());
            if (reads > MOST_READS) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "a request may need %,d reads of the store and the router stops after %d: such paths have too"
                                + " many similar patterns and go to the present origin",
                        reads,
                        MOST_READS));
            }
            String script = script();
            String json = json(store.values());
            if (RouterStore.bytes(json) > MOST_STORE) {
                warnings.add(String.format(
                        Locale.ROOT, "routes.json has %,d bytes: a KeyValueStore takes 5 MB", RouterStore.bytes(json)));
            }
            String readme = new RouterReadme(
                            plan, setting, endpointsByOrigin, store.values().size(), json.length())
                    .text(leftOut, warnings);
            return new RouterFiles(
                    List.of(
                            new DeployFile(NAMES.get(0), readme),
                            new DeployFile(NAMES.get(1), script),
                            new DeployFile(NAMES.get(2), json)),
                    leftOut,
                    warnings);
        }

        private static boolean isKnown(PlannedEndpoint row) {
            EndpointKind kind = row.ranked().kind();
            return kind != EndpointKind.NOISE && kind != EndpointKind.UNMATCHED;
        }

        private void note(Lockable each) {
            methods.computeIfAbsent(each.locked().pattern(), pattern -> new TreeSet<>())
                    .add(each.locked().method());
            writings.computeIfAbsent(each.locked(), pattern -> new HashSet<>())
                    .add(each.stated().pattern());
            names.putIfAbsent(each.locked().pattern(), each.stated().pattern());
        }

        private void add(Lockable each) {
            PlannedEndpoint row = each.row();
            String method = each.stated().method();
            String locked = each.locked().pattern();
            boolean moves = row.moves();
            if (!RouterStore.fits(locked, methods.getOrDefault(locked, Set.of()))) {
                leaveOut(row, moves, "its path with its methods is too long for the store");
                return;
            }
            stated.put(each.stated(), "");
            if (writings.getOrDefault(each.locked(), Set.of()).size() > 1) {
                leaveOut(row, moves, "the router cannot tell it from another escaping of the same path");
            } else if (moves && row.target().target().isLambda()) {
                String origin = origins.of(row);
                routes.computeIfAbsent(locked, path -> new TreeMap<>())
                        .put(method, new Route(Objects.requireNonNull(row.wave()), origin));
                endpointsByOrigin.merge(origin, 1, Integer::sum);
            } else {
                leaveOut(row, moves, "its target is " + row.target().target().word());
            }
        }

        private void leaveOut(PlannedEndpoint row, boolean moves, String reason) {
            if (moves) {
                leftOut.add(row.ranked().stats().method() + " "
                        + row.ranked().stats().pattern() + ": " + reason + "; it stays at the present origin");
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream script = RouterFiles.class.getResourceAsStream("router.js")) {
            return new String(Objects.requireNonNull(script, "router.js").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String json(Map<String, String> values) throws IOException {
        StringWriter text = new StringWriter();
        JsonGenerator json = Json.generator(text);
        json.setPrettyPrinter(Json.longLayout());
        json.writeStartObject();
        json.writeArrayFieldStart("data");
        for (Map.Entry<String, String> each : values.entrySet()) {
            json.writeStartObject();
            json.writeStringField("key", each.getKey());
            json.writeStringField("value", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        return text.toString();
    }
}
