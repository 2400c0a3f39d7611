package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the hazards and targets of {@code pathrank plan}. */
class PlanHazardsTest {
    private static final String QUERY = "token=secret-query";
    private static final String AT = "2017-02-12\t16:30:00";

    @TempDir
    private Path folder;

    private final TestLog log = new TestLog().rows(300, "GET", "/region", 200);

    private Cli plan(Object... arguments) throws IOException {
        return Cli.run("plan", log.to(folder.resolve("log.gz")), arguments).exits(0);
    }

    private TestLog calls(int count, String path, String query) {
        for (int call = 0; call < count; call++) {
            log.row(AT, "GET", path, "200").with(QUERY, query);
        }
        return log;
    }

    @Test
    void anOrdinaryEndpointHasNone() throws IOException {
        assertEquals("", plan().cell("GET /region", "hazards"));
        plan("--format", "markdown").printsLine("None of the known hazards was found in these logs\\.");
    }

    @Test
    void queriesThatAGatewayChangesAreCounted() throws IOException {
        calls(2, "/search", "a=1;b=2");
        calls(3, "/search", "tag=x&q=1&tag=y");
        // The log escapes a raw brace once, and what the viewer had encoded twice.
        calls(4, "/search", "filter%7Breceipt%7D=1");
        calls(5, "/search", "filter%257Breceipt%257D=1&other=1");
        calls(6, "/search", "a=1&b=1&ab=1");

        Cli plan = plan();

        assertEquals(
                "semicolon in query 2 (/search); repeated key 3 (/search); raw brace in query 4 (/search)",
                plan.cell("GET /search", "hazards"));
        assertFalse(plan.out().contains("receipt"), "a query is never printed");
    }

    @Test
    void pathsThatAGatewayChangesAreCountedWithOneExample() throws IOException {
        log.rows(40, "GET", "/tag/a%2520b", 200)
                .rows(2, "GET", "/tag/a%252Fb", 200)
                .rows(9, "GET", "/tag/plain", 200)
                .rows(8, "GET", "//region", 200)
                .rows(7, "GET", "/region/", 200);

        Cli plan = plan("--pattern", "/tag/<name>");

        assertEquals("function URL", plan.cell("GET /tag/<name>", "target"));
        assertEquals(
                "2 calls with %2F in the path: API Gateway does not keep it",
                plan.cell("GET /tag/<name>", "target_reason"));
        assertEquals("doubled slash 8 (//region); other spellings 7 (/region/)", plan.cell("GET /region", "hazards"));
        String tags = plan.cell("GET /tag/<name>", "hazards");
        // One example: the path with the smaller hash of the two with this trait.
        assertEquals("encoded slash 2; encoded path 40", tags.replaceAll(" \\(/tag/a%2(0|F)b\\)", ""));
        assertFalse(tags.equals("encoded slash 2; encoded path 40"), tags);
    }

    @ParameterizedTest
    @CsvSource({"99, REST API", "100, HTTP API"})
    void encodedPathsDecideFromOneInAHundredCallsOn(int others, String target) throws IOException {
        log.rows(1, "GET", "/tag/a%2520b", 200).rows(others, "GET", "/tag/plain", 200);

        assertEquals(target, plan("--pattern", "/tag/<name>").cell("GET /tag/<name>", "target"));
    }

    @ParameterizedTest
    @CsvSource({"5, edge function", "6, HTTP API"})
    void redirectsAreForTheEdgeWhereTheyAre95InAHundred(int others, String target) throws IOException {
        log.rows(100 - others, "GET", "/old", 301).rows(others, "GET", "/old", 200);

        assertEquals(target, plan().cell("GET /old", "target"));
    }

    @Test
    void sizesAndTimesAreHeldAgainstTheLimits() throws IOException {
        log.rows(200, "GET", "/report", 200);
        log.row(AT, "GET", "/report", "200").with("0.100", "60.700");
        log.row(AT, "GET", "/report", "200").with("1045", "2000000");
        log.rows(20, "POST", "/upload", 200);
        log.row(AT, "POST", "/upload", "200").with("23", "1048576");
        log.row(AT, "POST", "/upload", "200").with("23", "1048577");
        log.row(AT, "POST", "/upload", "200").with("23", "7000000");
        for (int call = 0; call < 5; call++) {
            log.row(AT, "GET", "/film", "206").with("1045", "9000000");
        }

        Cli plan = plan();

        plan.printsLine(".*,GET,/report,.*,slow ms 60700; retries ms 60700; large answer bytes 2000000,.*");
        assertEquals("large request 2", plan.cell("POST /upload", "hazards").replace(" (/upload)", ""));
        assertEquals(
                "large answer bytes 9000000; large download 5; ranges 5 (/film)", plan.cell("GET /film", "hazards"));
        assertEquals("S3", plan.cell("GET /film", "target"));
        assertEquals("large downloads of 9 MB each", plan.cell("GET /film", "target_reason"));
    }

