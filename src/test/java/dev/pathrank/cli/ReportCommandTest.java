package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code report} with the whole program: the page. */
class ReportCommandTest {
    private static final String LOGS = "sample-logs";

    @TempDir
    private static Path folder;

    private static String page;

    @BeforeAll
    static void writeThePage() throws IOException {
        page = page("page.html");
    }

    private static String page(String name, Object... options) throws IOException {
        Path file = folder.resolve(name);
        Cli.run("report", LOGS, "-o", file, options).exits(0);
        return Files.readString(file);
    }

    @Test
    void saysFirstWhatMovesAndWhy() {
        String words = page.substring(page.indexOf("<h1>"), page.indexOf("</h1>"))
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        assertTrue(words.startsWith("Move GET /user/<id> first"), words);
        assertTrue(words.contains("read-only, 20\u00a0% of origin calls, p95 46\u00a0ms"), "why");
        for (String answer : new String[] {"First limit", "Ask AWS", "Cost", "Must not move"}) {
            assertTrue(page.contains(">" + answer + "</a></dt>"), answer);
        }
    }

    /** A function at the edge needs no cache behaviour, so that quota is not the next limit. */
    @Test
    void countsCacheBehavioursAsALimitOnlyWhereTheyChooseTheOrigin() throws IOException {
        String byPath = page("behaviours.html", "--switch", "behaviours");

        assertFalse(page.contains("Closest: CloudFront cache behaviours"));
        assertTrue(page.contains("It needs no cache behaviours"));
        assertTrue(byPath.contains("Closest: CloudFront cache behaviours"));
        assertTrue(byPath.contains("Cache behaviours after the last wave: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"first", "order", "waves", "limits", "requests", "cost", "hazards", "stays", "patterns", "about"
            })
    void hasEverySectionOnce(String anchor) {
        assertEquals(2, page.split(" id=\"" + anchor + "\"", -1).length, anchor);
    }

    @Test
    void loadsNothingAndRunsOnlyItsOwnScript() throws Exception {
        assertFalse(page.matches("(?s).*<(?:link|img|iframe|object|base|form[^>]*action)\\b.*"));
        assertFalse(
                page.matches("(?s).*\\b(?:src|on[a-z]+|style)=\".*"), "no source, handler or style in an attribute");
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertTrue(policy.find());
        String said = policy.group(1).replace("&#39;", "'");
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + hash("<style>", "</style>") + "'; script-src 'sha256-"
                        + hash("<script>", "</script>") + "'; base-uri 'none'; form-action 'none'",
                said);
    }

    private static String hash(String begin, String end) throws Exception {
        int from = page.indexOf(begin) + begin.length();
        String text = page.substring(from, page.indexOf(end, from));
        assertTrue(text.length() < 30 << 10, "under 30 KB");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isSmall() {
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 1_000_000, page.length() + " letters");
    }

