package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns that people reviewed, kept in a file. */
class LockTest {
    @TempDir
    Path folder;

    private Path lock;
    private Path january;

    @BeforeEach
    void makeAMonth() throws IOException {
        lock = folder.resolve("patterns.lock");
        january = month(0).to(folder.resolve("january.gz"));
    }

    private static TestLog month(int first) {
        TestLog rows = new TestLog()
                .rows(3, "GET", "/user/me", 200)
                .rows(1, "HEAD", "/user/me", 200)
                .rows(1, "OPTIONS", "/login", 200)
                .rows(2, "POST", "/login", 200)
                .rows(2, "GET", "/.env", 404);
        for (int user = first; user < first + 30; user++) {
            rows.rows(1, "GET", "/user/" + (7_000 + user), 200);
        }
        return rows;
    }

    /** Some editors put a mark before the text. */
    @Test
    void isReadWithAMarkBeforeIt() throws IOException {
        Files.writeString(lock, "\uFEFFGET /user/me\n");
        Cli.run("rank", january, "--lock", lock).exits(0);
    }

    @Test
    void saysWhatIsNoLockFile() throws IOException {
        Path tally = folder.resolve("a.tally");
        Cli.run("rank", january, "--save", tally).exits(0);
        Cli.run("rank", january, "--lock", tally).exits(2).saysOnErr("is not text in UTF-8; give a lock file");
    }

    private Path february() throws IOException {
        return month(100).rows(4, "GET", "/health", 200).to(folder.resolve("february.gz"));
    }

    @Test
    void writesEveryEndpointInTheOrderOfPathsAndNoNoise() throws IOException {
        Cli run = Cli.run("patterns", january, "--lock", lock).exits(0);

        assertEquals(
                List.of("POST /login", "GET /user/<id>", "GET /user/me"),
                Files.readAllLines(lock).stream()
                        .filter(line -> !line.startsWith("#") && !line.isEmpty())
                        .toList());
        assertTrue(run.column("locked").stream().allMatch("no"::equals), run::toString);
    }

    @Test
    void aSecondMonthGivesADiffOfOneLine() throws IOException {
        Cli.run("patterns", january, "--lock", lock).exits(0);
        List<String> reviewed = new ArrayList<>(Files.readAllLines(lock));
        int login = reviewed.indexOf("POST /login");
        reviewed.set(login, "POST /login # owner: accounts");
        reviewed.add(login, "# ours since 2016");
        Files.write(lock, reviewed);

        Cli run = Cli.run("patterns", february(), "--lock", lock).exits(0);

        List<String> after = new ArrayList<>(Files.readAllLines(lock));
        assertTrue(after.remove("GET /health"), after::toString);
        assertEquals(reviewed, after);
        run.saysOnErr("patterns: 7, including 1 new");
        Map<String, String> locked = run.cells("locked");
        assertEquals("no", locked.get("GET /health"));
        assertEquals("yes", locked.get("GET /user/<id>"));
        assertEquals("yes", locked.get("HEAD /user/me"));
        assertEquals("locked", run.cells("reason").get("GET /user/<id>"));
    }

    @Test
    void leavesAFileAloneThatHasEverything() throws IOException {
        Cli.run("patterns", january, "--lock", lock).exits(0);
        String before = Files.readString(lock).replace("\n", "\r\n");
        Files.writeString(lock, before);

        Cli.run("patterns", january, "--lock", lock).exits(0);

        assertEquals(before, Files.readString(lock));
    }

    @Test
    void lockedPatternsWinOverWhatWouldBeLearned() throws IOException {
        Files.writeString(lock, "GET /user/<number>\n/user/me\n");

        Cli run = Cli.run("rank", january, "--lock", lock).exits(0);

        Map<String, String> calls = run.cells("calls");
        assertEquals("30", calls.get("GET /user/<number>"));
        assertEquals("3", calls.get("GET /user/me"));
        assertEquals("GET /user/<number>\n/user/me\n", Files.readString(lock), "rank only reads");
    }

    @Test
    void lockedPatternsAreNeverNoiseAndGiveRoutesTheirNames() throws IOException {
        Files.writeString(lock, "GET /.env\nGET /user/<number>\n");
        Path routes = Files.writeString(folder.resolve("routes.txt"), "GET /user/:id\n");

        Cli run = Cli.run("rank", january, "--lock", lock, "--routes", routes).exits(0);

        assertEquals("endpoint", run.cells("kind").get("GET /.env"));
        assertEquals("yes", run.cells("declared").get("GET /user/<number>"));
    }

    @Test
    void lockedLearnsNothingAndSumsUpTheRestByMethod() throws IOException {
        Files.writeString(lock, "GET /user/<id>\nGET /user/me\n");

        Cli run = Cli.run("rank", january, "--lock", lock, "--locked").exits(0);

        assertEquals(
                Map.of(
                        "GET /user/<id>", "endpoint",
                        "GET /user/me", "endpoint",
                        "HEAD /user/me", "endpoint",
                        "GET /<path+>", "unmatched",
                        "POST /<path+>", "unmatched",
                        "OPTIONS /<path+>", "unmatched"),
                run.cells("kind"));
        assertEquals("", run.cells("rank").get("POST /<path+>"));
        assertEquals("matches no locked pattern", run.cells("reason").get("POST /<path+>"));
        Cli patterns = Cli.run("patterns", january, "--lock", lock, "--locked").exits(0);
        assertEquals("no", patterns.cells("locked").get("POST /<path+>"));
        assertEquals("GET /user/<id>\nGET /user/me\n", Files.readString(lock));
    }