    @Test
    void neighboursOfAPathAreHazardsToo() throws IOException {
        log.rows(200, "GET", "/user/41", 200)
                .rows(200, "GET", "/user/42", 200)
                .rows(9, "HEAD", "/user/42", 200)
                .rows(8, "OPTIONS", "/user/42", 200)
                .rows(70, "DELETE", "/user/42", 204)
                .rows(60, "GET", "/user/42/orders", 200);
        Path routes = Files.writeString(
                folder.resolve("routes.csv"), "method,path,sensitive\nDELETE,/user/<id>,yes\nGET,/user/<id>,\n");

        Cli plan = plan("--routes", routes);

        assertEquals(
                "HEAD and OPTIONS 17; methods split 70; wide behaviour 60 (/user/<id>/orders)",
                plan.cell("GET /user/<id>", "hazards"));
        assertEquals("", plan.cell("HEAD /user/<id>", "hazards"));
    }

    @Test
    void aSignedInUserAndACacheDoNotGoTogether() throws IOException {
        log.row(AT, "GET", "/region", "200").with("Miss", "Hit");
        Path routes = Files.writeString(folder.resolve("routes.csv"), "method,path,auth\nGET,/region,yes\n");

        assertEquals("", plan().cell("GET /region", "hazards"));
        assertEquals("shared cache 1", plan("--routes", routes).cell("GET /region", "hazards"));
    }

    @Test
    void viewersWhoLeaveAndVariablesWithinASegmentAreTold() throws IOException {
        log.rows(98, "GET", "/export-7", 200);
        log.row(AT, "GET", "/export-7", "000").row(AT, "GET", "/export-7", "000");

        Cli plan = plan("--pattern", "/export-<n>");

        assertEquals("no answer 2; placeholder in segment 100", plan.cell("GET /export-<n>", "hazards"));
    }

    @Test
    void redirectsAndTinyAnswersBelongAtTheEdge() throws IOException {
        log.rows(50, "GET", "/old", 301);
        for (int call = 0; call < 50; call++) {
            log.row(AT, "GET", "/motd", "200").with("1045", "400").with("0.100", "0.004");
        }

        Cli plan = plan();

        assertEquals("edge function", plan.cell("GET /old", "target"));
        assertEquals("redirects: 50 of 50 origin calls", plan.cell("GET /old", "target_reason"));
        assertEquals("edge function", plan.cell("GET /motd", "target"));
        assertEquals(
                "tiny answers of up to 400 bytes within 4 ms: suitable if they need no data",
                plan.cell("GET /motd", "target_reason"));
        assertEquals("HTTP API", plan.cell("GET /region", "target"));
        assertEquals("REST API", plan("--quotas", "2017").cell("GET /old", "target"));
    }

    @ParameterizedTest
    @CsvSource({"1024, 0.020, edge function", "1025, 0.020, HTTP API", "1024, 0.021, HTTP API"})
    void anAnswerIsTinyUpToAKilobyteWithinTwentyMilliseconds(String bytes, String seconds, String target)
            throws IOException {
        for (int call = 0; call < 50; call++) {
            log.row(AT, "GET", "/motd", "200").with("1045", bytes).with("0.100", seconds);
        }

        assertEquals(target, plan().cell("GET /motd", "target"));
    }

    @Test
    void whatNoApiKeepsGoesToAFunctionUrlOrForWritesToALoadBalancer() throws IOException {
        calls(50, "/find/a%2520b", "a=1;b=2");
        log.rows(50, "GET", "/%25EC%25A3%25BC%25EB%25AC%25B8", 200)
                .rows(50, "POST", "/%25EC%25A3%25BC%25EB%25AC%25B8", 201);

        Cli plan = plan("--pattern", "/find/<text>");

        assertEquals("function URL", plan.cell("GET /find/<text>", "target"));
        assertEquals("function URL", plan.cell("GET /%EC%A3%BC%EB%AC%B8", "target"));
        assertEquals("ALB", plan.cell("POST /%EC%A3%BC%EB%AC%B8", "target"));
    }

