package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.report.edge.Node;
import dev.pathrank.report.edge.Node.Answer;
import dev.pathrank.report.edge.Node.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service with methods and paths that nobody would choose, or that somebody chose to do harm, in all that is emitted.
 */
class OddServiceTest {
    private static final List<String> MANY =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PROPFIND", "MKCOL", "COPY", "MOVE");

    @TempDir
    private Path folder;

    private Path log(String... requests) throws IOException {
        TestLog log = new TestLog().rows(210, "GET", "/plain", 200);
        for (String request : requests) {
            String[] words = request.split(" ");
            log.rows(200, words[0], words[1], 200);
        }
        return log.to(folder.resolve("odd.gz"));
    }

    private Path router(Path log, Object... more) {
        Path router = folder.resolve("router");
        Cli.run(Stream.concat(
                                Stream.of("plan", log, "--quiet", "--emit", "cloudfront-function", "-o", router),
                                Stream.of(more))
                        .toArray())
                .exits(0);
        return router;
    }

    private static List<Answer> answers(Path router, String... requests) throws IOException, InterruptedException {
        List<Request> all = new ArrayList<>();
        for (String request : requests) {
            String[] words = request.split(" ");
            all.add(new Request(words[0], words[1], "192.0.2.1"));
        }
        return Node.send(router.resolve("router.js"), router.resolve("routes.json"), "wave=99", all);
    }

    /** CloudFormation replaces such a text by the secret that it names, also in the description of a function. */
    @ParameterizedTest
    @ValueSource(strings = {"sam", "cloudformation"})
    void noPathBecomesADynamicReference(String form) throws IOException {
        Path log = log("GET /{{resolve:secretsmanager:prod:SecretString:password}}");

        Cli template = Cli.run("plan", log, "--quiet", "--emit", form).exits(0);

        assertFalse(template.out().contains("{{resolve:"), template.out());
        assertTrue(template.out().contains("GET /%7B%7Bresolve:secretsmanager:prod"), template.out());
    }

    @ParameterizedTest(name = "{0} goes to {1}")
    @CsvSource({
        "/a/./b, function URL",
        "/a/../b, function URL",
        "/a//b, function URL",
        "/a/b, HTTP API",
        "/a.b/.c, HTTP API"
    })
    void segmentsThatApiGatewayDoesNotKeepAreNoRoutes(String path, String target) throws IOException {
        assertEquals(
                target, Cli.run("plan", log("GET " + path), "--quiet").exits(0).cell("GET " + path, "target"));
    }

    @Test
    void rareMethodsThatAreCountedTogetherStay() throws IOException {
        String[] requests = new String[20];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = "M" + i + " /rare";
        }

        Cli plan = Cli.run("plan", log(requests), "--quiet").exits(0);

        assertEquals("stays", plan.cell("* /rare", "target"));
        assertEquals("", plan.cell("* /rare", "wave"));
    }

    /** Eleven routes to function URLs have more bytes than a value of the store. */
    @Test
    void manyMethodsOfALongPathHaveTheirRoutes() throws IOException, InterruptedException {
        String path = "/a-long-name-of-a-collection/with-another-long-name-below-it/$metadata-of-all-things-in-it";
        TestLog log = new TestLog().rows(210, "GET", "/plain", 200);
        for (String method : MANY) {
            for (int second = 0; second < 200; second++) {
                log.row(String.format("2017-02-12\t16:%02d:%02d", second / 60, second % 60), method, path, "200")
                        .with("1045", "2000000");
            }
        }
        Path file = log.to(folder.resolve("odd.gz"));
        Cli plan = Cli.run("plan", file, "--quiet").exits(0);
        Path router = router(file);
        String[] requests = MANY.stream().map(method -> method + " " + path).toArray(String[]::new);

        List<Answer> answers = answers(router, requests);

        assertTrue(plan.column("function_name").size() > 8, "each method has a row of its own");
        for (int i = 0; i < requests.length; i++) {
            boolean counted = plan.out().contains(requests[i].replace(' ', ','));
            String function = !counted
                    ? "origin"
                    : "function-url-"
                            + plan.cell(
                                    List.of("HEAD", "OPTIONS").contains(MANY.get(i)) ? "GET " + path : requests[i],
                                    "function_name");
            assertEquals(function, answers.get(i).origin(), requests[i]);
            assertEquals("", answers.get(i).failure());
        }
    }

    @Test
    void aPatternIsLoggedAsThePlanWritesIt() throws IOException, InterruptedException {
        Path router = router(log("GET /${x}", "GET /a{b}", "GET /100%2525"));

        List<Answer> answers = answers(router, "GET /${x}", "GET /a{b}", "GET /100%25", "GET /plain");

        assertEquals(
                List.of("/${x}", "/a{b}", "/100%25", "/plain"),
                answers.stream().map(Answer::pattern).toList());
        assertTrue(answers.stream().noneMatch(answer -> answer.origin().equals("origin")), answers::toString);
    }

    @Test
    void twoEscapingsOfOnePathStayWhereTheyAreTwoEndpoints() throws IOException, InterruptedException {
        Path log = log("GET /{id}", "GET /%257Bid%257D");
        Path router = router(log);

        for (Answer answer : answers(router, "GET /{id}", "GET /%7Bid%7D")) {
            assertEquals("origin", answer.origin());
        }
        assertTrue(
                Files.readString(router.resolve("README.md"))
                        .contains("the router cannot tell it from another escaping of the same path"),
                () -> "it is said");
    }

    /** Names of cookies may have quotes (RFC 9110, section 5.6.2). */
    @Test
    void theCommandsOfTheSwitchAreOneWordOfAShellWhateverTheCookieIsCalled() throws IOException {
        Path router = router(log(), "--wave", "1", "--percent", "0.5", "--sticky", "cookie:a'b`c$d");

        String readme = Files.readString(router.resolve("README.md"));

        assertTrue(readme.contains("put switch 'wave=1;percent=5;sticky=cookie:a'\\''b`c$d'    # wave 1: 5 %"), readme);
        assertTrue(readme.contains("put switch 'wave=0;percent=100;sticky=cookie:a'\\''b`c$d'  # roll back"), readme);
    }
}
