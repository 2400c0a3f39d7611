package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs as deliveries, tools and hands have changed them, and the files that lie among them. */
class DeliveredLogsTest {
    private static final Path LOGS = Path.of("src/test/resources/logs");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1} rows")
    @CsvSource({
        "json-one-line.gz, '1,200'",
        "json-literal-newline.gz, 40",
        "json-array.gz, 40",
        "realtime-json-iso-timestamp.gz, 40",
        "timestamp-beside-date-time.log, 2",
        "version-line-pipe-delimiter.log, 40",
        "realtime-trailing-tab.gz, 40",
        "hyphen-columns.parquet, 40",
    })
    void countsEveryRow(String file, String rows) {
        Cli.run("rank", LOGS.resolve(file))
                .exits(0)
                .saysOnErr("rows: " + rows + " read = " + rows + " counted + 0 filtered + 0 rejected\n");
    }

    @Test
    void takesTheTimeOfTheLogBeforeThatOfTheDelivery() {
        Cli run = Cli.run("rank", LOGS.resolve("timestamp-beside-date-time.log"));

        assertEquals("1", run.column("peak_rps").get(0));
        assertEquals("2025-04-07T13:38:48Z", run.column("first_seen").get(0));
        assertEquals("2025-04-07T13:39:00Z", run.column("last_seen").get(0));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "iis.log, a log of Microsoft IIS",
        "s3-access-log, an S3 server access log",
        "cloudwatch-export.gz, an export of CloudWatch Logs",
    })
    void namesAForeignFileForWhatItIs(String file, String name) {
        Cli run = Cli.run("rank", LOGS.resolve(file)).exits(1).saysOnErr(": " + name + ", not a CloudFront log; ");

        assertFalse(run.err().contains("--fields"), run::toString);
    }

    @Test
    void saysWhereNoObjectNeededTheStatedDelimiter() {
        String notice = "--delimiter \"|\" was not needed";

        Cli.run("rank", LOGS.resolve("standard-33-columns.log"), "--delimiter", "|")
                .exits(0)
                .saysOnErr(notice);
        Cli needed = Cli.run("rank", LOGS.resolve("version-line-pipe-delimiter.log"), "--delimiter", "|")
                .exits(0);
        assertFalse(needed.err().contains(notice), needed::toString);
    }

    @Test
    void readsALogWhoseTabsBecameSpaces() throws IOException {
        Path log = Files.writeString(folder.resolve("pasted.log"), """
                #Version: 1.0
                #Fields: date time x-edge-location cs-method cs(Host) cs-uri-stem sc-status
                2014-05-23 01:13:11 FRA2 GET d111111abcdef8.cloudfront.net /view/my/orders 200
                2014-05-23 01:13:12    FRA2   POST   d111111abcdef8.cloudfront.net   /view/my/orders 200
                """);

        Cli run = Cli.run("rank", log).exits(0).saysOnErr("rows: 2 read = 2 counted + 0 filtered + 0 rejected\n");
        assertEquals(List.of("/view/my/orders", "/view/my/orders"), run.column("pattern"));
    }

    /** The name of one column of another kind of log makes no log of that kind. */
    @Test
    void decidesEachColumnByItsOwnName() throws IOException {
        Path log = Files.writeString(
                folder.resolve("mixed.log"),
                "#Version: 1.0\n#Fields: date time cs-method cs-host cs-uri-stem sc-status x-edge-result-type"
                        + " time-taken\n2014-05-23\t01:13:11\tGET\ta.example.com\t/x\t200\tMiss\t0.5\n");

        Cli run = Cli.run("rank", "--by-host", "--sampling-rate", "50", log)
                .exits(0)
                .doesNotSayOnErr("estimated");
        assertEquals(List.of("a.example.com"), run.column("host"));
        assertEquals(List.of("500"), run.column("max_ms"));
    }

    @Test
    void readsFoldersOfHive() throws IOException {
        Path day = Files.createDirectories(folder.resolve("cdn/year=2017/month=02/day=12/hour=16"));
        new TestLog().rows(3, "GET", "/a", 200).to(day.resolve("E1AB.2017-02-12-16.1a2b3c4d.gz"));

        Cli.run("rank", folder.resolve("cdn"), "--from", "2017-02-12", "--to", "2017-02-13")
                .exits(0)
                .saysOnErr("rows: 3 read = 3 counted");
        Cli.run("rank", folder.resolve("cdn"), "--from", "2017-03-12").exits(1).saysOnErr("--no-prune");
    }

    @Test
    void failsALogOfWhichMostRowsAreRejectedAndCountsTheOthers() throws IOException {
        StringBuilder log = new StringBuilder("#Version: 1.0\n#Fields: date time cs-method cs-uri-stem sc-status\n");
        for (int row = 0; row < 20; row++) {
            log.append("2024-11-15\t19:45:51\tGET\t/a\t")
                    .append(row < 9 ? "200" : "none")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("most.log"), log);

        Cli.run("rank", file)
                .exits(3)
                .saysOnErr("11 of its 20 rows cannot be read (bad-status 11), and the others count")
                .saysOnErr("rows: 20 read = 9 counted + 0 filtered + 11 rejected");

        Files.writeString(
                file,
                log.append("2024-11-15\t19:45:51\tGET\t/a\t200\n").append("2024-11-15\t19:45:51\tGET\t/a\t200\n"));
        Cli.run("rank", file).exits(0).saysOnErr("22 read = 11 counted + 0 filtered + 11 rejected");
    }

    @Test
    void namesTheFirstOfManyForeignFilesAndCountsTheOthersByReason() throws IOException {
        for (int file = 0; file < 250; file++) {
            Files.write(folder.resolve("p" + file + ".png"), "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Files.writeString(folder.resolve("s" + file), "<html><body>" + file + "</body></html>\n");
        }
        Files.copy(LOGS.resolve("standard-33-columns.log"), folder.resolve("standard.log"));

        Cli run = Cli.run("rank", folder)
                .exits(3)
                .saysOnErr("200 objects so far hold no CloudFront log; reading goes on")
                .saysOnErr("error: and 495 more objects without a log; all 500 by reason:"
                        + " 250: a PNG picture; 250: an HTML or XML document (--verbose names each)");

        assertEquals(
                6, run.err().lines().filter(line -> line.contains(": error: ")).count(), run::toString);
    }

    @Test
    void showsTheCellsOfARejectedJsonRecordAsThoseOfARowWithTabs() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.json"),
                "{\"date\":\"2024-11-15\",\"time\":\"19:45:51\",\"c-ip\":\"192.0.2.77\",\"cs-method\":\"GET\","
                        + "\"cs-uri-stem\":\"\\/a\\/b?q=secret\",\"sc-status\":\"none\",\"cs_referer\":\"x\"}\n");
        Path rejects = folder.resolve("rejects.csv");

        Cli.run("rank", log, "--rejects", rejects);

        String row = Files.readString(rejects).lines().skip(1).findFirst().orElseThrow();
        assertTrue(row.contains("bad-status,2024-11-15\t19:45:51\t<masked>\tGET\t/a/b?<masked>\t"), row);
        assertFalse(row.contains("192.0.2") || row.contains("secret"), row);
    }
}
