package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code pathrank plan} on small logs; {@link StoryTest} tests the story. */
class PlanCommandTest {
    @TempDir
    private Path folder;

    private TestLog shop() {
        return new TestLog()
                .rows(300, "GET", "/user/42", 200)
                .rows(40, "HEAD", "/user/42", 200)
                .rows(200, "GET", "/user/43", 200)
                .rows(120, "GET", "/region", 200)
                .rows(60, "POST", "/order", 201)
                .rows(30, "PUT", "/order/7", 200)
                .rows(20, "OPTIONS", "/order", 200)
                .rows(50, "POST", "/login", 200)
                .rows(10, "GET", "/style.css", 200)
                .rows(9, "GET", "/.env", 404);
    }

    private Path log() throws IOException {
        return shop().to(folder.resolve("shop.gz"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Method and pattern of each row with its wave, those without a wave left out. */
    private static List<String> waves(Cli plan) {
        List<String> waves = plan.column("wave");
        List<String> methods = plan.column("method");
        List<String> patterns = plan.column("pattern");
        return IntStream.range(0, waves.size())
                .filter(row -> !waves.get(row).isEmpty())
                .mapToObj(row -> waves.get(row) + " " + methods.get(row) + " " + patterns.get(row))
                .toList();
    }

    @Test
    void hasTheColumnsOfTheContract() throws IOException {
        Cli plan = Cli.run("plan", log()).exits(0);

        assertEquals(
                "rank,wave,method,pattern,function_name,target,target_reason,calls,origin_calls,"
                        + "peak_rps,peak_at,mean_ms,"
                        + "p99_ms,concurrency,concurrency_cumulative,first_quota_broken,broken_at,"
                        + "cold_starts,cold_share,"
                        + "cost_month,hazards,rank_best,rank_worst,reason",
                plan.out().lines().findFirst().orElseThrow());
    }

    @Test
    void readsMoveBeforeWritesAndCompanionsWithTheirs() throws IOException {
        Cli plan = Cli.run("plan", log()).exits(0);

        // No pilot: none has a thousand calls a day.
        assertEquals(
                List.of(
                        "1 GET /region",
                        "1 GET /user/<id>",
                        "1 HEAD /user/<id>",
                        "2 POST /order",
                        "2 PUT /order/<id>",
                        "2 OPTIONS /order",
                        "2 POST /login"),
                waves(plan));
        assertEquals("", plan.cell("GET /style.css", "wave"));
        assertEquals("S3", plan.cell("GET /style.css", "target"));
        assertEquals("", plan.cell("GET /.env", "wave"));
    }

    @Test
    void thePilotIsHarmlessAndWorthLearningFrom() throws IOException {
        TestLog log = shop().rows(1500, "GET", "/status", 200);
        for (int times = 0; times < 5; times++) {
            log.rows(3600, "GET", "/feed", 200);
        }

        Cli plan = Cli.run("plan", log.to(folder.resolve("big.gz"))).exits(0);

        assertEquals("1 GET /status", waves(plan).get(0));
        assertTrue(plan.cell("GET /status", "reason").startsWith("pilot; "), plan::toString);
    }

    @Test
    void whatIsServedFromTheCacheAloneStays() throws IOException {
        TestLog log = shop();
        for (int second = 10; second < 40; second++) {
            log.row("2017-02-12\t16:00:" + second, "GET", "/logo", "200").with("Miss", "Hit");
        }

        Cli plan = Cli.run("plan", log.to(folder.resolve("cached.gz"))).exits(0);

        assertEquals("served from the cache: stays; check its cache time", plan.cell("GET /logo", "reason"));
        assertEquals("", plan.cell("GET /logo", "wave"));
    }

    @Test
    void whatNobodyCalledRetires() throws IOException {
        Path routes = file("routes.txt", "GET /user/<id>\nGET /dead\n");

        Cli plan = Cli.run("plan", log(), "--routes", routes).exits(0);

        assertEquals("0 GET /dead", waves(plan).get(0));
        assertTrue(plan.cell("GET /dead", "reason").contains("not proven: under 30 days"), plan::toString);
    }

    @Test
    void aWaveHoldsNoMoreThanAskedForAndNeverTearsAResourceApart() throws IOException {
        Cli plan = Cli.run("plan", log(), "--max-wave", "1").exits(0);

        assertEquals(
                List.of(
                        "1 GET /region",
                        "2 GET /user/<id>",
                        "2 HEAD /user/<id>",
                        "3 POST /order",
                        "3 PUT /order/<id>",
                        "3 OPTIONS /order",
                        "4 POST /login"),
                waves(plan));
    }

    @Test
    void wavesThatAreFixedComeFirst() throws IOException {
        Path waves = file("waves.txt", "# by hand\n1 POST /login\n2, get, /user/{userId}\n2 GET /nowhere\n");

        Cli plan = Cli.run("plan", log(), "--waves", waves).exits(0);

        assertEquals(
                List.of("1 POST /login", "2 GET /user/<id>", "2 HEAD /user/<id>", "3 GET /region"),
                waves(plan).subList(0, 4));
        plan.saysOnErr("--waves names endpoints that do not move: GET /nowhere");
        Cli.run("plan", log(), "--waves", file("bad.txt", "1 GET /a\nsoon GET /b\n"))
                .exits(2)
                .saysOnErr("bad.txt line 2: \"soon GET /b\" is not a wave number and an endpoint");
    }

    @Test
    void whatPeopleKnowDecides() throws IOException {
        Path routes = file("routes.csv", """
                method,path,complexity,sensitive,memory,group,never,after
                GET,/user/<id>,5,yes,1024,,,
                GET,/region,0,,,,,POST /login
                POST,/login,,,,,,
                POST,/order,,,,,yes,
                """);

        Cli plan = Cli.run("plan", log(), "--routes", routes).exits(0);

        assertEquals(
                List.of("1 POST /login", "2 GET /region", "2 PUT /order/<id>", "3 GET /user/<id>", "3 HEAD /user/<id>"),
                waves(plan));
        assertEquals("never moves: declared in the routes file", plan.cell("POST /order", "reason"));
        assertTrue(
                plan.cell("GET /user/<id>", "reason")
                        .matches("sensitive; .*declared complexity 5 of 5; .*; sensitive.*"),
                plan::toString);
        Cli.run("rank", log(), "--routes", file("bad.csv", "path,complexity\n/a,high\n"))
                .exits(2)
                .saysOnErr("bad.csv line 2: complexity is \"high\"; write 0 (trivial) to 5");
    }

    @Test
    void growthScalesWhatIsForecastAndNotWhatWasSeen() throws IOException {
        Cli once = Cli.run("plan", log(), "--no-free-tier").exits(0);
        Cli thrice = Cli.run("plan", log(), "--no-free-tier", "--growth", "30").exits(0);

        assertEquals(once.cell("GET /user/<id>", "origin_calls"), thrice.cell("GET /user/<id>", "origin_calls"));
        assertEquals("1", once.cell("GET /user/<id>", "concurrency"));
        // Two calls in a second of 0.1 s each, thirty times: 6.
        assertEquals("6", thrice.cell("GET /user/<id>", "concurrency"));
    }

    @Test
    void pricesOfAnotherRegionComeFromAFile() throws IOException {
        Path prices = file("seoul.yaml", """
                as-of: 2026-10
                regions:
                  ap-northeast-2:
                    lambda-requests-per-million: 1000
                    lambda-gb-second: 0
                    http-api-per-million: 0
                    source: an invoice
                """);

        Cli plan = Cli.run("plan", log(), "--prices", prices, "--price-region", "ap-northeast-2")
                .exits(0);

        // 500 calls of 299 seconds are 4,334,448 of 30 days, at $1,000 a million.
        assertEquals("4334.45", plan.cell("GET /user/<id>", "cost_month"));
        Cli.run(
                        "plan",
                        log(),
                        "--prices",
                        file("no.yaml", "regions:\n  ap-northeast-2:\n    lambda: 1\n"),
                        "--price-region",
                        "ap-northeast-2")
                .exits(2)
                .saysOnErr("has \"lambda\", which is unknown; known are [");
    }

    @Test
    void quotasOfTheUserReplaceThoseThatShip() throws IOException {
        Path tight = file("tight.yaml", "base: 2017\nquotas:\n  api-gateway-rate: 1\n");

        Cli plan = Cli.run("plan", log(), "--quotas", tight).exits(0);

        assertEquals("API Gateway steady rate", plan.cell("GET /user/<id>", "first_quota_broken"));
        assertEquals("2017-02-12T16:00:00Z", plan.cell("GET /user/<id>", "broken_at"));
        Cli.run("plan", log(), "--quotas", file("typo.yaml", "quotas:\n  lambda-concurency: 1\n"))
                .exits(2)
                .saysOnErr("has \"lambda-concurency\", which is unknown; known are [");
        Cli.run("plan", log(), "--quotas", file("word.yaml", "quotas:\n  lambda-concurrency: many\n"))
                .exits(2)
                .saysOnErr("has \"many\" for lambda-concurrency; write a number, 0 or more");
    }

    @Test
    void thePageSaysWhatToAskForAndWhatItCosts() throws IOException {
        Path tight = file("tight.yaml", "base: 2017\nquotas:\n  api-gateway-rate: 1\n");

        Cli plan = Cli.run(
                        "plan",
                        log(),
                        "--quotas",
                        tight,
                        "--format",
                        "markdown",
                        "--current-monthly-cost",
                        "1000",
                        "--headroom",
                        "2")
                .exits(0);

        plan.printsLine("\\| Amazon API Gateway: Throttle rate \\(L-8A5B8E43\\) \\| 1 \\| (\\d+) \\| "
                        + "\\*\\*\\d+\\*\\* \\| 2 \\|.*")
                .printsLine("Request: increase Amazon API Gateway: Throttle rate \\(L-8A5B8E43\\) from 1 to "
                        + "\\d+ in this Region\\.")
                .printsLine("1\\. Average request rate: .* a second")
                .printsLine("6\\. Source of the invocations: API Gateway behind CloudFront")
                .printsLine("Now: \\$1,000\\.00\\. After the migration: \\$.*")
                .printsLine("## What the logs cannot show")
                .printsLine("Not known for this era and not estimated: .*Lambda scale-up.*");
    }

    @Test
    void theSameLogsGiveTheSamePlanWhateverTheThreads() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        shop().to(folder.resolve("logs/a.gz"));
        shop().to(folder.resolve("logs/b.gz"));
        shop().to(folder.resolve("logs/c.gz"));

        String one = Cli.run("plan", folder.resolve("logs"), "--threads", "1", "--format", "markdown")
                .out();
        String four = Cli.run("plan", folder.resolve("logs"), "--threads", "4", "--format", "markdown")
                .out();

        assertEquals(one, four);
        assertFalse(one.isEmpty());
    }

    @Test
    void aTallyFileGivesTheSamePlanAsItsLogs() throws IOException {
        Path tally = folder.resolve("shop.tally");
        Path log = log();
        Cli.run("rank", log, "--save", tally).exits(0);

        assertEquals(
                Cli.run("plan", log, "--format", "markdown").exits(0).out(),
                Cli.run("plan", tally, "--format", "markdown").exits(0).out());
    }

    @Test
    void rankTellsTheRangeOfEachRankOnRequest() throws IOException {
        Cli rank = Cli.run("rank", log(), "--stability").exits(0);

        assertTrue(
                rank.out().lines().findFirst().orElseThrow().endsWith(",example,rank_best,rank_worst"), rank::toString);
        List<String> ranks = rank.column("rank");
        for (int row = 0; row < ranks.size(); row++) {
            String best = rank.column("rank_best").get(row);
            assertEquals(ranks.get(row).isEmpty(), best.isEmpty());
            if (!best.isEmpty()) {
                assertTrue(Integer.parseInt(best) <= Integer.parseInt(ranks.get(row)));
                assertTrue(Integer.parseInt(ranks.get(row))
                        <= Integer.parseInt(rank.column("rank_worst").get(row)));
            }
        }
    }
}
