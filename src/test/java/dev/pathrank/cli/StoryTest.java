package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the story that this project comes from, on the traffic in {@code docs/story}: the first endpoint that moves
 * meets Lambda's concurrency quota, then the network interfaces, then the subnets, then API Gateway's rate. The figures
 * are in {@code story/expected.txt}, which {@code story/expected.py} computes without this program.
 */
class StoryTest {
    private static final String USER = "GET /user/<id>";
    private static final String NOTIFICATIONS = "GET /v1/notifications/<id>";
    private static final String PUSH = "2017-02-12T16:00:00Z";

    private static final Path STORY = Path.of("docs", "story");
    private static final Path LOG = STORY.resolve("story.gz");
    private static final Path WAVES = STORY.resolve("waves.txt");

    @TempDir
    private static Path folder;

    private static Map<String, String> expected;

    @BeforeAll
    static void readExpectedFigures() throws IOException {
        expected = figures(resource("/story/expected.txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StoryTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> figures(String text) {
        Map<String, String> figures = new LinkedHashMap<>();
        text.lines().map(line -> line.split(" ")).forEach(words -> figures.put(words[0], words[1]));
        return figures;
    }

    private static Cli plan(String quotas, String subnets, String format) {
        return Cli.run(
                "plan",
                LOG,
                "--quotas",
                quotas,
                "--memory",
                "1536",
                "--vpc",
                "--subnets",
                subnets,
                "--waves",
                WAVES,
                "--format",
                format,
                "--quiet");
    }

    @Test
    void theFiguresAreThoseThatWereWorkedOutByHand() {
        Cli ranked = Cli.run("rank", LOG, "--order", "calls", "--quiet").exits(0);
        Cli planned = plan("2017", "10.0.1.0/26", "csv").exits(0);

        assertEquals("4", ranked.cell(USER, "rank"));
        assertEquals("1200", planned.cell(USER, "peak_rps"));
        assertEquals("2160", planned.cell(USER, "concurrency"));
        assertEquals("900", planned.cell(NOTIFICATIONS, "concurrency"));
        assertEquals("3060", planned.cell(NOTIFICATIONS, "concurrency_cumulative"));
    }

    @Test
    void theScriptWorksOutTheSameAgain() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("expected.py"), resource("/story/expected.py"));
        Process python;
        try {
            python = new ProcessBuilder("python3", script.toString(), LOG.toString(), USER, NOTIFICATIONS)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no python3 here");
            return;
        }
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor());
        assertEquals(expected, figures(printed));
    }

    @Test
    void everyQuotaThatStoppedTheTeamIsNamedBeforeTheMoveWithItsMinute() {
        Cli plan = plan("2017", "10.0.1.0/26", "markdown").exits(0);

        String wave = section(plan.out(), "## Wave 1:", "## Wave 2:");
        says(
                wave,
                "**Exceeds Lambda concurrency by duration** with `GET /user/<id>` alone, first at "
                        + minute("wave1_concurrency_passes_100")
                        + ": needs 2,160, quota 100, peak at 2017-02-12 16:00.");
        says(
                wave,
                "**Exceeds network interfaces** with `GET /user/<id>` alone, first at "
                        + minute("wave1_interfaces_passes_350") + ": needs 2,160, quota 350");
        says(
                wave,
                "**Exceeds subnet addresses** with `GET /user/<id>` alone, first at "
                        + minute("wave1_interfaces_passes_59") + ": needs 2,160, quota 59");
        says(
                wave,
                "**Exceeds API Gateway steady rate** with `GET /user/<id>` alone, first at "
                        + minute("wave1_rate_passes_1000") + ": needs 1,200, quota 1,000");
        says(wave, "| API Gateway burst | 1,200 | 2,000 | 800 |");
        says(wave, "| Lambda concurrency by 10 calls a second each | not known | not known | not known |");
    }

    @Test
    void steadyTrafficAlonePassesAHundredAndNotTwoHundred() throws IOException {
        Path two = Files.writeString(folder.resolve("200.yaml"), "base: 2017\nquotas:\n  lambda-concurrency: 200\n");
        Cli steady = Cli.run(
                        "plan", LOG, "--to", "2017-02-12T16:00:00Z", "--quotas", "2017", "--waves", WAVES, "--quiet")
                .exits(0);
        assertEquals(expected.get("user_steady_concurrency"), steady.cell(USER, "concurrency"));
        assertEquals("Lambda concurrency by duration", steady.cell(USER, "first_quota_broken"));
        assertEquals("2017-02-12T15:59:00Z", steady.cell(USER, "broken_at"));

        Cli enough = Cli.run("plan", LOG, "--to", "2017-02-12T16:00:00Z", "--quotas", two, "--waves", WAVES, "--quiet")
                .exits(0);
        assertEquals("", enough.cell(USER, "first_quota_broken"));
    }

    @Test
    void moreSubnetsCureTheAddressesAndNotTheInterfaces() {
        Cli plan = plan("2017", "10.0.0.0/20", "markdown").exits(0);

        assertTrue(plan.out().contains("**Exceeds network interfaces**"), plan::toString);
        assertTrue(!plan.out().contains("**Exceeds subnet addresses**"), plan::toString);
    }

    @Test
    void withTheQuotasOfTheEndItSaysWhichStillBreakAndWhoAddsToThem() {
        Cli plan = plan(STORY.resolve("raised.yaml").toString(), "10.0.0.0/20", "markdown")
                .exits(0);

        String first = section(plan.out(), "## Wave 1:", "## Wave 2:");
        says(
                first,
                "**Exceeds network interfaces** with `GET /user/<id>` alone, first at 2017-02-12 16:00: "
                        + "needs 2,160, quota 2,000");
        assertTrue(!first.contains("**Exceeds Lambda concurrency"), first);
        String second = section(plan.out(), "## Wave 2:", "## Wave 3:");
        says(
                second,
                "**Exceeds Lambda concurrency by duration** with `GET /v1/notifications/<id>`, first at "
                        + "2017-02-12 16:00: needs 3,060, quota 3,000");
        says(
                second,
                "**Adds to network interfaces**, which was exceeded before: from 2,160 to 3,060, mostly by "
                        + "`GET /v1/notifications/<id>`.");
    }

    @Test
    void theTableHasTheSameFigures() {
        Cli plan = plan("2017", "10.0.1.0/26", "csv").exits(0);

        assertEquals("1", plan.cell(USER, "wave"));
        assertEquals(expected.get("wave1_concurrency"), plan.cell(USER, "concurrency_cumulative"));
        assertEquals(expected.get("wave2_concurrency"), plan.cell(NOTIFICATIONS, "concurrency_cumulative"));
        assertEquals("900", plan.cell(NOTIFICATIONS, "concurrency"));
        assertEquals(PUSH, plan.cell(USER, "peak_at"));
        assertEquals("1800", plan.cell(USER, "mean_ms"));
        assertEquals("api-user-id", plan.cell(USER, "function_name"));
    }

    @Test
    void aBreachIsAFailureOnlyWhereItIsAskedFor() throws IOException {
        Path roomy = Files.writeString(
                folder.resolve("roomy.yaml"),
                "base: 2017\nquotas:\n  lambda-concurrency: 9000\n  api-gateway-rate: 9000\n  "
                        + "api-gateway-burst: 9000\n");
        Cli.run("plan", LOG, "--quotas", "2017", "--quiet").exits(0);
        Cli.run("plan", LOG, "--quotas", "2017", "--fail-on-breach", "--quiet").exits(4);
        Cli.run("plan", LOG, "--quotas", roomy, "--fail-on-breach", "--quiet").exits(0);
    }

    private static String minute(String figure) {
        return expected.get(figure).substring(0, 16).replace('T', ' ');
    }

    private static String section(String page, String from, String to) {
        int begin = page.indexOf(from);
        int end = page.indexOf(to, begin);
        assertTrue(begin >= 0 && end > begin, page);
        return page.substring(begin, end);
    }

    private static void says(String page, String words) {
        assertTrue(page.contains(words), () -> words + "\nis not in\n" + page);
    }
}