    @Test
    void encodedPathsWithoutASlashGoToTheRestApi() throws IOException {
        log.rows(40, "GET", "/tag/a%2520b", 200);

        assertEquals("REST API", plan("--pattern", "/tag/<name>").cell("GET /tag/<name>", "target"));
    }

    @Test
    void whatNoApiCanHaveARouteForGoesElsewhere() throws IOException {
        log.rows(50, "GET", "/me/$count", 200).rows(50, "POST", "/a~b", 201);
        Object[] patterns = {"--pattern", "/me/$count", "--pattern", "/a~b"};

        Cli plan = plan(patterns);

        assertEquals("function URL", plan.cell("GET /me/$count", "target"));
        assertEquals("API Gateway allows no $ in a path", plan.cell("GET /me/$count", "target_reason"));
        assertEquals("ALB", plan.cell("POST /a~b", "target"));
        Cli early = plan("--pattern", "/me/$count", "--pattern", "/a~b", "--quotas", "2017");
        assertEquals("stays", early.cell("GET /me/$count", "target"));
        assertEquals("", early.cell("GET /me/$count", "wave"));
        assertEquals("stays: API Gateway allows no $ in a path", early.cell("GET /me/$count", "reason"));
    }

    @Test
    void answersThatDifferStayOffTheEdge() throws IOException {
        for (int call = 0; call < 50; call++) {
            log.row(AT, "GET", "/lots", "200")
                    .with("1045", String.valueOf(400 + 10 * call))
                    .with("0.100", "0.004");
            log.row(AT, "GET", "/csrf", "200").with("1045", "400").with("0.100", "0.004");
        }

        Cli plan = plan();

        assertEquals("HTTP API", plan.cell("GET /lots", "target"));
        assertEquals("HTTP API", plan.cell("GET /csrf", "target"));
    }

    @Test
    void whatIsSlowOrCannotStreamFromAVpcStreamsThroughARestApi() throws IOException {
        log.rows(60, "GET", "/dump", 200).row(AT, "GET", "/dump", "200").with("1045", "70000000");
        for (int call = 0; call < 50; call++) {
            log.row(AT, "GET", "/slow", "200").with("0.100", "41.000");
        }

        assertEquals("function URL", plan().cell("GET /dump", "target"));
        assertEquals("REST API", plan("--vpc").cell("GET /dump", "target"));
        assertEquals("REST API", plan().cell("GET /slow", "target"));
        assertEquals("", plan().cell("GET /slow", "wave"));
        assertEquals("stays", plan("--quotas", "2017").cell("GET /slow", "target"));
    }

    @Test
    void answersThatAreTooLargeForAGatewayCanBeStreamed() throws IOException {
        log.rows(60, "GET", "/dump", 200).row(AT, "GET", "/dump", "200").with("1045", "70000000");

        Cli plan = plan();

        assertEquals("function URL", plan.cell("GET /dump", "target"));
        assertEquals("", plan.cell("GET /dump", "wave"));
        assertEquals("stays", plan("--quotas", "2017").cell("GET /dump", "target"));
    }

    /** 200 MB are 209,715,200 bytes. */
    @ParameterizedTest
    @CsvSource({"209715200, function URL", "209715201, stays"})
    void aFunctionUrlStreamsUpTo200Megabytes(String bytes, String target) throws IOException {
        log.rows(60, "GET", "/dump", 200).row(AT, "POST", "/dump", "200").with("1045", bytes);

        assertEquals(target, plan().cell("POST /dump", "target"));
    }

    @Test
    void thePageTellsWhatEachTargetMakesOfIt() throws IOException {
        calls(5, "/search", "a=1&a=2");
        calls(5, "/search", "a=1;b=2");

        plan("--format", "markdown")
                .printsLine("\\| repeated key \\| .* \\| 1 \\| `GET /search` 5 \\(`/search`\\) \\|")
                .printsLine("\\| semicolon in query \\| not supported; the value is split at it \\| not known "
                        + "\\| not known \\|"
                        + " not known \\|");
    }

    @Test
    void aTallyFileKeepsThem() throws IOException {
        calls(5, "/search", "a=1&a=2");
        Path tally = folder.resolve("log.tally");
        Cli.run("rank", log.to(folder.resolve("log.gz")), "--save", tally).exits(0);

        assertEquals(plan().out(), Cli.run("plan", tally).exits(0).out());
    }
}
