package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A monolith that dispatches by a key of the query: {@code --query-key}. */
class QueryKeyTest {
    private static final String[] ACTIONS = {"list", "save", "delete", "login", "search"};

    @TempDir
    Path folder;

    private Path logs;
    private int rows;

    @BeforeEach
    void makeLogs() throws IOException {
        logs = Files.createDirectories(folder.resolve("logs"));
        for (int object = 0; object < 4; object++) {
            object(object).to(logs.resolve("E1.2017-02-12-16." + object + ".gz"));
        }
    }

    /** 300 rows: calls of five actions, of a user's page and of the plain script. */
    private TestLog object(int number) {
        TestLog log = new TestLog();
        for (int i = 0; i < 250; i++) {
            call(log, "/api.php", "action=" + ACTIONS[(i + number) % ACTIONS.length] + "&x=" + i, 200);
        }
        for (int i = 0; i < 30; i++) {
            call(log, "/index.php", "r=user/" + (1000 * number + 7 * i) + "/edit", 200);
        }
        for (int i = 0; i < 20; i++) {
            call(log, "/api.php", i % 2 == 0 ? "-" : "a=1&amp;action=list", 200);
        }
        return log;
    }

    private void call(TestLog log, String path, String query, int status) {
        rows++;
        String time = String.format(Locale.ROOT, "2017-02-12\t16:%02d:%02d", rows / 60 % 60, rows % 60);
        log.row(time, "GET", path, Integer.toString(status))
                .with("token=secret-query", query)
                .with("xGN7KWpVEmB9Dp7ctcVFQC4E==", "id" + rows + "==");
    }

    private Cli rank(Object... options) {
        return Cli.run("rank", logs, options);
    }

    private static Set<String> endpoints(Cli run) {
        return new TreeSet<>(run.cells("pattern").keySet());
    }

    @Test
    void makesEachValueAnEndpointAndFoldsValuesAsSegments() {
        Cli run = rank("--query-key", "action", "--query-key", "r").exits(0);

        assertEquals(
                new TreeSet<>(List.of(
                        "GET /api.php",
                        "GET /api.php?action=delete",
                        "GET /api.php?action=list",
                        "GET /api.php?action=login",
                        "GET /api.php?action=save",
                        "GET /api.php?action=search",
                        "GET /index.php?r=user/<id>/edit")),
                endpoints(run));
        assertEquals("200", run.cell("GET /api.php?action=list", "calls"));
        assertEquals("80", run.cell("GET /api.php", "calls"));
        assertEquals("1", run.cell("GET /index.php?r=user/<id>/edit", "variables"));
        assertEquals("/api.php?action=list", run.cell("GET /api.php?action=list", "example"));
    }

    @Test
    void countsByPathWithoutTheOptionAndProposesTheKeyWithoutItsValues() {
        Cli run = rank().exits(0)
                .saysOnErr("note: the query key action has 5 values in ")
                .saysOnErr(" sampled calls of /api.php; --query-key action makes each an endpoint")
                .doesNotSayOnErr("login")
                .doesNotSayOnErr("query key r ");

        assertEquals(new TreeSet<>(List.of("GET /api.php", "GET /index.php")), endpoints(run));
        rank("--query-key", "action").exits(0).doesNotSayOnErr("the query key");
    }

    @Test
    void proposesTheSameHoweverTheRowsAreSplit() throws IOException {
        Path one = folder.resolve("one.log");
        List<String> lines = new ArrayList<>();
        rows = 0;
        String header = "";
        for (int object = 0; object < 4; object++) {
            String text = new String(object(object).plain(), StandardCharsets.UTF_8);
            header = text.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
            text.lines().skip(2).forEach(lines::add);
        }
        Collections.reverse(lines);
        Files.writeString(one, header + String.join("\n", lines) + "\n");
        String expected = proposal(Cli.run("rank", one));

        assertTrue(expected.contains("action"), expected);
        for (int threads = 1; threads <= 3; threads++) {
            assertEquals(expected, proposal(rank("--threads", threads)));
        }
    }

    private static String proposal(Cli run) {
        return run.err()
                .lines()
                .filter(line -> line.contains("the query key"))
                .findFirst()
                .orElse("none\n" + run);
    }

    @Test
    void proposesNoKeyThatChoosesHowAnAnswerLooks() throws IOException {
        TestLog log = new TestLog();
        for (int i = 0; i < 800; i++) {
            call(log, "/page", "lang=" + (i % 2 == 0 ? "en" : "de") + "&page=" + i % 7 + "&q=word" + i, 200);
        }
        Cli.run("rank", log.to(folder.resolve("page.gz"))).exits(0).doesNotSayOnErr("query key");
    }

