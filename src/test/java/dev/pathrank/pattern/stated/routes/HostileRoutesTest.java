package dev.pathrank.pattern.stated.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would break a parser: each is read, or refused with its line, within a small stack and a short time. */
@Timeout(60)
class HostileRoutesTest {
    private static final long SMALL_STACK = 256 << 10;
    private static final int MANY = 100_000;

    /** Longer than any of them takes on a busy machine. */
    private static final int PATIENCE_S = 180;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET ^/a\\",
                "GET ^/(?P<id>\\d+)\\",
                "GET /a\\",
                "/a\\",
                "GET ^/u<(?P<k>x)/>$",
                "GET ^/u<a(?P<k>x)>",
                "GET ^/(?R)$",
                "GET ^/(a|(?R))$",
                "GET ^/(?:a(?1))$",
                "GET ^/(?P<x>a)(?&x)$",
                "GET ^/(?P<x>a)(?P>x)$",
                "GET /a/(",
                "GET ^/a/[",
                "GET ^/(?P<",
            })
    void refusesWhatIsNoExpressionWithItsLine(String line) throws Exception {
        RouteFileException refused = assertThrows(RouteFileException.class, () -> read("GET /ok\n" + line + "\n"));
        assertTrue(refused.getMessage().startsWith("routes line 2: "), refused.getMessage());
    }

    static Stream<String> deep() {
        return Stream.of(
                "GET ^/" + "(".repeat(MANY) + ")".repeat(MANY),
                "GET ^/" + "(?:(?P<a>".repeat(3000) + "))".repeat(3000),
                "GET /" + "(/".repeat(MANY) + ")".repeat(MANY),
                "GET /" + "{/".repeat(2000) + "}".repeat(2000),
                "GET /" + "<".repeat(MANY) + ">".repeat(MANY),
                "GET /" + "a/".repeat(MANY),
                "GET,".repeat(MANY) + " /a",
                "GET|".repeat(MANY) + "GET /a",
                "A".repeat(MANY) + " /a",
                "GET" + " ".repeat(MANY) + "x /y /z",
                "GET ^/" + "a?".repeat(MANY),
                "GET ^/" + ".*".repeat(MANY),
                "GET /" + "*".repeat(MANY),
                "GET /" + ":a(b)".repeat(3000),
                "openapi: 3.0.0\npaths: " + "[".repeat(MANY),
                "openapi: 3.0.0\npaths: " + "{a: ".repeat(MANY),
                "openapi: 3.0.0\npaths:\n"
                        + Stream.iterate(1, i -> i + 1)
                                .limit(3000)
                                .map(i -> " ".repeat(i) + "a:\n")
                                .reduce("", String::concat),
                "openapi: 3.0.0\npaths:\n " + "- ".repeat(MANY) + "a",
                "{\"openapi\": \"3\", \"paths\": " + "[".repeat(MANY),
                "{\"openapi\": \"3\", \"paths\": " + "{\"a\":".repeat(MANY),
                "{\"openapi\": \"3\", \"paths\": {\"/a\": {\"get\": {}}}, \"servers\": [{\"url\": \"/"
                        + "../".repeat(MANY) + "x\"}]}",
                "{\"contexts\": {\"a\": {\"mappings\": {\"dispatcherServlets\": {\"d\": [{\"predicate\": \"{GET [/"
                        + "x".repeat(MANY) + "]}\"}]}}}}}",
                "{\"contexts\": {\"a\": {\"mappings\": {\"dispatcherServlets\": {\"d\": [{\"predicate\": \"{GET [/{a:"
                        + "{1}".repeat(MANY) + "}]}\"}]}}}}}",
                "{\"{[/a]" + ",a=[".repeat(2000) + "}\": {\"bean\": \"b\"}}",
                "     Prefix Verb URI Pattern Controller#Action\n a " + "GET|".repeat(MANY) + "GET /a a#b",
                "     Prefix Verb URI Pattern Controller#Action\nRoutes for " + "a::".repeat(MANY) + "a:",
                "path,method\n/a," + "GET|".repeat(MANY),
                "path" + ",x".repeat(MANY) + "\n/a" + ",1".repeat(MANY),
                "path,method\n\"" + "a".repeat(MANY) + "\",GET",
                "Endpoint Methods Rule\n" + "- ".repeat(MANY) + "\nx GET /a");
    }

    @ParameterizedTest
    @MethodSource("deep")
    void takesOrRefusesWhatIsVeryDeepOrLong(String text) throws Exception {
        try {
            read(text);
        } catch (RouteFileException refused) {
            assertTrue(refused.getMessage().startsWith("routes"), refused.getMessage());
            assertTrue(
                    refused.getMessage().length() < 2000,
                    () -> refused.getMessage().length() + " characters");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi: 3\npaths:\n  - ", "{\"openapi\": 3,\n\"paths\":\n"})
    void namesTheLineOfWhatIsTooDeep(String begin) throws Exception {
        RouteFileException refused = assertThrows(RouteFileException.class, () -> read(begin + "[".repeat(MANY)));
        assertTrue(refused.getMessage().startsWith("routes line 3: "), refused.getMessage());
    }

    private static RouteFile read(String text) throws Exception {
        FutureTask<RouteFile> reading = new FutureTask<>(() -> RouteFile.read("routes", text.getBytes(UTF_8)));
        Thread thread = new Thread(null, reading, "small", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RouteFileException refused) {
                throw refused;
            }
            return fail(e.getCause());
        }
    }
}
