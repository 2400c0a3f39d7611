package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code patterns}: reasons, stated patterns, literals. */
class PatternsTest {
    private static final int USERS = 300;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void makeALogOfUsers() throws IOException {
        TestLog rows = new TestLog().rows(9, "GET", "/user/me", 200).rows(2, "GET", "/wp-login.php", 404);
        for (int user = 0; user < USERS; user++) {
            rows.rows(1, "GET", "/user/" + (70_000 + 31 * user), 200);
            rows.rows(1, "GET", "/user/" + (70_000 + 31 * user) + "/orders/" + user % 7, 200);
        }
        log = rows.to(folder.resolve("a.gz"));
    }

    private Cli patterns(Object... more) {
        return Cli.run("patterns", log, more).exits(0);
    }

    private static Map<String, String> byPattern(Cli run, String column) {
        Map<String, String> cells = new TreeMap<>();
        List<String> patterns = run.column("pattern");
        for (int row = 0; row < patterns.size(); row++) {
            cells.put(patterns.get(row), run.column(column).get(row));
        }
        return cells;
    }

    /** A row of JSON, in which a reason may hold commas. */
    private Cli json(Object... more) {
        return patterns("--format", "json", more);
    }

    @Test
    void hasTheColumnsOfTheContract() {
        assertEquals(
                "method,pattern,calls,distinct,confidence,locked,examples,reason",
                patterns().out().lines().findFirst().orElseThrow());
        assertEquals(
                "host,method,pattern,calls,distinct,confidence,locked,examples,reason",
                patterns("--by-host").out().lines().findFirst().orElseThrow());
    }

    @Test
    void ordersByCallsAndCountsEveryRow() {
        Cli run = patterns();

        List<Long> calls = run.column("calls").stream().map(Long::valueOf).toList();
        assertEquals(calls.stream().sorted((a, b) -> Long.compare(b, a)).toList(), calls);
        assertEquals(2 * USERS + 11, calls.stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void tellsDistinctValuesOfEachPlaceholderAndNoneOfLiterals() {
        Map<String, String> distinct = byPattern(patterns(), "distinct");

        assertEquals("", distinct.get("/user/me"));
        String users = distinct.get("/user/<id>");
        // 16 of 300 names are kept, chosen by their hashes, which never change.
        assertTrue(Long.parseLong(users) > USERS / 2 && Long.parseLong(users) < USERS * 2, users);
        assertEquals(users + "; 7", distinct.get("/user/<id>/orders/<id>"));
    }

    @Test
    void tellsWhyInWords() {
        Cli run = json();

        run.printsLine(
                ".*\"pattern\":\"/user/<id>\".*\"reason\":\"[0-9,]+ distinct integers, \\d+ of 16 sub-trees alike\".*");
        run.printsLine(".*\"pattern\":\"/user/me\".*\"reason\":\"reserved word\".*");
        run.printsLine(".*\"pattern\":\"/user/<id>/orders/<id>\".*\"reason\":\"<id>: [0-9,]+ distinct integers.*; "
                + "<id>: 7 distinct integers.*");
        run.printsLine(".*\"pattern\":\"/wp-login.php\".*\"reason\":\"never succeeded; .*");
    }

    @Test
    void isSureBetweenNoughtAndOne() {
        List<String> confidences = patterns().column("confidence");
        assertFalse(confidences.isEmpty());
        for (String confidence : confidences) {
            assertTrue(confidence.matches("0\\.\\d\\d|1\\.00"), confidence);
        }
    }

    @Test
    void givesAtMostThreeExamplesEachOfThatPattern() {
        Map<String, String> examples = byPattern(patterns(), "examples");

        String[] users = examples.get("/user/<id>").split(" ");
        assertEquals(3, users.length);
        for (String example : users) {
            assertTrue(example.matches("/user/\\d+"), example);
        }
        assertEquals("/user/me", examples.get("/user/me"));
    }

    @Test
    void masksExamples() throws IOException {
        log = new TestLog()
                .rows(1, "GET", "/mail/jane@example.com", 200)
                .rows(1, "GET", "/mail/joe@example.com", 200)
                .to(folder.resolve("mail.gz"));

        assertEquals(List.of("/mail/<email>"), patterns().column("examples"));
    }

    @Test
    void stateAPatternAndItSaysSo() {
        Cli run = patterns("--pattern", "/user/{name}");

        assertEquals("stated", byPattern(run, "reason").get("/user/<name>"));
        assertEquals("1.00", byPattern(run, "confidence").get("/user/<name>"));
        assertEquals(String.valueOf(USERS + 9), byPattern(run, "calls").get("/user/<name>"));
    }

    @Test
    void neverFoldsALiteralPathNorWhatItBegins() throws IOException {
        log = new TestLog()
                .rows(1, "GET", "/user/77001", 200)
                .rows(1, "GET", "/user/77001/orders/1", 200)
                .rows(1, "GET", "/user/77001/orders/2", 200)
                .rows(1, "GET", "/user/77002", 200)
                .rows(1, "GET", "/user/77003", 200)
                .rows(1, "GET", "/user/77001/orders/9", 404)
                .to(folder.resolve("b.gz"));

        Cli run = patterns("--literal", "/user/77001");

        assertEquals(
                Map.of("/user/77001", "1", "/user/77001/orders/<id>", "3", "/user/<id>", "2"), byPattern(run, "calls"));
        assertEquals(
                "1",
                byPattern(patterns("--literal", "/user/77001", "--pattern", "/user/:id"), "calls")
                        .get("/user/77001"));
    }

    @Test
    void learnsNothingOnDemandAndStillMasksAndBounds() throws IOException {
        log = new TestLog()
                .rows(1, "GET", "/user/1", 200)
                .rows(1, "GET", "/user/2", 200)
                .rows(1, "GET", "/mail/jane@example.com", 200)
                .rows(1, "GET", "/shop/7", 200)
                .rows(1, "GET", "/shop/8", 200)
                .to(folder.resolve("c.gz"));

        assertEquals(
                Map.of("/user/1", "1", "/user/2", "1", "/mail/<email>", "1", "/shop/<no>", "2"),
                byPattern(patterns("--no-learn", "--pattern", "/shop/<no>"), "calls"));

        TestLog many = new TestLog();
        for (int id = 0; id < 40; id++) {
            many.rows(1, "GET", "/user/" + id, 200);
        }
        log = many.to(folder.resolve("d.gz"));
        Cli run = patterns("--no-learn");
        assertEquals("24", byPattern(run, "calls").get("/user/<id>"));
        run.saysOnErr("24 calls under www.example.com/user/ have too many different names");
    }

    @Test
    void writesPlaceholdersInEveryStyleOnEveryCommand() {
        assertTrue(patterns("--placeholder", "brace").column("pattern").contains("/user/{user_id}/orders/{order_id}"));
        assertTrue(patterns("--placeholder", "colon").column("pattern").contains("/user/:id"));
        Cli rank = Cli.run("rank", log, "--placeholder", "brace").exits(0);
        assertTrue(rank.column("pattern").contains("/user/{id}"), rank::toString);
    }

    @Test
    void refusesWhatIsNoLiteralPath() {
        for (String path : new String[] {"user", "/", "/user/", "/user/<id>", "/a b"}) {
            Cli.run("patterns", log, "--literal", path).exits(2).saysOnErr("give one without placeholders");
        }
    }
}
