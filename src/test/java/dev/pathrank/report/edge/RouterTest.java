package dev.pathrank.report.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.report.edge.Node.Answer;
import dev.pathrank.report.edge.Node.Request;
import dev.pathrank.report.edge.RouterStore.Route;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the router matches a path as {@link StatedPatterns} do, and of what it takes. */
@Tag("foreign")
class RouterTest {
    private static final Path ROUTER = Path.of("src/main/resources/dev/pathrank/report/edge/router.js");
    private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "OPTIONS", "DELETE");

    private static final List<String> SEGMENTS = List.of(
            "user",
            "Users",
            "orders",
            "me",
            "caf%C3%A9",
            "%7Bx%7D",
            "a%20b",
            "%3Ax",
            "v1.0",
            "$count",
            "a~b",
            "__proto__",
            "constructor",
            "<id>",
            "<name>",
            "<id>.json",
            "<id>.xml",
            "user-<id>",
            "<lat>,<lon>",
            "Orders(<id>)",
            "<a>-<b>-<c>.JSON",
            "");

    @TempDir
    private Path folder;

    private static List<StatedPattern> patterns(Random random, int count) {
        List<StatedPattern> patterns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder pattern = new StringBuilder();
            int segments = 1 + random.nextInt(4);
            for (int at = 0; at < segments; at++) {
                pattern.append('/').append(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
            }
            if (random.nextInt(6) == 0) {
                pattern.append(random.nextBoolean() ? "/<path+>" : "/f<path+>.txt");
                if (random.nextInt(3) == 0) {
                    pattern.append(random.nextBoolean() ? "/meta" : "/<id>");
                }
            }
            String method = random.nextInt(8) == 0 ? "*" : METHODS.get(random.nextInt(METHODS.size()));
            patterns.add(new StatedPattern(method, pattern.toString()));
        }
        return patterns;
    }

    private static String path(Random random, StatedPatterns patterns) {
        List<String> written = patterns.written();
        String pattern = written.get(random.nextInt(written.size()));
        StringBuilder path = new StringBuilder();
        for (String part : pattern.split("(?=<)|(?<=>)")) {
            path.append(part.startsWith("<") ? value(random, part.endsWith("+>")) : part);
        }
        return changed(random, path.toString());
    }

    private static String value(Random random, boolean several) {
        List<String> values = List.of(
                "7",
                "42",
                "ann",
                "me",
                "orders",
                "a.json",
                "x-y-z.json",
                "1,2",
                "1;v=2",
                "%2F",
                "%2e%2e",
                "..",
                "caf%c3%a9",
                "café",
                "Orders(7)",
                "user",
                "{x}",
                "a%20b",
                "<",
                "+",
                "f",
                "meta");
        String value = values.get(random.nextInt(values.size()));
        return several && random.nextBoolean() ? value + "/" + values.get(random.nextInt(values.size())) : value;
    }

    private static String changed(Random random, String path) {
        int at = random.nextInt(path.length());
        return switch (random.nextInt(12)) {
            case 0 -> path + "/";
            case 1 -> path.replace("/", "//");
            case 2 -> path.toUpperCase(Locale.ROOT);
            case 3 -> path.toLowerCase(Locale.ROOT);
            case 4 -> path.substring(0, at) + "/../" + path.substring(at);
            case 5 -> path.substring(0, at) + ";a=b" + path.substring(at);
            case 6 -> path.substring(0, at) + "%2F" + path.substring(at);
            case 7 -> path + "/" + value(random, true);
            case 8 -> path.substring(0, at) + "x".repeat(8_000) + path.substring(at);
            default -> path;
        };
    }

    private int store(List<StatedPattern> stated, StatedPatterns patterns, Map<String, String> others)
            throws IOException {
        Map<String, Map<String, Route>> routes = new LinkedHashMap<>();
        stated.forEach(each -> {
            String pattern = new StatedPatterns(List.of(each)).written().get(0);
            routes.computeIfAbsent(pattern, path -> new LinkedHashMap<>()).put(each.method(), new Route(2, "http-api"));
        });
        RouterStore store = new RouterStore(routes, Map.of());
        store.put("host/http-api", "-");
        others.forEach(store::put);
        int reads = 2 + store.put("exact", patterns.exactTree()) + store.put("plain", patterns.plainTree());
        List<Map<String, String>> data = store.values().entrySet().stream()
                .map(each -> Map.of("key", each.getKey(), "value", each.getValue()))
                .toList();
        Files.write(folder.resolve("routes.json"), new ObjectMapper().writeValueAsBytes(Map.of("data", data)));
        return reads;
    }

    private List<Answer> send(String setting, List<Request> requests) throws IOException, InterruptedException {
        return Node.send(ROUTER, folder.resolve("routes.json"), setting, requests);
    }

    private static String expected(StatedPatterns patterns, Request request) {
        int found = patterns.match(ByteSlice.of(request.path()), ByteSlice.of(request.method()));
        return found == StatedPatterns.NONE
                ? "/<path+>"
                : patterns.written(found).toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 100})
    void matchesAsTheStatedPatternsDo(int count) throws IOException, InterruptedException {
        matches(count, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 100, 400})
    @Tag("slow")
    void matchesAsTheStatedPatternsDoWhateverTheyAre(int count) throws IOException, InterruptedException {
        matches(count, 6);
    }

    private void matches(int count, int seeds) throws IOException, InterruptedException {
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(1_000L * count + seed);
            List<StatedPattern> stated = patterns(random, count);
            StatedPatterns patterns = new StatedPatterns(stated);
            store(stated, patterns, Map.of());
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                requests.add(
                        new Request(METHODS.get(random.nextInt(METHODS.size())), path(random, patterns), "192.0.2.1"));
            }

            List<Answer> answers = send("wave=2", requests);

            int givenUp = 0;
            for (int i = 0; i < requests.size(); i++) {
                Request request = requests.get(i);
                Answer answer = answers.get(i);
                givenUp += answer.failure().isEmpty() ? 0 : 1;
                if (answer.failure().isEmpty() && encoded(answer.log()) < 780) {
                    assertEquals(expected(patterns, request), answer.pattern(), () -> request + " " + stated);
                } else {
                    assertEquals("origin", answer.origin());
                }
            }
            assertTrue(givenUp < 30, "given up: " + givenUp);
        }
    }

    private static int encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length();
    }

    /** A service with a number of endpoints; some of its resources have very many siblings. */
    static List<StatedPattern> service(int endpoints) {
        List<StatedPattern> patterns = new ArrayList<>();
        List<String> below = List.of("", "/<id>", "/<id>/history", "/<id>/files/<path+>", "/search");
        for (int i = 0; patterns.size() < endpoints; i++) {
            String resource = "/api/v" + i % 3 + "/" + "resource-with-a-name-" + i;
            for (String rest : below) {
                for (String method : rest.equals("/<id>") ? List.of("GET", "PUT", "DELETE") : List.of("GET")) {
                    patterns.add(new StatedPattern(method, resource + rest));
                }
            }
        }
        return patterns.subList(0, endpoints);
    }

    @ParameterizedTest
    @CsvSource({"50, 30", "300, 150", "1000, 500"})
    void aServiceFitsIntoTheStoreAndAFewReads(int endpoints, int mostKb) throws IOException, InterruptedException {
        List<StatedPattern> stated = service(endpoints);
        StatedPatterns patterns = new StatedPatterns(stated);

        int reads = store(stated, patterns, Map.of());

        long bytes = Files.size(folder.resolve("routes.json"));
        assertTrue(bytes < mostKb * 1024L, "bytes: " + bytes);
        assertTrue(reads <= 20, "reads: " + reads);
        List<Request> requests = stated.stream()
                .map(each -> new Request(
                        each.method(), each.pattern().replace("<id>", "7").replace("<path+>", "a/b"), "1"))
                .toList();
        List<Answer> answers = send("wave=2", requests);
        for (int i = 0; i < requests.size(); i++) {
            assertEquals(
                    "wave=2;to=http-api;route=" + stated.get(i).method() + " "
                            + stated.get(i).pattern(),
                    answers.get(i).log());
            assertTrue(answers.get(i).reads() <= reads);
        }
    }

    @Test
    void theScriptIsSmallEnoughAndUsesNothingBeyondTheRuntime() throws IOException, InterruptedException {
        assertTrue(Files.size(ROUTER) <= RouterFiles.MOST_SCRIPT, () -> "10 KB at most");
        assertEquals("", Node.run("", "--expose-internals", "src/test/resources/edge/check.js", ROUTER.toString()));
        Path newer = Files.writeString(folder.resolve("newer.js"), """
                import fs from 'fs';
                for (const a of [1]) { a?.b; }
                async function f() { return () => fetch(1); }
                """);
        String said = Node.run("", "--expose-internals", "src/test/resources/edge/check.js", newer.toString());
        for (String each :
                List.of("import fs", "ForOfStatement", "ChainExpression", "within an async", "call of fetch")) {
            assertTrue(said.contains(each), said);
        }
    }

    private void oneRoute() throws IOException {
        List<StatedPattern> stated =
                List.of(new StatedPattern("GET", "/user/<id>"), new StatedPattern("GET", "/a/<p+>/b"));
        store(stated, new StatedPatterns(stated), Map.of());
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"ip", "cookie:session", "header:X-User", "cookie:none"})
    void aShareOfTheCallersMovesAndStaysMoved(String sticky) throws IOException, InterruptedException {
        oneRoute();
        List<Request> requests = new ArrayList<>();
        for (int caller = 0; caller < 4_000; caller++) {
            requests.add(new Request("GET", "/user/7", "10.0." + caller / 250 + "." + caller % 250));
        }
        List<Boolean> before = new ArrayList<>();
        for (int percent : List.of(0, 5, 25, 50, 100)) {
            List<Answer> answers = send("wave=2;percent=" + percent + ";sticky=" + sticky, requests);

            List<Boolean> moved = answers.stream()
                    .map(answer -> answer.origin().equals("http-api"))
                    .toList();
            long count = moved.stream().filter(each -> each).count();
            assertEquals(percent, 100.0 * count / requests.size(), 1.5);
            for (int i = 0; i < before.size(); i++) {
                assertTrue(!before.get(i) || moved.get(i), "a caller that has moved went back");
            }
            before = moved;
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "wave=2,                    http-api",
                "wave=3;percent=1,          http-api",
                "wave=2;percent=100,        http-api",
                "wave=1,                    origin",
                "wave=0;percent=100,        origin",
                "wave=2;percent=0,          origin",
                "wave=2;percent=x,          origin",
                "nonsense,                  origin",
            })
    void oneKeyShiftsAndRollsBack(String setting, String origin) throws IOException, InterruptedException {
        oneRoute();

        Answer answer =
                send(setting, List.of(new Request("GET", "/user/7", "1"))).get(0);

        assertEquals(origin, answer.origin());
        assertEquals(
                origin.equals("origin")
                        ? "wave=0;to=origin;route=GET /user/<id>"
                        : "wave=2;to=http-api;route=GET /user/<id>",
                answer.log());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /user/7,        http-api, /user/7",
        "GET,  //User/7/,      http-api, /user/7",
        "GET,  /USER/Ann/,     http-api, /user/Ann",
        "GET,  /user/a%20b,    http-api, /user/a%20b",
        "GET,  /user/7;v=1,    http-api, /user/7;v=1",
        "GET,  /user/a%2Fb,    origin,   /user/a%2Fb",
        "GET,  /user/a%3fb,    origin,   /user/a%3fb",
        "GET,  /user/..,       origin,   /user/..",
        "GET,  /user/%2E.,     origin,   /user/%2E.",
        "POST, /user/7,        origin,   /user/7",
        "HEAD, /user/7,        origin,   /user/7",
        "GET,  /user/7/8,      origin,   /user/7/8",
        "GET,  user/7,         origin,   user/7",
    })
    void whatAnApiWouldNotTakeAsItIsIsRespelledOrStays(String method, String path, String origin, String sent)
            throws IOException, InterruptedException {
        oneRoute();

        Answer answer = send("wave=2", List.of(new Request(method, path, "1"))).get(0);

        assertEquals(origin, answer.origin());
        assertEquals(sent, answer.path());
    }

    @Test
    void aHostOfTheStoreIsSentToTheOrigin() throws IOException, InterruptedException {
        List<StatedPattern> stated = List.of(new StatedPattern("GET", "/user/<id>"));
        store(stated, new StatedPatterns(stated), Map.of("host/http-api", "api.example.com"));

        assertEquals(
                "api.example.com",
                send("wave=2", List.of(new Request("GET", "/user/7", "1")))
                        .get(0)
                        .host());
    }

    @Test
    void aPathOf8KbIsBoundedWork() throws IOException, InterruptedException {
        oneRoute();
        List<Request> requests = List.of(
                new Request("GET", "/a" + "/x".repeat(4_000), "1"),
                new Request("GET", "/user/" + "x".repeat(8_000), "1"),
                new Request("GET", "/".repeat(8_000), "1"),
                new Request("GET", "/a" + "/%2F".repeat(2_000) + "/b", "1"));

        List<Answer> answers = send("wave=2", requests);

        assertEquals(
                List.of("origin", "http-api", "origin", "origin"),
                answers.stream().map(Answer::origin).toList());
    }

    @Test
    void aStoreThatFailsLeavesEveryCallAtThePresentOrigin() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("routes.json"), "{\"data\":[{\"key\":\"switch\",\"value\":\"wave=9\"}]}");

        Answer answer =
                send("wave=9", List.of(new Request("GET", "/user/7", "1"))).get(0);

        assertEquals("origin", answer.origin());
        assertEquals("wave=0;to=origin;route=GET /<path+>", answer.log());
    }

    @Test
    void aSettingOutOfItsRangeIsRefused() {
        for (String[] each :
                new String[][] {{"101", "ip"}, {"-1", "ip"}, {"5.123", "ip"}, {"5", "user"}, {"5", "cookie:a;b"}}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new SwitchSetting(1, new BigDecimal(each[0]), each[1]))
                    .getMessage();
            assertTrue(message.contains(each[1].equals("ip") ? "--percent" : "--sticky"), message);
        }
        assertEquals("wave=1;percent=5.5;sticky=ip", new SwitchSetting(1, new BigDecimal("5.50"), "ip").text());
    }
}
