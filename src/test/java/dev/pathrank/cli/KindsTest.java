package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kind of row each endpoint of a log is (contract: "Kinds, order, score"). */
class KindsTest {
    @TempDir
    Path folder;

    @Test
    void mediaAreAssetsInAnyMixtureOfEndings() throws IOException {
        TestLog log = new TestLog().rows(3, "GET", "/api/orders", 200);
        String[] endings = {"jpg", "webp", "avif", "PNG"};
        for (int i = 0; i < 80; i++) {
            log.rows(1, "GET", "/images/" + Integer.toHexString(i * 7_919 + 0x1234567) + "." + endings[i % 4], 200);
            log.rows(1, "GET", "/vod/" + (100 + i / 20) + "/seg_" + (10_000 + i) + (i % 2 == 0 ? ".ts" : ".m4s"), 200);
        }

        Cli run = Cli.run("rank", log.to(folder.resolve("a.gz"))).exits(0);

        for (int row = 0; row < run.rows().size(); row++) {
            boolean api = run.column("pattern").get(row).equals("/api/orders");
            assertEquals(api ? "endpoint" : "asset", run.column("kind").get(row), run::toString);
        }
        run.saysOnErr("endpoints: 1, including 1 candidates; asset: ");
    }

    /** An ending that nobody knows is media where the log has its content type; without an ending it is an endpoint. */
    @Test
    void mediaAreKnownByTheirContentTypeToo() throws IOException {
        StringBuilder log = new StringBuilder(
                "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type sc-content-type\n");
        for (int row = 0; row < 30; row++) {
            String time = String.format(Locale.ROOT, "2017-02-12\t16:00:%02d\tGET\t", row);
            log.append(time).append("/clips/").append(1000 + row).append(".cmfv\t200\tMiss\tvideo/mp4\n");
            log.append(time).append("/data/").append(1000 + row).append(".cmfv\t200\tMiss\tapplication/json\n");
            log.append(time).append("/qr/").append(1000 + row).append("\t200\tMiss\timage/png\n");
        }
        Cli run = Cli.run("rank", Files.writeString(folder.resolve("media.log"), log))
                .exits(0);

        Map<String, String> kinds = new TreeMap<>();
        for (int row = 0; row < run.column("kind").size(); row++) {
            String pattern = run.column("pattern").get(row);
            kinds.put(
                    pattern.substring(0, pattern.indexOf('/', 1)),
                    run.column("kind").get(row));
        }
        assertEquals(Map.of("/clips", "asset", "/data", "endpoint", "/qr", "endpoint"), kinds);
    }

    @Test
    void aHeadHasItsOwnPlaceWhereNobodyCalledItsGet() throws IOException {
        Path log = new TestLog()
                .rows(4, "HEAD", "/a/list", 200)
                .rows(3, "GET", "/b/list", 200)
                .rows(2, "HEAD", "/b/list", 200)
                .to(folder.resolve("a.gz"));

        Cli run = Cli.run("rank", log).exits(0);

        assertTrue(List.of("1", "2").contains(run.cell("HEAD /a/list", "rank")), run::toString);
        assertEquals("", run.cell("HEAD /b/list", "rank"));
        assertEquals("moves with its GET", run.cell("HEAD /b/list", "reason"));
    }

    @Test
    void healthChecksHaveNoPlace() throws IOException {
        TestLog log = new TestLog().rows(3, "GET", "/a", 200);
        for (int i = 0; i < 3; i++) {
            log.rows(1, "GET", "/healthz", 200).with("1045", "312");
        }

        Cli run = Cli.run("rank", log.to(folder.resolve("a.gz"))).exits(0);

        assertEquals("", run.cell("GET /healthz", "rank"));
        assertEquals("endpoint", run.cell("GET /healthz", "kind"));
        assertEquals("health check: every target answers its own", run.cell("GET /healthz", "reason"));
    }

    @Test
    void whatOnlyFailedBeforeTheOriginIsNotServedByCloudFront() throws IOException {
        TestLog log = new TestLog().rows(3, "GET", "/a", 200);
        log.rows(1, "GET", "/broken", 503).with("Miss", "LimitExceeded");

        Cli run = Cli.run("rank", log.to(folder.resolve("a.gz"))).exits(0);

        assertTrue(run.cell("GET /broken", "reason").contains("no call reached the origin"), run::toString);
    }
}
