package dev.pathrank.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@code pathrank rank} on small logs: reports and messages. */
class RankCommandTest {
    @TempDir
    Path folder;

    private static TestLog shop() {
        return new TestLog()
                .rows(40, "GET", "/region", 200)
                .rows(10, "GET", "/user/42", 200)
                .rows(20, "GET", "/user/1234", 200)
                .rows(5, "POST", "/order", 500)
                .rows(8, "GET", "/app.css", 200)
                .rows(3, "GET", "/wp-login.php", 404);
    }

    @Test
    void ranksTheEndpointsOfAFolder() throws IOException {
        shop().to(folder.resolve("logs/E1.2017-02-12-16.aa.gz"));

        Cli run = Cli.run("rank", folder.resolve("logs")).exits(0);

        assertEquals(
                List.of("/user/<id>", "/region", "/order"),
                run.column("pattern").subList(0, 3));
        assertEquals(List.of("1", "2", "3", "", ""), run.column("rank"));
        assertEquals(List.of("30", "40", "5", "8", "3"), run.column("calls"));
        run.saysOnErr("objects: 1 listed = 1 read + 0 skipped + 0 failed")
                .saysOnErr("rows: 86 read = 86 counted + 0 filtered + 0 rejected")
                .saysOnErr("window: 2017-02-12T16:00:00Z to 2017-02-12T16:00:39Z")
                .saysOnErr("all rows have a result type only, so each of their Errors counts as an origin call")
                .saysOnErr("endpoints: 3, including 3 candidates; asset: 1; noise: 1");
    }

    @Test
    void endsStandardErrorWithTheAccount() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        String last = Cli.run("rank", log)
                .err()
                .lines()
                .reduce((before, after) -> after)
                .orElseThrow();

        assertTrue(last.matches("time: .* s for .* MB stored: .* MB/s; .* MB of log text"), last);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void givesTheSameBytesForEveryNumberOfThreads(int threads) throws IOException {
        for (int object = 0; object < 12; object++) {
            shop().rows(object, "GET", "/catalog/" + object, 200).to(folder.resolve("logs/" + object + ".gz"));
        }
        String one =
                Cli.run("rank", folder.resolve("logs"), "--threads", 1).exits(0).out();

        assertEquals(
                one,
                Cli.run("rank", folder.resolve("logs"), "--threads", threads)
                        .exits(0)
                        .out());
    }

    @Test
    void readsStandardInputAndEveryMemberOfAGzip() {
        byte[] first = new TestLog().rows(2, "GET", "/a", 200).gzip();
        byte[] second = new TestLog().rows(3, "GET", "/b", 200).gzip();

        assertEquals(
                List.of("3", "2"),
                Cli.run(Gzip.joined(first, second), "rank", "-").exits(0).column("calls"));
    }

