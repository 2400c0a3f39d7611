package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private Cli plan(Object... options) throws IOException {
        return Cli.run("plan", shop().to(folder.resolve("shop.gz")), options);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Method and pattern of each row with its wave, those without a wave left out. */
    private static List<String> waves(Cli plan) {
        return plan.cells("wave").entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> row.getValue() + " " + row.getKey())
                .toList();
    }

    @Test
    void hasTheColumnsOfTheContract() throws IOException {
        Cli plan = plan().exits(0);

        assertEquals(
                "rank,wave,method,pattern,function_name,target,target_reason,calls,origin_calls,"
                        + "peak_rps,peak_at,mean_ms,"
                        + "p99_ms,concurrency,environments,environments_cumulative,failing_calls,failing_peak,"
                        + "failing_cause,first_quota_broken,broken_at,cold_starts,cold_share,cost_month,recurs,"
                        + "hazards,rank_best,rank_worst,reason",
                plan.out().lines().findFirst().orElseThrow());
    }

    @Test
    void readsMoveBeforeWritesAndCompanionsWithTheirs() throws IOException {
        Cli plan = plan().exits(0);

        assertEquals(
                List.of(
                        "1 GET /user/<id>",
                        "1 HEAD /user/<id>",
                        "2 GET /region",
                        "3 POST /order",
                        "3 OPTIONS /order",
                        "3 PUT /order/<id>",
                        "3 POST /login"),
                waves(plan));
        assertEquals("", plan.cell("GET /style.css", "wave"));
        assertEquals("S3", plan.cell("GET /style.css", "target"));
        assertEquals("", plan.cell("GET /.env", "wave"));
        assertEquals("", plan.cell("GET /.env", "target"));
    }

    @Test
    void thePilotIsTheSmallestReadThatIsWorthLearningFrom() throws IOException {
        TestLog log = shop().rows(150, "GET", "/seldom", 200).rows(250, "GET", "/often", 200);
        Path big = log.rows(3600, "GET", "/feed", 200).to(folder.resolve("big.gz"));

        Cli plan = Cli.run("plan", big).exits(0);

        assertEquals("1 GET /often", waves(plan).get(0));
        assertTrue(plan.cell("GET /often", "reason").startsWith("pilot; "), plan::toString);
        assertEquals(1, plan.column("wave").stream().filter("1"::equals).count(), "alone");
    }

    @Test
    void thePilotIsAnsweredByAFunctionAndInTime() throws IOException {
        TestLog rows = shop();
        for (int call = 0; call < 240; call++) {
            rows.row("2017-02-12\t16:00:0" + call % 10, "GET", "/api", "200").with("token=secret-query", "action=list");
        }
        Path log = rows.rows(250, "GET", "/moved-away", 301)
                .rows(260, "GET", "/slow", 200)
                .with("0.100", "30.001")
                .rows(270, "GET", "/often", 200)
                .rows(3600, "GET", "/feed", 200)
                .to(folder.resolve("redirects.gz"));

        Cli plan = Cli.run("plan", log, "--query-key", "action").exits(0);

        assertEquals("240", plan.cell("GET /api?action=list", "calls"), "the router leaves it out");
        assertEquals("edge function", plan.cell("GET /moved-away", "target"), "nothing of a wave of it is deployed");
        assertTrue(plan.out().contains("slow ms 30001"), plan::out);
        assertEquals("1 GET /often", waves(plan).get(0));
    }

    @Test
    void whereNoReadHasEnoughCallsTheSmallestIsThePilotAndThePageSaysSo() throws IOException {
        Path log = new TestLog()
                .rows(30, "GET", "/seldom", 200)
                .rows(60, "GET", "/region", 200)
                .to(folder.resolve("quiet.gz"));

        Cli.run("plan", log, "--format", "markdown")
                .exits(0)
                .printsLine("No read has the 200 origin calls a day that a pilot should have, so `GET /seldom`, .*");
    }

    @Test
    void wavesDoubleUpToTheMost() throws IOException {
        TestLog log = shop();
        for (int each = 0; each < 20; each++) {
            log.rows(300 + each, "GET", "/list" + (char) ('a' + each), 200);
        }

        Cli plan = Cli.run("plan", log.to(folder.resolve("many.gz")), "--only", "endpoint")
                .exits(0);

        assertEquals(
                List.of(1L, 3L, 4L, 8L), // HEAD moves with its GET in the second
                List.of("1", "2", "3", "4").stream()
                        .map(wave -> plan.column("wave").stream()
                                .filter(wave::equals)
                                .count())
                        .toList());
    }

    @Test
    void bySwitchOfBehavioursAllMethodsOfAPathMoveTogether() throws IOException {
        TestLog log = shop().rows(300, "GET", "/order", 200);

        Cli plan = Cli.run("plan", log.to(folder.resolve("o.gz")), "--switch", "behaviours")
                .exits(0);

        assertEquals(plan.cell("POST /order", "wave"), plan.cell("GET /order", "wave"));
    }

    @Test
    void whatComesAfterAnotherIsInALaterWave() throws IOException {
        TestLog log = shop();
        StringBuilder routes = new StringBuilder("method,path,after\n");
        String before = "";
        for (String list : List.of("a", "b", "c", "d", "e", "f")) {
            log.rows(300, "GET", "/list/" + list, 200);
            routes.append("GET,/list/").append(list).append(',').append(before).append('\n');
            before = "GET /list/" + list;
        }

        Cli plan = Cli.run("plan", log.to(folder.resolve("lists.gz")), "--routes", file("after.csv", routes.toString()))
                .exits(0);

        int last = 0;
        for (String list : List.of("a", "b", "c", "d", "e", "f")) {
            int wave = wave(plan, "GET /list/" + list);
            assertTrue(last < wave, plan::toString);
            last = wave;
        }
    }

    private static int wave(Cli plan, String endpoint) {
        return Integer.parseInt(plan.cell(endpoint, "wave"));
    }

    @Test
    void anOrderThatCannotBeKeptIsWrongUsage() throws IOException {
        Path circle = file("circle.csv", "method,path,after\nGET,/region,POST /login\nPOST,/login,GET /region\n");
        plan("--routes", circle).exits(2).saysOnErr("is a circle: ");
        Path unknown = file("unknown.csv", "method,path,after\nGET,/region,POST /nowhere\n");
        plan("--routes", unknown)
                .exits(2)
                .saysOnErr("--routes: GET /region must come after POST /nowhere, which is neither called nor declared");
    }

    @Test
    void wavesHaveDatesAndDatesToAskForQuotas() throws IOException {
        Path tight = file("tight.yaml", "base: 2017\nquotas:\n  lambda-concurrency: 1\n");

        Cli plan = plan("--quotas", tight, "--start", "2026-12-07", "--every", "1w", "--format", "markdown")
                .exits(0);

        plan.printsLine("\\| 1 \\| 2026-12-07 \\| .*")
                .printsLine("\\| 2 \\| 2026-12-14 \\| .*")
                .printsLine(".*ask by 2026-11-\\d\\d.*");
        plan("--every", "1w").exits(2).saysOnErr("--every needs --start DATE, which is missing");
        plan("--start", "2026-12-07", "--every", "soon")
                .exits(2)
                .saysOnErr("--every \"soon\" is not a time; write one such as 3d or 1w");
    }

    @Test
    void whatOthersUseAndWhatTheDatabaseAcceptsCount() throws IOException {
        Cli none = plan("--in-use", "concurrency=1000").exits(0);
        assertEquals("Lambda concurrency", none.cell("GET /user/<id>", "first_quota_broken"));
        Cli database = plan("--db-connections", "1", "--format", "markdown").exits(0);
        assertTrue(database.out().contains("put RDS Proxy between"), database::toString);
        plan("--in-use", "money=3")
                .exits(2)
                .saysOnErr("--in-use knows no quota \"money\"; use one of addresses, behaviours, concurrency");
        Cli free = plan("--cloudfront-plan", "free", "--switch", "behaviours", "--format", "markdown")
                .exits(0);
        free.printsLine("- cache-behaviours 5: Amazon CloudFront flat-rate plans.*");
    }

    @Test
    void withoutDurationsTheCallsInFlightAreNotKnown() throws IOException {
        Path log = file("short.log", """
                #Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status x-edge-result-type
                2017-02-12\t16:00:00\t10.0.0.1\tGET\td1.cloudfront.net\t/region\t200\tMiss
                """);

        Cli plan = Cli.run("plan", log).exits(0);

        assertEquals("not known", plan.cell("GET /region", "concurrency"));
        assertEquals("not known", plan.cell("GET /region", "environments"));
        assertEquals("not known", plan.cell("GET /region", "environments_cumulative"));
        plan.saysOnErr("the logs have no durations of 1 of the 1 endpoints that move: their cost is that of requests");
        Cli.run("plan", log, "--format", "markdown")
                .exits(0)
                .printsLine("- \\*\\*Cost:\\*\\* .*, without running time of 1 of 1 endpoints, whose durations.*");
        plan().exits(0).doesNotSayOnErr("the logs have no durations");
    }

    @Test
    void aGetThatIsNamedLikeAnActionIsNoRead() throws IOException {
        Path log = shop().rows(300, "GET", "/logout", 200).to(folder.resolve("logout.gz"));

        Cli plan = Cli.run("plan", log).exits(0);

        plan.printsLine("3,3,GET,/logout,.*writes; may change data by its name; .*");
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

        Cli plan = plan("--routes", routes).exits(0);

        assertEquals("0 GET /dead", waves(plan).get(0));
        assertTrue(plan.cell("GET /dead", "reason").contains("not proven: under 30 days"), plan::toString);
    }

    @Test
    void aWaveHoldsNoMoreThanAskedForAndSiblingsAreNeighbours() throws IOException {
        Cli plan = plan("--max-wave", "1").exits(0);

        assertEquals(
                List.of(
                        "1 GET /user/<id>",
                        "1 HEAD /user/<id>",
                        "2 GET /region",
                        "3 POST /order",
                        "3 OPTIONS /order",
                        "4 PUT /order/<id>",
                        "5 POST /login"),
                waves(plan));
    }

    @Test
    void aWaveOfAFileWithAnotherNumberInThePlanIsNamed() throws IOException {
        Path waves = file("gaps.txt", "1 GET /gone\n2 POST /login\n4 GET /region\n");

        plan("--waves", waves)
                .exits(0)
                .saysOnErr("wave 2 of the file is wave 1 here, wave 4 of the file is wave 2 here; the switch of this");
        assertFalse(plan("--waves", file("all.txt", "1 POST /login\n2 GET /region\n"))
                .exits(0)
                .err()
                .contains("of the file is wave"));
    }

    @Test
    void wavesThatAreFixedComeFirst() throws IOException {
        Path waves = file("waves.txt", "\uFEFF# by hand\n1 POST /login\n2, get, /user/{userId}\n2 GET /nowhere\n");

        Cli plan = plan("--waves", waves).exits(0);

        assertEquals(
                List.of("1 POST /login", "2 GET /user/<id>", "2 HEAD /user/<id>", "3 GET /region"),
                waves(plan).subList(0, 4));
        plan.saysOnErr("--waves names endpoints that do not move: GET /nowhere");
        plan("--waves", file("bad.txt", "1 GET /a\nsoon GET /b\n"))
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

        Cli plan = plan("--routes", routes).exits(0);

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
        Cli once = plan("--no-free-tier").exits(0);
        Cli thrice = plan("--no-free-tier", "--growth", "30").exits(0);

        assertEquals(once.cell("GET /user/<id>", "origin_calls"), thrice.cell("GET /user/<id>", "origin_calls"));
        // Two calls a second of 0.1 s each are 0.2 on the mean, and 3 at 99.9 %; thirty times 6 and 15.
        assertEquals("3", once.cell("GET /user/<id>", "concurrency"));
        assertEquals("15", thrice.cell("GET /user/<id>", "concurrency"));
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

        Cli plan = plan("--prices", prices, "--price-region", "ap-northeast-2").exits(0);

        // 500 calls of five minutes are 4,320,000 of 30 days, at $1,000 a million.
        assertEquals("4320.000000", plan.cell("GET /user/<id>", "cost_month"));
        plan(
                        "--prices",
                        file("no.yaml", "regions:\n  ap-northeast-2:\n    lambda: 1\n"),
                        "--price-region",
                        "ap-northeast-2")
                .exits(2)
                .saysOnErr("has \"lambda\", which is unknown; known are [");
    }

    @Test
    void quotasOfTheUserReplaceThoseThatShip() throws IOException {
        Path tight = file("tight.yaml", "base: 2017\nquotas:\n  api-gateway-rate: 1\n  api-gateway-burst: 1\n");

        Cli plan = plan("--quotas", tight).exits(0);

        assertEquals("API Gateway rate", plan.cell("GET /user/<id>", "first_quota_broken"));
        assertEquals("2017-02-12T16:00:00Z", plan.cell("GET /user/<id>", "broken_at"));
        plan("--quotas", file("typo.yaml", "quotas:\n  lambda-concurency: 1\n"))
                .exits(2)
                .saysOnErr("has \"lambda-concurency\", which is unknown; known are [");
        plan("--quotas", file("word.yaml", "quotas:\n  lambda-concurrency: many\n"))
                .exits(2)
                .saysOnErr("has \"many\" for lambda-concurrency; write a number, 0 or more");
    }

    @Test
    void thePageSaysWhatToAskForAndWhatItCosts() throws IOException {
        Path tight = file("tight.yaml", "base: 2017\nquotas:\n  api-gateway-rate: 1\n  api-gateway-burst: 1\n");

        Cli plan = plan("--quotas", tight, "--format", "markdown", "--current-monthly-cost", "1000", "--headroom", "2")
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
