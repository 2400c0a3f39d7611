package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.samples.EncodedLog;
import dev.pathrank.samples.FormatTraffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the same traffic in every log format of CloudFront gives the same report. */
class SevenFormatsTest {
    private static final FormatTraffic TRAFFIC = FormatTraffic.of(3000, 7);
    private static final String FIELDS = String.join(" ", EncodedLog.V2_FIELDS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(EncodedLog.class)
    void givesOneAndTheSameReportOfEveryKind(EncodedLog kind) throws IOException {
        Path log = Files.write(folder.resolve("object"), kind.write(TRAFFIC));
        Path zipped = Files.write(folder.resolve("zipped"), EncodedLog.gzip(kind.write(TRAFFIC)));
        String expected = report(Files.write(folder.resolve("legacy"), EncodedLog.LEGACY.write(TRAFFIC)));

        assertEquals(expected, report(log));
        assertEquals(expected, report(zipped));
        Path zstd = Files.write(folder.resolve("zstd"), EncodedLog.zstd(kind.write(TRAFFIC)));
        assertEquals(expected, report(zstd));
    }

    @Test
    void readsAllKindsOfOneRunIntoOneListOfEndpoints() throws IOException {
        List<Path> mixed = new ArrayList<>();
        List<Path> alike = new ArrayList<>();
        for (EncodedLog kind : EncodedLog.values()) {
            FormatTraffic part = FormatTraffic.of(400, kind.ordinal());
            mixed.add(Files.write(folder.resolve("mixed-" + kind), kind.write(part)));
            alike.add(Files.write(folder.resolve("alike-" + kind), EncodedLog.LEGACY.write(part)));
        }

        Cli run = Cli.run("rank", "--fields", FIELDS, mixed)
                .exits(0)
                .saysOnErr("objects: 7 listed = 7 read + 0 skipped + 0 failed");

        assertEquals(Cli.run("rank", alike).exits(0).out(), run.out());
    }

    @Test
    void warnsOfTrafficThatTwoKindsTellOfAndCountsItOnceIfTold() throws IOException {
        Path legacy = Files.write(folder.resolve("legacy"), EncodedLog.LEGACY.write(TRAFFIC));
        Path v2 = Files.write(folder.resolve("v2"), EncodedLog.V2_JSON.write(TRAFFIC));
        Path other = Files.write(folder.resolve("other"), EncodedLog.REAL_TIME.write(FormatTraffic.of(500, 8)));
        Path realTime = Files.write(folder.resolve("real-time"), EncodedLog.REAL_TIME.write(TRAFFIC));

        Cli.run("rank", legacy, v2)
                .exits(0)
                .saysOnErr("v2 and legacy logs contain the same requests in 2 hours: about 3,000 calls")
                .saysOnErr("--dedupe counts them once");
        Cli.run("rank", legacy, other).exits(0).doesNotSayOnErr("the same requests");
        Cli once = Cli.run("rank", "--dedupe", realTime, legacy, v2)
                .exits(0)
                .saysOnErr("rows: 9,000 read = 3,000 counted + 6,000 filtered + 0 rejected")
                .saysOnErr("--dedupe dropped 6,000 rows")
                .doesNotSayOnErr("the same requests");
        assertEquals(report(legacy), once.out());
    }

    @Test
    void dedupesHourByHourAndKeepsTheHoursThatOnlyAPoorerKindCovers() throws IOException {
        byte[] text = EncodedLog.LEGACY.write(TRAFFIC);
        String firstHour = new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("#") || line.contains("\t10:"))
                .collect(Collectors.joining("\n", "", "\n"));
        Path legacy = Files.write(folder.resolve("legacy"), firstHour.getBytes(StandardCharsets.ISO_8859_1));
        Path realTime = Files.write(folder.resolve("real-time"), EncodedLog.REAL_TIME.write(TRAFFIC));

        String once = Cli.run("rank", "--dedupe", "--threads", "1", realTime, legacy)
                .exits(0)
                .out();

        assertEquals(report(Files.write(folder.resolve("all"), text)), once);
        assertEquals(
                once,
                Cli.run("rank", "--dedupe", "--threads", "2", legacy, realTime)
                        .exits(0)
                        .out());
    }