    @Test
    void isTheSameForThreadsTalliesAndStates() throws IOException {
        Object[] words = {"rank", logs, "--query-key", "action", "--query-key", "r"};
        String expected = Cli.run(words).exits(0).out();

        assertEquals(
                expected,
                rank("--query-key", "action", "--query-key", "r", "--threads", 3)
                        .out());
        Path tally = folder.resolve("a.tally");
        rank("--query-key", "action", "--query-key", "r", "--save", tally).exits(0);
        assertEquals(
                expected,
                Cli.run("rank", tally, "--query-key", "action", "--query-key", "r")
                        .exits(0)
                        .out());
        Path state = folder.resolve("state");
        Cli.run(
                        "rank",
                        logs.resolve("E1.2017-02-12-16.0.gz"),
                        "--state",
                        state,
                        "--query-key",
                        "action",
                        "--query-key",
                        "r")
                .exits(0);
        assertEquals(
                expected,
                rank("--state", state, "--query-key", "action", "--query-key", "r")
                        .exits(0)
                        .out());
        rank("--state", state, "--query-key", "action")
                .exits(2)
                .saysOnErr("was created with --query-key action r, but this run is with --query-key action");
        Cli.run("rank", tally).exits(2).saysOnErr("with --query-key action r");
    }

    @Test
    void takesPatternsAndLiteralPathsWithAQuery() {
        Cli stated = rank("--query-key", "action", "--pattern", "/api.php?action=<what>")
                .exits(0);
        assertEquals(
                new TreeSet<>(List.of("GET /api.php", "GET /api.php?action=<what>", "GET /index.php")),
                endpoints(stated));
        assertEquals("1000", stated.cell("GET /api.php?action=<what>", "calls"));

        Cli literal = rank("--query-key", "r", "--literal", "/index.php?r=user/7", "--literal", "/index.php?r=user/14")
                .exits(0);
        assertTrue(endpoints(literal).contains("GET /index.php?r=user/7/edit"), literal::toString);
        assertTrue(endpoints(literal).contains("GET /index.php?r=user/<id>/edit"), literal::toString);

        rank("--pattern", "/api.php?action=<x>")
                .exits(2)
                .saysOnErr("names the query key \"action\", which is not part of endpoints; add --query-key action");
        rank("--literal", "/api.php?action=list").exits(2).saysOnErr("add --query-key action");
        rank("--query-key", "action", "--pattern", "/api.php?action").exits(2).saysOnErr("a form such as");
    }

    @Test
    void aStatedPatternWithoutAQueryIsForCallsWithoutTheKey() {
        Cli run = rank(
                        "--query-key",
                        "action",
                        "--pattern",
                        "/<script>",
                        "--pattern",
                        "/all/<path+>",
                        "--pattern",
                        "/<a>/<b>")
                .exits(0);

        assertEquals("200", run.cell("GET /api.php?action=list", "calls"));
        assertEquals("200", run.cell("GET /<script>", "calls"));
    }

    @Test
    void locksWhatItFoundAndFindsNothingNewThen() throws IOException {
        Path lock = folder.resolve("patterns.lock");
        Cli.run("patterns", logs, "--query-key", "action", "--query-key", "r", "--lock", lock)
                .exits(0);

        assertTrue(Files.readString(lock).contains("GET /api.php?action=list\n"), Files.readString(lock));
        assertTrue(Files.readString(lock).contains("GET /index.php?r=user/<id>/edit\n"), Files.readString(lock));
        byte[] before = Files.readAllBytes(lock);
        Cli.run(
                        "patterns",
                        logs,
                        "--query-key",
                        "action",
                        "--query-key",
                        "r",
                        "--lock",
                        lock,
                        "--locked",
                        "--fail-on-new")
                .exits(0);
        assertArrayEquals(before, Files.readAllBytes(lock));
        rank("--lock", lock).exits(2).saysOnErr("add --query-key action");
    }

    @Test
    void assignsRequestsOfAList() throws IOException {
        Path list = folder.resolve("list.tsv");
        Files.writeString(list, "GET\t/api.php?action=list&x=1\nGET\t/api.php\nGET\t/api.php?%61ction=save\n");

        assertEquals(
                List.of(
                        "GET\t/api.php?action=list&x=1\t/api.php?action=list",
                        "GET\t/api.php\t/api.php",
                        "GET\t/api.php?%61ction=save\t/api.php?action=save"),
                Cli.run("patterns", "--assign", list, "--query-key", "action")
                        .exits(0)
                        .out()
                        .lines()
                        .toList());
        assertTrue(Cli.run("patterns", "--assign", list).out().contains("x=1\t/api.php\n"));
    }

    @Test
    void saysWhichKeyNoCallHad() {
        rank("--query-key", "Action").exits(0).saysOnErr("no counted call has the --query-key Action");
        rank("--query-key", "a=b").exits(2).saysOnErr("--query-key \"a=b\" is not the name of a query key");
    }