    @Test
    void failsOnNewEndpointsAndNotOnScanners() throws IOException {
        Cli.run("patterns", january, "--lock", lock).exits(0);

        for (String command : new String[] {"rank", "patterns"}) {
            Cli.run(command, january, "--lock", lock, "--fail-on-new").exits(0);
            Cli.run(command, january, "--lock", lock, "--locked", "--fail-on-new")
                    .exits(0);
            Cli.run(command, february(), "--lock", lock, "--locked", "--fail-on-new")
                    .exits(4);
        }
        Cli.run("rank", february(), "--lock", lock, "--fail-on-new").exits(4);
    }

    @Test
    void whatLooksLikeAPlaceholderOnTheWireStaysWhatItIs() throws IOException {
        Path log = new TestLog()
                .rows(2, "GET", "/item/{id}", 200)
                .rows(2, "GET", "/item/list", 200)
                .to(folder.resolve("odd.gz"));
        Cli.run("patterns", log, "--lock", lock).exits(0);
        String first = Files.readString(lock);
        assertTrue(first.contains("GET /item/%7Bid%7D\n"), first);

        Cli run = Cli.run("patterns", log, "--lock", lock).exits(0);

        assertEquals(first, Files.readString(lock));
        assertEquals("2", run.cells("calls").get("GET /item/%7Bid%7D"));
        assertFalse(run.column("locked").contains("no"), run::toString);
    }

    /**
     * A space, a tab or a bracket that a client did not encode is printed encoded, and a lock file has what is printed.
     */
    @Test
    void whatIsPrintedEncodedIsLockedHoweverItWasSent() throws IOException {
        TestLog rows = new TestLog();
        for (String path : List.of("/a%20b", "/a%2520c", "/x%20<y>/1", "/x%20<y>/2", "/x%20<y>/3", "/caf%C3%A9%20d")) {
            rows.rows(2, "GET", path, 200);
        }
        Path log = rows.to(folder.resolve("raw.gz"));
        Cli learned = Cli.run("patterns", log, "--lock", lock).exits(0);

        Cli locked = Cli.run("rank", log, "--lock", lock, "--locked", "--fail-on-new")
                .exits(0);

        assertEquals(learned.cells("calls"), locked.cells("calls"));
        assertEquals("2", locked.cells("calls").get("GET /a%20b"));
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        Cli.run("rank", january, "--lock", lock).exits(2).saysOnErr("patterns.lock cannot be read: no such file");
        Cli.run("patterns", january, "--lock", lock, "--locked").exits(2).saysOnErr("no such file");
        Cli.run("rank", january, "--locked").exits(2).saysOnErr("--lock FILE, which is missing");
        Cli.run("rank", january, "--fail-on-new").exits(2).saysOnErr("--lock FILE, which is missing");
        Cli.run("patterns", january, "--lock", lock, "-o", lock).exits(2).saysOnErr("give each its own file");
        Files.writeString(lock, "GET /a\nuser/<id>\n");
        Cli.run("rank", january, "--lock", lock)
                .exits(2)
                .saysOnErr("patterns.lock line 2 is not a pattern; write a line such as");
    }

    @Test
    void failOnNewNamesWhatIsNew() throws IOException {
        Cli.run("patterns", january, "--lock", lock).exits(0);
        Path february = february();
        Path summary = folder.resolve("summary.json");

        Cli.run("rank", february, "--lock", lock, "--fail-on-new", "--quiet", "--summary", summary)
                .exits(4)
                .saysOnErr("new endpoint: GET /health (4 calls, first seen 2017-02-12T16:00:00Z, such as /health)")
                .saysOnErr("to lock them: pathrank patterns " + february + " --lock " + lock)
                .doesNotSayOnErr("/.env");
        String json = Files.readString(summary).replaceAll("\\s+", " ");
        assertTrue(
                json.contains("\"new_endpoints\": [ { \"method\": \"GET\", \"pattern\": \"/health\", \"calls\": 4,"),
                json);
        Cli.run("rank", february, "--lock", lock, "--fail-on-new", "--locked")
                .exits(4)
                .saysOnErr("matches no locked pattern: GET /<path+> (6 calls")
                .saysOnErr("to find and lock their patterns: pathrank patterns ");
    }

    @Test
    void failOnNewNamesTenAndCountsTheOthers() throws IOException {
        Files.writeString(lock, "GET /user/me\n");
        TestLog log = new TestLog();
        for (String word : "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split(" ")) {
            log.rows(2, "GET", "/" + word + "/list", 200);
        }

        Cli.run("rank", log.to(folder.resolve("many.gz")), "--lock", lock, "--no-learn", "--fail-on-new")
                .exits(4)
                .saysOnErr("and 2 more new endpoints");
    }

    @Test
    void newLinesMayHaveRemarks() throws IOException {
        Cli.run("patterns", january, "--lock", lock, "--lock-remarks").exits(0);

        String text = Files.readString(lock);
        assertTrue(text.contains("GET /user/me # calls 3, first seen 2017-02-12T16:00:00Z, example /user/me\n"), text);
        Cli.run("rank", january, "--lock", lock, "--locked", "--fail-on-new").exits(0);
        Cli.run("patterns", january, "--lock-remarks").exits(2).saysOnErr("--lock-remarks needs --lock FILE");
    }
}