    @Test
    void scalesRealTimeLogsByTheirSamplingRateAndSaysSo() throws IOException {
        Path log = Files.write(folder.resolve("real-time"), EncodedLog.REAL_TIME.write(TRAFFIC));
        Path legacy = Files.write(folder.resolve("legacy"), EncodedLog.LEGACY.write(TRAFFIC));

        Cli whole = Cli.run("rank", log).exits(0).doesNotSayOnErr("estimated");
        Cli quarter = Cli.run("rank", "--sampling-rate", 25, log)
                .exits(0)
                .saysOnErr("rows: 3,000 read = 3,000 counted")
                .saysOnErr("calls: 12,000 estimated, because 3,000 rows of real-time logs are a sample of 25 %");
        Cli third = Cli.run("rank", "--sampling-rate", 30, log).exits(0);

        for (String scaled : List.of("calls", "origin_calls", "errors_4xx", "errors_5xx", "bytes_out", "peak_rps")) {
            Map<String, String> expected = whole.cells(scaled);
            expected.replaceAll((endpoint, number) -> Long.toString(4 * Long.parseLong(number)));
            assertEquals(expected, quarter.cells(scaled), scaled);
        }
        for (String same : List.of("share", "p50_ms", "max_ms", "clients", "first_seen", "hit_ratio")) {
            assertEquals(whole.cells(same), quarter.cells(same), same);
        }
        long calls = third.column("calls").stream().mapToLong(Long::parseLong).sum();
        assertTrue(calls > 9_800 && calls < 10_200, calls + " calls of 3,000 at 30 %");
        Cli.run("rank", "--sampling-rate", 25, legacy).exits(0).doesNotSayOnErr("estimated");
        Cli.run("rank", "--sampling-rate", 0, log).exits(2).saysOnErr("--sampling-rate 0 is not a percentage");
    }

    @Test
    void countsWhatStandsBeforeTheDamageOfACutZstandardObject() throws IOException {
        byte[] packed = EncodedLog.zstd(EncodedLog.LEGACY.write(FormatTraffic.of(20_000, 3)));
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, packed.length / 2));

        Cli.run("rank", cut)
                .exits(3)
                .saysOnErr("the Zstandard data is truncated: it ends at byte")
                .saysOnErr("rows before that");
    }

    @Test
    void saysByWhichLayoutItReadsAnObjectThatNamesNoColumns() throws IOException {
        Path log = Files.write(folder.resolve("real-time"), EncodedLog.REAL_TIME.write(TRAFFIC));
        Path v2 = Files.write(folder.resolve("raw"), EncodedLog.V2_RAW.write(TRAFFIC));

        Cli.run("rank", log).exits(0).saysOnErr("1 read as real-time log of 40 columns in the documented order");
        Cli.run("rank", "--fields", FIELDS, v2).exits(0).doesNotSayOnErr("name no columns");
        Cli.run("rank", v2, log)
                .exits(3)
                .saysOnErr("and it fits no known layout")
                .saysOnErr("1 failed");
    }

    @Test
    void skipsOtherLogsAndFailsWhatIsNoneAndGoesOn() throws IOException {
        String connection =
                "{\"connectionStatus\":\"Success\",\"tlsProtocol\":\"TLSv1.3\",\"clientIp\":\"192.0.2.1\"}\n";
        Path skipped = Files.writeString(folder.resolve("connections"), connection);
        Path trail = Files.writeString(folder.resolve("trail"), "{\"Records\":[{\"eventVersion\":\"1.08\"}]}\n");
        Path garbage = Files.write(folder.resolve("garbage"), new byte[] {1, 0, 2, 0, 3});
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(EncodedLog.V2_PARQUET.write(TRAFFIC), 10_000));
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        Path log = Files.write(folder.resolve("v2"), EncodedLog.V2_JSON.write(TRAFFIC));

        Cli.run("rank", skipped, trail, garbage, cut, empty, log)
                .exits(3)
                .saysOnErr("objects: 6 listed = 2 read + 1 skipped + 3 failed")
                .saysOnErr("skipped, because it contains no requests: connection log (" + skipped + ")")
                .saysOnErr("trail: a CloudTrail log, not a CloudFront log")
                .saysOnErr("cut: a truncated Parquet file")
                .saysOnErr("rows: 3,000 read = 3,000 counted");
    }

    @ParameterizedTest
    @EnumSource(EncodedLog.class)
    void readsAKeyOfTheQueryFromEveryKind(EncodedLog kind) throws IOException {
        Path log = Files.write(folder.resolve("object"), kind.write(TRAFFIC));
        Path legacy = Files.write(folder.resolve("legacy"), EncodedLog.LEGACY.write(TRAFFIC));
        String expected = report(legacy, "--query-key", "page");

        assertEquals(expected, report(log, "--query-key", "page"));
        assertTrue(expected.contains("?page=<"), expected);
    }

    private static String report(Path log, Object... more) {
        return Cli.run("rank", "--fields", FIELDS, log, more)
                .exits(0)
                .saysOnErr("rows: 3,000 read = 3,000 counted + 0 filtered + 0 rejected")
                .doesNotSayOnErr("odd")
                .out();
    }
}
