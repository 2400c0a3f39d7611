package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pathrank.report.edge.Node;
import dev.pathrank.report.edge.Node.Answer;
import dev.pathrank.report.edge.Node.Request;
import dev.pathrank.source.Gzip;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the calls of logs through the emitted router, and behind it through the emitted API of each wave: no call is
 * lost, and none reaches another function than that of its endpoint in the plan; before, during and after each wave,
 * and after it is rolled back.
 */
class SwitchReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** Requests of a log with the rows of their method and path; the address is that of the first. */
    private static Map<Request, Long> requests(Path logs) throws IOException {
        Map<Request, Long> requests = new LinkedHashMap<>();
        Map<String, Request> first = new HashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(logs)) {
            files = all.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
        }
        for (Path file : files) {
            Gzip.text(file).lines().filter(row -> !row.startsWith("#")).forEach(row -> {
                String[] cells = row.split("\t");
                Request request = first.computeIfAbsent(
                        cells[5] + " " + cells[7], key -> new Request(cells[5], wire(cells[7]), cells[4]));
                requests.merge(request, 1L, Long::sum);
            });
        }
        return requests;
    }

    private static String wire(String logged) {
        byte[] bytes = new byte[logged.length()];
        int length = PercentDecoder.decodeOnce(ByteSlice.of(logged), bytes);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private record Endpoint(int wave, String function, String target, long calls, String reason) {}

    private static Map<String, Endpoint> plan(Object... words) throws IOException {
        Map<String, Endpoint> endpoints = new HashMap<>();
        for (JsonNode row :
                JSON.readTree(Cli.run(words, "--format", "json").exits(0).out())) {
            endpoints.put(
                    row.get("method").asText() + " " + row.get("pattern").asText(),
                    new Endpoint(
                            row.get("wave").asInt(0),
                            row.get("function_name").asText(),
                            row.get("target").asText(),
                            row.get("calls").asLong(),
                            row.get("reason").asText()));
        }
        return endpoints;
    }

    private void replay(Path logs, Object... options) throws IOException, InterruptedException {
        Map<Request, Long> rows = requests(logs);
        List<Request> requests = new ArrayList<>(rows.keySet());
        Path tally = folder.resolve("logs.tally");
        Cli.run("rank", logs, "--quiet", "--save", tally, folding(options)).exits(0);
        Object[] words = {"plan", tally, "--quiet", options};
        Map<String, Endpoint> plan = plan(words);
        Path lock = folder.resolve("patterns.lock");
        Cli.run("patterns", tally, "--quiet", "--lock", lock, folding(options)).exits(0);
        List<String> assigned = assigned(requests, lock);
        Path router = folder.resolve("router");
        Cli.run(words, "--emit", "cloudfront-function", "-o", router).exits(0);
        int waves = plan.values().stream().mapToInt(Endpoint::wave).max().orElse(0);
        assertTrue(waves > 1);
        Map<String, Map<String, EmittedApi>> next = apis(1, words);
        for (int wave = 0; wave <= waves; wave++) {
            Map<String, Map<String, EmittedApi>> apis = next;
            next = apis(Math.min(wave + 1, waves), words);
            check(router, "wave=" + wave, wave, 100, requests, assigned, plan, apis);
            check(router, "wave=" + (wave + 1) + ";percent=30", wave, 30, requests, assigned, plan, next);
            check(router, "wave=" + Math.max(0, wave - 1), wave - 1, 100, requests, assigned, plan, apis);
        }
        Map<String, Long> calls = new HashMap<>();
        List<Answer> all = Node.send(router.resolve("router.js"), router.resolve("routes.json"), "", requests);
        for (int i = 0; i < requests.size(); i++) {
            calls.merge(requests.get(i).method() + " " + all.get(i).pattern(), rows.get(requests.get(i)), Long::sum);
        }
        plan.forEach((endpoint, planned) -> {
            if (planned.wave() > 0) {
                assertEquals(planned.calls(), calls.get(endpoint), endpoint);
            }
        });
    }

    private static List<Object> folding(Object[] options) {
        List<Object> folding = new ArrayList<>();
        for (int i = 0; i < options.length - 1; i++) {
            if (options[i].equals("--pattern") || options[i].equals("--routes")) {
                folding.add(options[i]);
                folding.add(options[i + 1]);
            }
        }
        return folding;
    }

    /** The APIs of each form of template by the ID of their origin, once a wave has moved. */
    private Map<String, Map<String, EmittedApi>> apis(int wave, Object... words) throws IOException {
        Map<String, Map<String, EmittedApi>> apis = new LinkedHashMap<>();
        for (String form : List.of("sam", "cloudformation", "terraform")) {
            Path place = folder.resolve(form + wave);
            Cli.run(words, "--emit", form, "--wave", wave, "-o", place).exits(0);
            apis.put(form, EmittedApi.of(form, place));
        }
        return apis;
    }

    /** What must answer for an endpoint that has moved to an API. */
    private static String expected(String method, String pattern, Map<String, Endpoint> plan) {
        Endpoint endpoint = plan.get(method + " " + pattern);
        if (method.equals("OPTIONS")) {
            return endpoint.target().equals("HTTP API") ? EmittedApi.CORS : EmittedApi.PRESENT;
        }
        Endpoint get = plan.get("GET " + pattern);
        return method.equals("HEAD")
                        && get != null
                        && get.wave() > 0
                        && get.target().equals(endpoint.target())
                ? get.function()
                : endpoint.function();
    }

    /**
     * The origin of the function that must answer behind a URL or a load balancer: that of a GET for the other methods
     * that have none of their own.
     */
    private static String ownOrigin(String method, String pattern, Map<String, Endpoint> plan) {
        Endpoint endpoint = plan.get(method + " " + pattern);
        Endpoint get = plan.get("GET " + pattern);
        boolean url = endpoint.target().equals("function URL");
        boolean ofGet = (method.equals("HEAD") || method.equals("OPTIONS") && url)
                && get != null
                && get.wave() > 0
                && get.target().equals(endpoint.target());
        return (url ? "function-url-" : "alb-") + (ofGet ? get : endpoint).function();
    }

    private static void checkOwn(
            Map<String, Map<String, EmittedApi>> apis, String origin, String expected, String what) {
        assertEquals(expected, origin, what);
        String function = origin.replaceFirst("^(?:function-url|alb)-", "");
        apis.forEach((form, byOrigin) -> assertTrue(
                byOrigin.values().stream().allMatch(api -> api.functions().containsValue(function)),
                () -> form + " has no function: " + what));
    }

    private static void checkApis(
            Map<String, Map<String, EmittedApi>> apis, String origin, Request request, String sent, String expected) {
        apis.forEach((form, byOrigin) -> {
            EmittedApi api = byOrigin.get(origin);
            String what = form + " " + origin + ": " + request;
            assertEquals(expected, api == null ? "no API" : api.answers(request.method(), sent), () -> "lost, " + what);
        });
    }

    private List<String> assigned(List<Request> requests, Path lock) throws IOException {
        Path list = folder.resolve("list.txt");
        Path out = folder.resolve("assigned.txt");
        Files.write(
                list,
                requests.stream()
                        .map(each -> each.method() + "\t" + each.path())
                        .toList());
        Cli.run("patterns", "--locked", "--lock", lock, "--assign", list, "--out", out)
                .exits(0);
        Map<String, String> byRequest = new HashMap<>();
        Files.readAllLines(out)
                .forEach(line -> byRequest.put(
                        line.substring(0, line.lastIndexOf('\t')), line.substring(line.lastIndexOf('\t') + 1)));
        return requests.stream()
                .map(each -> byRequest.get(each.method() + "\t" + each.path()))
                .toList();
    }

    /** @param percent of the callers of the wave behind {@code moved} that have moved too; 100 where there is none */
    private static void check(
            Path router,
            String setting,
            int moved,
            int percent,
            List<Request> requests,
            List<String> assigned,
            Map<String, Endpoint> plan,
            Map<String, Map<String, EmittedApi>> apis)
            throws IOException, InterruptedException {
        List<Answer> answers = Node.send(router.resolve("router.js"), router.resolve("routes.json"), setting, requests);
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            Answer answer = answers.get(i);
            String what = setting + ": " + request + " " + answer;
            assertEquals("", answer.failure(), what);
            assertEquals(assigned.get(i), answer.pattern(), what);
            Endpoint endpoint = plan.get(request.method() + " " + answer.pattern());
            boolean gone = endpoint != null && endpoint.wave() > 0 && endpoint.wave() <= moved;
            boolean mayBeGone = endpoint != null && endpoint.wave() == moved + 1 && percent < 100;
            if (answer.origin().equals("origin")) {
                boolean kept = !request.path().matches("(?i).*(%2f|%3f|/\\.\\.?(/|$)).*");
                boolean hasFunction = endpoint != null && !endpoint.target().equals("edge function");
                assertTrue(!gone || !kept || !hasFunction, () -> "stayed at the present origin, " + what);
                assertTrue(answer.log().startsWith("wave=0;to=origin;route="), what);
                assertEquals(request.path(), answer.path());
                continue;
            }
            assertTrue(gone || mayBeGone, () -> "moved too early, " + what);
            assertTrue(answer.log().startsWith("wave=" + endpoint.wave() + ";to=" + answer.origin() + ";"), what);
            switch (endpoint.target()) {
                case "HTTP API", "REST API" ->
                    checkApis(
                            apis,
                            answer.origin(),
                            request,
                            answer.path(),
                            expected(request.method(), answer.pattern(), plan));
                default -> checkOwn(apis, answer.origin(), ownOrigin(request.method(), answer.pattern(), plan), what);
            }
        }
    }

    /** Replays calls through the behaviours of each wave, as CloudFront chooses among them: the first that matches. */
    private void replayBehaviours(Path logs, Object... options) throws IOException {
        List<Request> requests = new ArrayList<>(requests(logs).keySet());
        Path tally = folder.resolve("behaviours.tally");
        Cli.run("rank", logs, "--quiet", "--save", tally, folding(options)).exits(0);
        Object[] words = {"plan", tally, "--quiet", "--switch", "behaviours", options};
        Map<String, Endpoint> plan = plan(words);
        Path lock = folder.resolve("behaviours.lock");
        Cli.run("patterns", tally, "--quiet", "--lock", lock, folding(options)).exits(0);
        List<String> assigned = assigned(requests, lock);
        int waves = plan.values().stream().mapToInt(Endpoint::wave).max().orElse(0);
        int sent = 0;
        for (int wave = 1; wave <= waves; wave++) {
            Map<String, Map<String, EmittedApi>> apis = apis(wave, words);
            JsonNode behaviours = JSON.readTree(Cli.run(words, "--emit", "cloudfront", "--wave", wave)
                    .exits(0)
                    .out());
            for (int i = 0; i < requests.size(); i++) {
                Request request = requests.get(i);
                Endpoint endpoint = plan.get(request.method() + " " + assigned.get(i));
                String origin = origin(behaviours, request.path());
                if (origin.equals("present-origin")
                        || endpoint == null
                        || endpoint.reason().contains("never succeeded")) {
                    continue; // answered as before, or by nobody: an endpoint that was never there
                }
                String what = "wave " + wave + ": " + request + " to " + origin + ", " + endpoint;
                assertTrue(endpoint.wave() > 0 && endpoint.wave() <= wave, () -> "moved too early, " + what);
                switch (endpoint.target()) {
                    case "HTTP API", "REST API" ->
                        checkApis(
                                apis,
                                origin,
                                request,
                                request.path(),
                                expected(request.method(), assigned.get(i), plan));
                    default -> checkOwn(apis, origin, ownOrigin(request.method(), assigned.get(i), plan), what);
                }
                sent++;
            }
        }
        assertTrue(sent > 0);
    }

    private static String origin(JsonNode behaviours, String path) {
        for (JsonNode each : behaviours.get("CacheBehaviors").get("Items")) {
            String regex = Stream.of(each.get("PathPattern").asText().split("(?<=[*?])|(?=[*?])"))
                    .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                    .collect(Collectors.joining());
            if (path.matches(regex)) {
                return each.get("TargetOriginId").asText();
            }
        }
        return "present-origin";
    }

    @Test
    @Tag("slow")
    @Tag("foreign")
    void theSample() throws IOException, InterruptedException {
        replay(Path.of("sample-logs"));
        replayBehaviours(Path.of("sample-logs"));
    }

    @Test
    @Tag("slow")
    @Tag("foreign")
    void theStory() throws IOException, InterruptedException {
        Path story = Path.of("docs/story");
        replay(story.resolve("story.gz"), "--waves", story.resolve("waves.txt"));
        replayBehaviours(story.resolve("story.gz"));
    }

    @Test
    void aServiceOfManyKinds() throws IOException, InterruptedException {
        TestLog log = new TestLog()
                .rows(40, "GET", "/", 200)
                .rows(40, "GET", "/orders", 200)
                .rows(30, "POST", "/orders", 201)
                .rows(40, "GET", "/orders/new", 200)
                .rows(20, "GET", "/Orders/7/", 200)
                .rows(20, "GET", "//orders/8", 200)
                .rows(20, "GET", "/orders/7;v=2", 200)
                .rows(20, "OPTIONS", "/orders/7", 200)
                .rows(20, "HEAD", "/orders/7", 200)
                .rows(40, "GET", "/odata/Orders/$count", 200)
                .rows(40, "GET", "/api/a~b/c", 200)
                .rows(20, "GET", "/download/a/b", 200)
                .rows(20, "GET", "/download/a/b/c.txt", 200)
                .rows(20, "GET", "/assets/app.css", 200)
                .rows(20, "GET", "/tag/a%2520b", 200)
                .rows(20, "GET", "/tag/a%252Fb", 200)
                .rows(20, "GET", "/health", 200)
                .rows(20, "GET", "/wp-login.php", 404)
                .rows(9, "DELETE", "/orders", 405)
                .rows(9, "GET", "/orders/7/..", 404);
        for (int i = 1; i <= 40; i++) {
            log.rows(2, "GET", "/orders/" + i, 200)
                    .rows(1, "PUT", "/orders/" + i, 200)
                    .rows(1, "DELETE", "/orders/" + i, 204)
                    .rows(1, "GET", "/orders/" + i + "/lines", 200)
                    .rows(1, "GET", "/files/report-" + i + ".txt", 200)
                    .rows(1, "GET", "/odata/Orders(" + i + ")", 200)
                    .rows(1, "PATCH", "/odata/Orders(" + i + ")", 204)
                    .rows(1, "GET", "/geo/" + i + ".5," + i + ".25", 200)
                    .rows(1, "GET", "/posts/" + new UUID(i * 7_919L << 20, i * 104_729L << 30) + ".json", 200)
                    .row("2017-02-12\t17:00:00", "GET", "/live", "101")
                    .with("https", "wss");
            log.row("2017-02-12\t17:00:00", "GET", "/export/" + i, "200").with("0.100", "40.900");
        }
        Path routes = Files.writeString(folder.resolve("routes.csv"), """
                method,path,never
                DELETE,/orders/<id>,yes
                GET,/orders/<id>,
                GET,/orders/unused,
                GET,/download/<path+>,
                GET,/export/<id>,
                GET,/tag/<name>,
                """);

        Path shop = log.to(folder.resolve("log/shop.gz"));
        replay(shop, "--routes", routes);
        replayBehaviours(shop, "--routes", routes);
    }
}
