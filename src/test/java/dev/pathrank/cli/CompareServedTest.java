package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two sides of a move in one period: {@code compare --by-served}. */
class CompareServedTest {
    private static final String HEADER = "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type"
            + " time-taken x-edge-request-id x-host-header viewer-request-log-data cache-behavior-path-pattern\n";
    private static final int CALLS = 1500;

    @TempDir
    Path folder;

    /** Half of the calls of two endpoints are moved; one in ten of the moved users' calls fails. */
    private static List<String> rows(UnaryOperator<String> encoding) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            boolean moved = i % 2 == 0;
            String to = moved ? "wave=1;to=http-api;route=" : "wave=0;to=origin;route=";
            boolean fails = moved && i % 20 == 0;
            rows.add(row(
                    i,
                    "/user/" + i,
                    fails ? 502 : 200,
                    encoding.apply(to + "GET /user/<id>"),
                    moved ? "/user/*" : "*"));
            rows.add(row(
                    i, "/cart/" + (i % 700), 200, encoding.apply(to + "GET /cart/<code>"), moved ? "/cart/*" : "*"));
            rows.add(row(i, "/about", 200, "-", "-"));
        }
        return rows;
    }

    private static String row(int i, String path, int status, String data, String behaviour) {
        String time = String.format(Locale.ROOT, "2017-02-12\t%02d:%02d:%02d", 10 + i / 600, i / 10 % 60, i % 60);
        String result = status == 200 ? "Miss" : "Error";
        return String.join(
                "\t",
                time,
                "GET",
                path,
                "" + status,
                result,
                "0.120",
                "id" + i + path,
                "h.example.com",
                data,
                behaviour);
    }

    private Path log(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
    }

    private static String once(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void comparesBothSidesOfOnePeriod() throws IOException {
        Path log = log("a.log", rows(text -> text));
        Cli run = Cli.run("compare", log, "--by-served", "--fail-on-regression").exits(4);

        assertEquals("roll back", run.cell("GET /user/<id>", "verdict"));
        assertEquals("keep", run.cell("GET /cart/<id>", "verdict"));
        assertEquals("750", run.cell("GET /user/<id>", "origin_calls_before"));
        assertEquals("750", run.cell("GET /user/<id>", "origin_calls_after"));
        assertEquals(
                run.cell("GET /user/<id>", "calls_per_hour_before"),
                run.cell("GET /user/<id>", "calls_per_hour_after"));
        assertEquals(2, run.rows().size(), "calls whose log does not say are on neither side");
        run.saysOnErr("before is what the present origin served, after what new origins did");
        run.saysOnErr("before rows: 4,500 read = 1,500 counted + 3,000 filtered + 0 rejected");
        run.doesNotSayOnErr("the router's route is not the endpoint");
    }

    @Test
    void readsTheDataHoweverCloudFrontHasEncodedIt() throws IOException {
        String expected = Cli.run("compare", log("a.log", rows(text -> text)), "--by-served")
                .out();

        assertEquals(
                expected,
                Cli.run("compare", log("b.log", rows(CompareServedTest::once)), "--by-served")
                        .out());
        assertEquals(
                expected,
                Cli.run("compare", log("c.log", rows(text -> once(once(text)))), "--by-served")
                        .out());
        Cli escaped = Cli.run(
                "compare",
                log(
                        "d.log",
                        rows(text ->
                                text.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"))),
                "--by-served");
        assertEquals(expected, escaped.out());
        escaped.doesNotSayOnErr("the router's route is not the endpoint");
    }

    @Test
    void anyOrderAndSplitGivesTheSameBytes() throws IOException {
        List<String> rows = rows(text -> text);
        String expected = Cli.run("compare", log("a.log", rows), "--by-served").out();
        Collections.shuffle(rows, new Random(7));
        Path parts = Files.createDirectories(folder.resolve("parts"));
        for (int part = 0; part < 3; part++) {
            int from = part * 1500;
            Files.writeString(
                    parts.resolve(part + ".log"), HEADER + String.join("\n", rows.subList(from, from + 1500)) + "\n");
        }

        assertEquals(
                expected,
                Cli.run("compare", parts, "--by-served", "--threads", 3).out());
    }

    @Test
    void tellsWhereTheRoutersRouteIsNotTheEndpoint() throws IOException {
        Path log = log("a.log", rows(text -> text.replace("/cart/<code>", "/cart/<code>/items")));

        Cli.run("compare", log, "--by-served")
                .exits(0)
                .saysOnErr(
                        "the router's route is not the endpoint: GET /cart/<code>/items counts for /cart/<id> in 16 of"
                                + " 16 sampled calls");
    }

    @Test
    void withoutTheRoutersDataTheCacheBehaviourDecides() throws IOException {
        Path behaviours = Files.writeString(folder.resolve("behaviours.json"), """
                {"CacheBehaviors": {"Quantity": 3, "Items": [
                  {"PathPattern": "/user/*", "TargetOriginId": "http-api", "AllowedMethods": {"Items": ["GET"]}},
                  {"PathPattern": "/cart/*", "TargetOriginId": "http-api"},
                  {"PathPattern": "/about", "TargetOriginId": "present-origin"}]}}
                """);
        Path log = log("a.log", rows(text -> "-"));
        Cli run = Cli.run("compare", log, "--by-served", "--behaviours", behaviours)
                .exits(0);

        assertEquals("roll back", run.cell("GET /user/<id>", "verdict"));
        assertEquals("750", run.cell("GET /cart/<id>", "origin_calls_before"));
        Cli.run("compare", log, "--by-served").exits(1).printsNothing().saysOnErr("check --by-served");
    }

    @Test
    void aTallyDoesNotKnowWhoServed() throws IOException {
        Path tally = folder.resolve("a.tally");
        Cli.run("rank", log("a.log", rows(text -> text)), "--save", tally).exits(0);

        Cli.run("compare", tally, "--by-served").exits(2).printsNothing().saysOnErr("--by-served");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare a --by-served --at 2017-02-13   | leave out --at, --before, --after and --state",
                "compare --state s --by-served           | leave out --at",
                "compare - --by-served                   | standard input (-) can be read only once",
                "compare a b --behaviours x.json         | --behaviours needs --by-served",
                "compare a --by-served --behaviours none | --behaviours none cannot be read"
            })
    void wrongUsageSaysWhatIsRight(String command, String why) {
        Cli.run((Object[]) command.strip().split(" +")).exits(2).saysOnErr(why);
    }

    @Test
    void hostileDataIsOnNeitherSideOrOnTheOneItNames() throws IOException {
        List<String> rows = rows(text -> text);
        for (String data : List.of(
                "%", ";to=", "%3Bto%3D", "x".repeat(5000), "%25".repeat(300), ";to=origin;route=", "to=origin")) {
            rows.add(row(7, "/hostile", 200, data, "-"));
        }
        Cli run = Cli.run("compare", log("a.log", rows), "--by-served").exits(0);

        assertEquals("roll back", run.cell("GET /user/<id>", "verdict"));
        assertTrue(run.err().contains("before rows: 4,507 read = 1,501 counted + 3,006 filtered"), run::toString);
    }
}