    @Test
    void filtersByThePathAlone() {
        Cli run = rank("--query-key", "action", "--include", "/api.php").exits(0);

        assertEquals(6, run.rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"function", "behaviours"})
    void callsThatOnlyAQueryTellsFromOthersStayInThePlanToo(String choice) {
        Cli plan = Cli.run("plan", logs, "--query-key", "action", "--switch", choice)
                .exits(0);

        for (String row : List.of("GET /api.php?action=list", "GET /api.php")) {
            assertEquals("", plan.cell(row, "wave"), row);
            assertEquals("", plan.cell(row, "cost_month"), row);
            assertEquals("stays", plan.cell(row, "target"), row);
            assertTrue(plan.cell(row, "reason").contains("only the query tells it from other calls"), plan::toString);
        }
        assertTrue(plan.cell("GET /api.php?action=list", "hazards").contains("query key 200"), plan::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apigateway", "cloudfront", "sam"})
    void noDocumentMovesCallsThatOnlyAQueryTellsFromOthers(String document) {
        Cli emitted = Cli.run("plan", logs, "--query-key", "action", "--emit", document)
                .exits(0);

        assertFalse(emitted.out().contains("api.php"), emitted::toString);
    }

    @Test
    void theRouterKnowsAPathThatStaysForItsQueriesAndMovesNoneOfIt() throws IOException {
        Path router = folder.resolve("router");
        Cli run = Cli.run("plan", logs, "--query-key", "action", "--emit", "cloudfront-function", "-o", router)
                .exits(0);

        assertFalse(run.err().contains("leaves out"), run::toString);
        String routes = Files.readString(router.resolve("routes.json"));
        assertTrue(routes.contains("index.php"), routes);
        assertFalse(routes.contains("?action"), routes);
    }

    @Test
    void anOpenApiDocumentHasOneOperationWithTheKeyAsParameter() {
        String document =
                rank("--query-key", "action", "--emit", "openapi").exits(0).out();

        assertTrue(document.contains("\"/api.php\": {"), document);
        assertTrue(document.contains("\"/api.php?action=list\""), document);
        assertTrue(document.contains("\"name\": \"action\""), document);
        assertTrue(document.contains("\"x-pathrank-calls\": 1080"), document);
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource({
        "action=<script>, /x?action=%3Cscript%3E",
        "action=anne@example.com, /x?action=<email>",
        "action=0123456789abcdefghij, /x?action=<token>",
        "action=0b7d1e5a-4d7a-4fd5-962a-c6b41f5012ab, /x?action=<uuid>",
        "action=, /x?action=",
        "action, /x?action=",
        "action=/, /x?action=/",
        "action=a%253Fb, /x?action=a%3Fb",
        "action=%2520, /x?action=%20",
        "action=%00, /x?action=%00",
        "actio%256E=list, /x?action=list",
        "action=a&action=b, /x?action=a"
    })
    void printsNoValueRawThatCouldHarm(String query, String pattern) throws IOException {
        TestLog log = new TestLog();
        for (int i = 0; i < 3; i++) {
            call(log, "/x", query, 200);
        }
        Cli run = Cli.run("rank", log.to(folder.resolve("hostile.gz")), "--query-key", "action")
                .exits(0);

        assertEquals(List.of(pattern), run.column("pattern"));
        assertEquals(List.of(pattern), run.column("example"));
    }

    @Test
    void takesQueriesOfEightKilobytes() throws IOException {
        TestLog log = new TestLog();
        for (int i = 0; i < 20; i++) {
            call(log, "/x", "action=" + "a/".repeat(4000 + i), 200);
            call(log, "/x", "y=" + "&".repeat(8000) + "action=list", 200);
            call(log, "/x", "action=" + Integer.toString(i, 36).repeat(8000), 200);
        }
        Cli run = Cli.run("rank", log.to(folder.resolve("long.gz")), "--query-key", "action")
                .exits(0);

        assertEquals("20", run.cell("GET /x?action=list", "calls"));
        assertTrue(run.rows().size() < 10, run::toString);
    }

    @Test
    void errorsOfAnActionCountForIt() throws IOException {
        TestLog log = new TestLog();
        for (int i = 0; i < 40; i++) {
            call(log, "/api.php", "action=" + ACTIONS[i % ACTIONS.length], i % 4 == 0 ? 500 : 200);
            call(log, "/user/" + i, "-", 200);
            call(log, "/user", "action=probe" + i, 404);
        }
        Cli run = Cli.run("rank", log.to(folder.resolve("errors.gz")), "--query-key", "action")
                .exits(0);

        assertEquals("2", run.cell("GET /api.php?action=list", "errors_5xx"));
        assertEquals("0", run.cell("GET /user/<id>", "errors_4xx"));
    }
}