    @Test
    void readsSourcesOfEveryKindTogetherAndNoObjectTwice() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("logs/a.gz"));

        Cli run = Cli.run(new TestLog().rows(3, "GET", "/a", 200).plain(), "rank", log, folder.resolve("logs"), "-");

        assertEquals(List.of("5"), run.exits(0).column("calls"));
        run.saysOnErr("sources overlap; objects listed more than once and read once: 1");
    }

    @ParameterizedTest(name = "{0} keeps {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--method POST                    | 5",
                "--method GET,POST                | 86",
                "--status 404                     | 3",
                "--status 4xx,500                 | 8",
                "--status !2xx                    | 8",
                "--include /user/*                | 30",
                "--exclude /user/** --exclude **.css | 48",
                "--host WWW.example.com           | 86",
                "--host other.example.com         | 0",
                "--from 2017-02-12T16:00:30Z      | 10",
                "--to 2017-02-12T16:00:01Z        | 6",
                "--from 2017-02-12 --to 2017-02-13 | 86",
                "--from 2017-02-13 --no-prune     | 0"
            })
    void filtersParsedRows(String options, long counted) throws IOException {
        Path log = shop().to(folder.resolve("E1ABC.2017-02-12-16.0a1b2c3d.gz"));
        String words = "rank\t" + log + "\t" + options.strip().replace(' ', '\t');
        Object[] args = words.split("\t");

        Cli run = Cli.run(args).exits(counted == 0 ? 1 : 0);

        assertEquals(
                counted,
                counted == 0
                        ? 0
                        : run.column("calls").stream()
                                .mapToLong(Long::parseLong)
                                .sum(),
                run::toString);
        run.saysOnErr("rows: 86 read = " + counted + " counted + " + (86 - counted) + " filtered + 0 rejected");
    }

    @Test
    void explainsAnEmptyReport() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        Cli.run("rank", log, "--method", "PATCH").exits(1).saysOnErr("none of the 86 rows is counted (86 filtered");
    }

    /** Each counted row tells by itself what decided whether it is an origin call. */
    @Test
    void tellsWhatDecidedOfTheCountedRowsAlone() throws IOException {
        String fields = "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type";
        String detailed = " x-edge-detailed-result-type\n";
        StringBuilder log = new StringBuilder(fields + "\n");
        log.append("2017-02-01\t16:00:00\tGET\t/a\t200\tMiss\n".repeat(100));
        log.append(fields).append(detailed);
        log.append("2017-02-02\t16:00:00\tGET\t/a\t200\tMiss\tMiss\n".repeat(100));
        Path joined = Files.writeString(folder.resolve("joined.log"), log);

        Cli.run("rank", joined, "--from", "2017-02-02").saysOnErr("all rows have a result type and a detailed");
        Cli.run("rank", joined).saysOnErr("100 rows have a result type only");

        Path single = Files.writeString(
                folder.resolve("single.log"), fields + detailed + "2017-02-01\t16:00:00\tGET\t/a\t200\t-\t-\n");
        Cli.run("rank", single).saysOnErr("no result type");
    }

    @Test
    void leavesOutObjectsOfOtherHoursAndSaysHowToOpenThem() throws IOException {
        shop().to(folder.resolve("logs/E1ABC.2017-02-12-16.0a1b2c3d.gz"));

        Cli.run("rank", folder.resolve("logs"), "--from", "2017-03-01")
                .exits(1)
                .saysOnErr("with an hour from 2017-03-01T00:00:00Z on; --no-prune opens all of them")
                .printsNothing();
    }

    @Test
    void takesTheObjectsOfOneDistributionAndNamesSeveral() throws IOException {
        new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("logs/E1AAA.2017-02-12-16.0a1b2c3d.gz"));
        new TestLog().rows(3, "GET", "/a", 200).to(folder.resolve("logs/E2BBB.2017-02-12-16.0a1b2c3d.gz"));

        Cli.run("rank", folder.resolve("logs"))
                .exits(0)
                .saysOnErr("the logs contain 2 distributions: E2BBB (3 calls), E1AAA (2 calls)");
        Cli one = Cli.run("rank", folder.resolve("logs"), "--distribution", "E1AAA")
                .exits(0);
        assertEquals(List.of("2"), one.column("calls"));
        one.doesNotSayOnErr("distributions");
    }

    @Test
    void namesTheThreeLargestOfSeveralHosts() throws IOException {
        TestLog log = new TestLog();
        for (int host = 1; host <= 4; host++) {
            log.host("h" + host + ".example.com").rows(host, "GET", "/a", 200);
        }
        Path file = log.to(folder.resolve("a.gz"));

        Cli all = Cli.run("rank", file).exits(0);
        assertEquals(List.of("10"), all.column("calls"));
        all.saysOnErr("h4.example.com (4 calls), h3.example.com (3 calls), h2.example.com (2 calls) and more");
        Cli one = Cli.run("rank", file, "--host", "h1.example.com").exits(0);
        one.doesNotSayOnErr("several hosts");
        assertEquals(
                List.of("h4.example.com", "h3.example.com", "h2.example.com", "h1.example.com"),
                Cli.run("rank", file, "--by-host", "--order", "calls").column("host"));
    }

    @Test
    void saysHowOriginCallsWereToldForEachRowOfAConcatenation() {
        String bare = "#Fields: date time cs-method cs-uri-stem sc-status\n2017-02-12\t16:00:00\tGET\t/a\t200\n";
        String both = bare + new String(new TestLog().rows(2, "GET", "/a", 200).plain(), UTF_8);

        Cli.run(both.getBytes(UTF_8), "rank", "-")
                .exits(0)
                .saysOnErr("so each of them counts as an origin call; 2 rows have a result type only, so each "
                        + "of their Errors counts");
    }

    @Test
    void saysOfSeveralHostsOnlyWhatHolds() throws IOException {
        Path file = new TestLog()
                .rows(2, "GET", "/a", 200)
                .host("-")
                .rows(1, "GET", "/a", 200)
                .with("d111111abcdef8.cloudfront.net", "-")
                .to(folder.resolve("a.gz"));

        Cli.run("rank", file)
                .exits(0)
                .saysOnErr("added together: www.example.com (2 calls), no host (1 calls); --by-host separates them");
        Cli.run("rank", file, "--by-host")
                .exits(0)
                .saysOnErr("the logs contain several hosts: www.example.com (2 calls), no host (1 calls); --host")
                .doesNotSayOnErr("added up");
    }

    @Test
    void namesNoDistributionWithoutACountedRow() throws IOException {
        new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("logs/E1AAA.2017-02-12-16.0a1b2c3d.gz"));
        new TestLog().rows(3, "POST", "/a", 200).to(folder.resolve("logs/E2BBB.2017-02-12-16.0a1b2c3d.gz"));

        Cli.run("rank", folder.resolve("logs"), "--method", "GET").exits(0).doesNotSayOnErr("distributions");
    }

    @Test
    void readsAFileOnceThoughALinkLeadsToItAgain() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("logs/a.gz"));
        Path link = Files.createSymbolicLink(folder.resolve("again"), folder.resolve("logs"));

        Cli run = Cli.run("rank", log, folder.resolve("logs"), link).exits(0);

        assertEquals(List.of("2"), run.column("calls"));
        run.saysOnErr("objects listed more than once and read once: 2");
    }

    @Test
    void masksPeopleAndSecretsInNoticesToo() throws IOException {
        TestLog log = new TestLog();
        for (int word = 0; word < 26 * 26; word++) {
            String name = "" + (char) ('a' + word / 26) + (char) ('a' + word % 26) + "quz";
            log.rows(1, "GET", "/reset/anna@example.com/" + name, 200);
            log.rows(1, "GET", "/key/0123456789abcdefghij/" + name, 200);
        }

        Cli.run("rank", log.to(folder.resolve("a.gz")))
                .exits(0)
                .saysOnErr("calls under www.example.com/reset/<email>/ have too many different names")
                .saysOnErr("calls under www.example.com/key/<token>/ have")
                .doesNotSayOnErr("anna")
                .doesNotSayOnErr("0123456789");
    }

    @Test
    void keepsWhatIsPooledApartFromAPatternOfTheSameForm() throws IOException {
        TestLog log = new TestLog();
        for (int host = 0; host < 60; host++) {
            log.host("h" + host + ".example.com").rows(1, "GET", "/w/x/y", 404).rows(2, "GET", "/ok", 200);
        }
        Cli run = Cli.run("rank", log.to(folder.resolve("a.gz")), "--by-host", "--pattern", "/<path>")
                .exits(0);

        List<String> patterns = run.column("pattern");
        List<String> errors = run.column("errors_4xx");
        List<String> stated = IntStream.range(0, patterns.size())
                .filter(row -> patterns.get(row).equals("/<path>"))
                .mapToObj(errors::get)
                .toList();
        assertEquals(Collections.nCopies(60, "0"), stated, run::toString);
        assertEquals(10, Collections.frequency(patterns, "/<path>/..."), run::toString);
    }

    @Test
    void cutsTheExampleOfAVeryLongPath() throws IOException {
        Path log = new TestLog().rows(1, "GET", "/a/" + "x".repeat(8000), 200).to(folder.resolve("a.gz"));

        String example = Cli.run("rank", log).exits(0).column("example").get(0);

        assertEquals("/a/" + "x".repeat(509) + "...", example);
    }

    @Test
    void takesTheLargestFiguresThatALogCanHold() throws IOException {
        Path log = new TestLog()
                .rows(1, "GET", "/a", 200)
                .with("1045", "9223372036854775807")
                .with("0.100", "1728000.000")
                .row("9999-12-31\t23:59:59", "GET", "/a", "200")
                .with("1045", "9223372036854775807")
                .with("0.100", "1728000.000")
                .row("9999-12-31\t23:59:59", "GET", "/a", "200")
                .with("0.100", "1728000.000")
                .to(folder.resolve("a.gz"));

        Cli run = Cli.run("rank", log).exits(0);

        assertEquals(List.of("9223372036854775807"), run.column("bytes_out"));
        assertEquals(1.728e9, Double.parseDouble(run.column("p50_ms").get(0)), 1.728e7);
        assertEquals(List.of("1728000000"), run.column("max_ms"));
        assertEquals(List.of("2"), run.column("peak_rps"));
        assertEquals(List.of("9999-12-31T23:59:59Z"), run.column("peak_at"));
    }

    @Test
    void statesPatternsThatWin() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/shop/red", 200).to(folder.resolve("a.gz"));

        assertEquals(
                List.of("/shop/<colour>"),
                Cli.run("rank", log, "--pattern", "/shop/<colour>").exits(0).column("pattern"));
    }

    @Test
    void dropsRowsFromTheOutputAndChangesNoCellOfTheOthers() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));
        Cli all = Cli.run("rank", log).exits(0);

        assertEquals(all.rows().subList(0, 2), Cli.run("rank", log, "--top", 2).rows());
        List<String> assets = Cli.run("rank", log, "--only", "asset,noise").rows();
        assertEquals(all.rows().subList(3, 5), assets);
    }

    @Test
    void writesEveryFormat() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        Cli.run("rank", log, "--format", "TSV").exits(0).printsLine("2\tGET\t/region\t.*");
        Cli.run("rank", log, "--format", "json").exits(0).printsLine(".*\"pattern\": ?\"/region\".*");
        Cli.run("rank", log, "--format", "markdown").exits(0).printsLine("\\| 2 \\| GET /region \\|.*");
    }

    @ParameterizedTest
    @CsvSource({"calls,/region", "origin-calls,/region", "p95,/order", "peak,/region", "score,/region"})
    void ordersByWhatIsAsked(String order, String first) throws IOException {
        Path log = new TestLog()
                .rows(40, "GET", "/region", 200)
                .raw(new String(new TestLog().rows(1, "POST", "/order", 200).plain(), UTF_8)
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElseThrow()
                        .replace("\t0.100\t", "\t9.000\t"))
                .to(folder.resolve("a.gz"));

        assertEquals(
                first,
                Cli.run("rank", log, "--order", order, "--preset", "traffic-first")
                        .exits(0)
                        .column("pattern")
                        .get(0));
    }

    @Test
    void readsLogsWithoutAHeaderByTheFieldsGiven() {
        byte[] row = "2017-02-12\t16:00:00\tGET\t/a\t200\n".getBytes(UTF_8);

        Cli.run(row, "rank", "-").exits(1).saysOnErr("-: no #Fields: line");
        Cli named = Cli.run(row, "rank", "-", "--fields", "date time cs-method cs-uri-stem sc-status");
        assertEquals(List.of("1"), named.exits(0).column("calls"));
        named.saysOnErr("no result type");
    }

    @Test
    void staysQuietWhenAskedTo() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        Cli.run("rank", log, "--quiet").exits(0).saysNothingOnErr();
    }

    @Test
    void namesEachObjectWhenAskedTo() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        Cli.run("rank", log, "--verbose").exits(0).saysOnErr(log + ": read, 86 rows");
    }

    @Test
    void writesTheAccountAsJson() throws IOException {
        Path log = shop().row("2017-02-12\t16:00:00", "GET", "/a", "OOO").to(folder.resolve("a.gz"));
        Path summary = folder.resolve("summary.json");

        Cli.run("rank", log, "--summary", summary, "--status", "200").exits(0);

        String json = Files.readString(summary).replaceAll("\\s", "");
        assertTrue(json.contains("\"objects\":{\"listed\":1,\"read\":1,\"skipped\":0,\"failed\":0}"), json);
        assertTrue(json.contains("\"rows\":{\"read\":87,\"counted\":78,\"filtered\":8,\"rejected\":1}"), json);
        assertTrue(json.contains("\"rejected_by\":{\"bad-status\":1}"), json);
        assertTrue(json.contains("\"complete\":true"), json);
    }

    @Test
    void endsQuietlyWhenThePipeIsClosed() throws IOException {
        Path log = shop().to(folder.resolve("a.gz"));

        Cli.into(new ClosedPipeStream(), "rank", log, "--quiet").exits(0).saysNothingOnErr();
        Cli.into(new ClosedPipeStream(), "--help").exits(0).saysNothingOnErr();
    }

    @Test
    void cutsHostsThatAreLongerThanNames() throws IOException {
        String host = "a".repeat(8000);
        Path log = folder.resolve("hosts.log");
        new TestLog()
                .host(host)
                .rows(3, "GET", "/a", 200)
                .host("b.example")
                .rows(1, "GET", "/a", 200)
                .to(log);
        Path summary = folder.resolve("summary.json");

        Cli run = Cli.run("rank", log, "--summary", summary).exits(0).saysOnErr("a".repeat(250) + "...");

        assertFalse(run.err().contains("a".repeat(254)), run.err());
        assertFalse(Files.readString(summary).contains("a".repeat(254)));
    }
}
