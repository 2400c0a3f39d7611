package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
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
    void theFiguresAreThoseOfTheScript() {
        Cli ranked = Cli.run("rank", LOG, "--order", "calls", "--quiet").exits(0);
        Cli planned = plan("2017", "10.0.1.0/26", "csv").exits(0);

        assertEquals(expected.get("user_place_by_calls"), ranked.cell(USER, "rank"));
        assertEquals("1200", planned.cell(USER, "peak_rps"));
        assertEquals(expected.get("user_concurrency"), planned.cell(USER, "concurrency"));
        assertEquals(expected.get("user_environments"), planned.cell(USER, "environments"));
        assertEquals(expected.get("notifications_concurrency"), planned.cell(NOTIFICATIONS, "concurrency"));
        assertEquals(expected.get("notifications_environments"), planned.cell(NOTIFICATIONS, "environments"));
        assertEquals(expected.get("wave1_environments"), planned.cell(USER, "environments_cumulative"));
        assertEquals(expected.get("wave2_environments"), planned.cell(NOTIFICATIONS, "environments_cumulative"));
        assertEquals("concurrency+rate", planned.cell(NOTIFICATIONS, "failing_cause"));
        assertEquals(expected.get("wave1_addresses_refused"), planned.cell(USER, "failing_calls"));
        assertEquals(expected.get("wave1_addresses_refused_in_a_minute"), planned.cell(USER, "failing_peak"));
    }

    @Test
    void theScriptWorksOutTheSameAgain() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("expected.py"), resource("/story/expected.py"));
        Program.needs("python3");
        String printed = Program.of("python3", script.toString(), LOG.toString(), USER, NOTIFICATIONS)
                .run()
                .printed();
        assertEquals(expected, figures(printed));
    }

    @Test
    void everyQuotaThatStoppedTheTeamIsNamedBeforeTheMoveWithItsMinuteAndWhatFails() {
        Cli plan = plan("2017", "10.0.1.0/26", "markdown").exits(0);

        String first = section(plan.out(), "## Wave 1:", "## Wave 2:");
        String second = section(plan.out(), "## Wave 2:", "## Wave 3:");
        says(first, exceeds(1, "Lambda concurrency", 100));
        says(first, exceeds(1, "network interfaces", 350));
        says(first, exceeds(1, "subnet addresses", 59));
        says(first, fails("wave1_concurrency", "no concurrency left: status 500 or 503"));
        says(first, fails("wave1_interfaces", "no network interface left: status 502"));
        says(first, fails("wave1_addresses", "no subnet address left: status 502"));
        says(first, "API Gateway's bucket of 2,000 tokens is never below 1,400");
        says(second, "**Exceeds API Gateway rate** with `GET /v1/notifications/<id>`, first at 2017-02-12 16:00");
        says(second, fails("wave2_rate", "API Gateway throttles: status 429"));
        says(second, fails("wave2_concurrency", "no concurrency left: status 500 or 503"));
    }

    private static String exceeds(int wave, String quota, long limit) {
        return "**Exceeds " + quota + "** with `GET /user/<id>` alone, first at "
                + minute("wave" + wave + "_environments_pass_" + limit) + ": needs "
                + number("wave" + wave + "_environments") + ", quota " + limit;
    }

    private static String fails(String what, String words) {
        return "**" + number(what + "_refused") + " calls would fail** (" + words + "), at most "
                + number(what + "_refused_in_a_minute") + " in the minute " + minute(what + "_worst_minute") + ".";
    }

    private static String number(String figure) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(expected.get(figure)));
    }

    @Test
    void moreSubnetsCureTheAddressesAndNotTheInterfaces() {
        Cli plan = plan("2017", "10.0.0.0/16", "markdown").exits(0);

        assertTrue(plan.out().contains("**Exceeds network interfaces**"), plan::toString);
        assertTrue(!plan.out().contains("**Exceeds subnet addresses**"), plan::toString);
    }

    @Test
    void withTheQuotasOfTheEndItSaysWhichStillBreakAndWhoAddsToThem() {
        Cli plan = plan(STORY.resolve("raised.yaml").toString(), "10.0.0.0/16", "markdown")
                .exits(0);

        String first = section(plan.out(), "## Wave 1:", "## Wave 2:");
        says(
                first,
                "**Exceeds network interfaces** with `GET /user/<id>` alone, first at 2017-02-12 16:00: needs 2,506");
        assertTrue(!first.contains("**Exceeds Lambda concurrency"), first);
        String second = section(plan.out(), "## Wave 2:", "## Wave 3:");
        says(
                second,
                "**Exceeds Lambda concurrency** with `GET /v1/notifications/<id>`, first at "
                        + "2017-02-12 16:00: needs 4,259, quota 3,000");
        says(
                second,
                "**Adds to network interfaces**, which was exceeded before: from 2,506 to 4,259, mostly by "
                        + "`GET /v1/notifications/<id>`.");
    }

    @Test
    void anExceededQuotaIsAFailureOnlyWhereThatIsAskedFor() throws IOException {
        Path roomy = Files.writeString(
                folder.resolve("roomy.yaml"),
                "base: 2017\nquotas:\n  lambda-concurrency: 9000\n  api-gateway-rate: 9000\n  "
                        + "api-gateway-burst: 9000\n");
        Cli.run("plan", LOG, "--quotas", "2017", "--quiet").exits(0);
        Path summary = folder.resolve("breach.json");
        Cli.run("plan", LOG, "--quotas", "2017", "--fail-on-breach", "--quiet", "--summary", summary)
                .exits(4)
                .saysOnErr("error: wave 4 exceeds Lambda concurrency: needs ");
        assertTrue(Files.readString(summary).contains("\"crossed\": [ \"wave 4 exceeds Lambda concurrency: needs "));
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