    @Test
    void isTheSameBytesOnEveryNumberOfThreads() throws IOException {
        assertEquals(page, page("one.html", "--threads", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | 1,719
            de    | 1.719
            de_CH | 1’719
            """)
    void writesNumbersInTheSignsOfALocale(String locale, String calls) throws IOException {
        assertTrue(page(locale + ".html", "--locale", locale).contains(calls + "</td>"), locale);
    }

    @Test
    void addsTheComparisonWithAMoment() throws IOException {
        String compared = page("compared.html", "--at", "2017-02-15");
        assertTrue(compared.contains("After the move"));
        assertTrue(compared.contains("Endpoints before and after"));
        assertFalse(page.contains("Endpoints before and after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "plan", "patterns"})
    void writesThePartOfACommandAlone(String command) {
        Cli run = Cli.run(command, LOGS, "--format", "html").exits(0);
        assertTrue(run.out().startsWith("<!doctype html>"), command);
        assertEquals(command.equals("rank"), run.out().contains("id=\"order\""));
        assertEquals(command.equals("plan"), run.out().contains("id=\"waves\""));
        assertEquals(command.equals("patterns"), run.out().contains("id=\"patterns\""));
    }

    @Test
    void showsHostilePathsAsWords() throws IOException {
        Path log = folder.resolve("hostile/hostile.gz");
        TestLog hostile = new TestLog();
        for (int i = 0; i < 12; i++) {
            hostile.row(
                            String.format(Locale.ROOT, "2017-02-01\t10:00:%02d", i),
                            "GET",
                            "/a\"onload=x/<script>alert(1)</script>",
                            "200")
                    .row(
                            String.format(Locale.ROOT, "2017-02-01\t10:01:%02d", i),
                            "GET",
                            "/%3Csvg%20onload=alert(1)%3E/'&quot;",
                            "200")
                    .row(String.format(Locale.ROOT, "2017-02-01\t10:02:%02d", i), "GET", "/</script><!--]]>", "200");
        }
        hostile.to(log);
        String shown = Cli.run("report", log, "--format", "html").exits(0).out();

        assertEquals(2, shown.split("<script", -1).length, "no other script");
        assertFalse(shown.contains("<svg onload"));
        assertFalse(shown.contains("<script>alert"));
        assertFalse(shown.matches("(?s).*<[a-z]+ [^<>]*\\bonload.*"), "no attribute of a log");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report sample-logs                                        | report writes a page or a workbook
            report sample-logs -o r.csv                               | report writes a page or a workbook
            report sample-logs -o r.html --top 3                      | writes the whole plan
            report sample-logs -o r.html --after 24h                  | need --at TIME
            report sample-logs -o r.html --fail-on-regression         | need --at TIME
            report sample-logs -o r.html --locale xx                  | --locale xx is not known; choose from
            report sample-logs -o r.html --github-summary             | needs the variable GITHUB_STEP_SUMMARY
            report sample-logs -o r.html --by-served                  | belong to pathrank compare
            report sample-logs -o r.html --behaviours nosuch.json     | belong to pathrank compare
            rank sample-logs --format html --columns rank             | --columns chooses columns of one table
            """)
    void saysWhatIsWrong(String words, String message) {
        Cli.run((Object[]) words.split(" ")).exits(2).saysOnErr(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "xlsx"})
    void failsOnARegressionNamesItAndWritesTheReport(String format) throws IOException {
        Path file = folder.resolve("regression." + format);
        Path summary = folder.resolve("regression-" + format + ".json");
        Object[] words = {"report", "docs/move", "--at", "2017-02-13T10:00:00Z", "--summary", summary, "-o", file};

        Cli.run(words, "--fail-on-regression")
                .exits(4)
                .saysOnErr("roll back (side effect: it did not move): POST /orders: 5xx and aborted 0.3 % → 7.2 %")
                .saysOnErr("roll back (side effect: it did not move): GET /search/<name>: p95 369 → 1184 ms");

        assertTrue(Files.size(file) > 10_000, "the report is written");
        String said = Files.readString(summary);
        assertTrue(said.contains("\"complete\": true"), said);
        assertTrue(said.contains("POST /orders: 5xx and aborted 0.3 % → 7.2 %"), said);
        Cli.run(words).exits(0);
        assertFalse(Files.readString(summary).contains("roll back"), "without the option nothing is crossed");
    }

    @Test
    void doesNotFailWhereNothingGotWorse() throws IOException {
        TestLog log = new TestLog();
        for (int call = 0; call < 600; call++) {
            String time = String.format(Locale.ROOT, "2017-02-1%d\t10:%02d:%02d", 2 + call % 2, call / 60, call % 60);
            log.row(time, "GET", "/user/42", "200");
        }
        Path logs = log.to(folder.resolve("steady.gz"));

        Cli.run("report", logs, "--at", "2017-02-13T00:00:00Z", "--fail-on-regression", "-o", folder.resolve("s.html"))
                .exits(0);
    }

    @Test
    void tellsWhatHasNoTargetFromWhatTheCacheAnswers() throws IOException {
        Path log = new TestLog().rows(50, "GET", "/me/$count", 200).to(folder.resolve("count.gz"));
        Path file = folder.resolve("count.html");
        Cli.run("report", log, "--pattern", "/me/$count", "--quotas", "2017", "-o", file)
                .exits(0);

        String stays = Files.readString(file);
        assertTrue(stays.contains("has nowhere to move to"), stays);
        assertFalse(stays.contains("is served from the cache only"), stays);
    }

    @Test
    void countsInTheSummaryWhatTakesLongerThanAnyFunctionMay() throws IOException {
        String slow = new String(new TestLog().rows(1, "GET", "/export", 200).plain(), StandardCharsets.UTF_8)
                .replace("\t0.100\t", "\t950.000\t");
        Path log = Files.writeString(folder.resolve("slow.log"), slow);
        Path summary = folder.resolve("slow.json");
        Cli.run("report", log, "-o", folder.resolve("slow.html"), "--summary", summary)
                .exits(0);

        assertTrue(Files.readString(summary).contains("\"calls_over_900_s\": 1"), "long calls");
    }

    @Test
    void writesNoWorkbookToATerminal() {
        Cli.onTerminal(80, true, "report", LOGS, "--format", "xlsx").exits(2).saysOnErr("add -o FILE.xlsx");
    }

    @Test
    void addsToTheSummaryOfAStep() throws IOException {
        Path summary = folder.resolve("step.md");
        Files.writeString(summary, "before\n");
        Cli.with(
                        Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                        "report",
                        LOGS,
                        "-o",
                        folder.resolve("ci.html"),
                        "--github-summary")
                .exits(0);

        String text = Files.readString(summary);
        assertTrue(text.startsWith("before\n# Migration plan\n"), text);
        assertTrue(text.contains("| wave | endpoint | target | origin calls | p95 ms | peak/s | 5xx | reason |"), text);
    }
}
