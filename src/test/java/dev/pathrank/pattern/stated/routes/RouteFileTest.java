package dev.pathrank.pattern.stated.routes;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files as their tools print them; the {@code .routes} file of each has its routes with their lines. */
class RouteFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi-3.yaml",
                "openapi-3.1.json",
                "swagger-2.json",
                "rails-7.txt",
                "rails-expanded.txt",
                "rake-3.txt",
                "flask-3.txt",
                "flask-hosts.txt",
                "spring-boot-3.json",
                "spring-boot-1.json",
                "inventory.csv",
                "inventory.tsv",
                "semicolons.txt",
                "list.txt",
                "urls.txt"
            })
    void readsWhatIsDeclared(String name) throws IOException {
        assertEquals(new String(resource(name + ".routes"), UTF_8), shown(RouteFile.read(name, resource(name))));
    }

    @Test
    void takesNoNoticeOfTheNameNorOfAByteOrderMark() throws IOException {
        String expected = new String(resource("rails-7.txt.routes"), UTF_8);
        String text = new String(resource("rails-7.txt"), UTF_8);

        assertEquals(expected, shown(RouteFile.read("x.json", ("\uFEFF" + text).getBytes(UTF_8))));
        assertEquals(expected, shown(RouteFile.read("x.csv", text.getBytes(UTF_16))));
        assertEquals(
                expected, shown(RouteFile.read("x", text.replace("\n", "\r\n").getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "GET /a$user/<id> ~ routes line 2: \"user/<id>\" is not a route; write a line such as \"GET "
                        + "/user/<id>\"",
                "GET /a /b ~ routes line 1: \"GET /a /b\" is not a route",
                "GTE /a ~ routes line 1: \"GTE\" is not a request method; write one such as GET",
                "GET /a/{id ~ routes line 1: \"/a/{id\" has a { without }",
                "# nothing ~ routes: declares no routes; write lines such as",
                "{\"openapi\": \"3.0.0\",$ \"paths\": } ~ routes line 2: is not valid JSON: ",
                "{\"openapi\": {\"a\": ~ routes line 1: is not valid JSON: Unexpected end-of-input within/between Object "
                        + "entries; export",
                "{\"openapi\": \"3.0.0\"} ~ routes: the document has no \"paths\"",
                "{\"a\": 1} ~ routes: contains neither \"openapi\" nor \"swagger\" nor Spring Boot mappings",
                "openapi: 3.0.0$paths:$  /a: [ ~ routes line 3: is not valid YAML: ",
                "openapi: 3.0.0$paths: &a$  /a: *a ~ the anchor contains itself",
                "path,method$,GET ~ routes line 2: the row has no path",
                "Endpoint  Methods  Rule$--------  -------  ----$x         GET ~ routes line 3: the column "
                        + "Rule has no rule",
                "--[ Route 1 ]--$Verb | GET ~ routes line 1: the route has no URI line",
                "Prefix Verb URI Pattern Controller#Action$nonsense ~ routes line 2: \"nonsense\" is not a "
                        + "route in the format of rails routes"
            })
    void saysFileLineWhatAndWhatToDo(String text, String message) {
        RouteFileException wrong = assertThrows(
                RouteFileException.class,
                () -> RouteFile.read("routes", text.replace('$', '\n').getBytes(UTF_8)));
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /path", "/route", "GET|POST /url", "GET: /uri", "GET /x?path,method"})
    void takesALineForARouteAndNotForTheHeaderOfATable(String line) {
        assertTrue(RouteFile.read("routes", line.getBytes(UTF_8)).routes().size() >= 1);
    }

    /** Without a word about it, a route that must never move would move. */
    @Test
    void namesAColumnThatIsProbablyASlip() {
        String table = "method,path,name,sensitive,nevr,afetr\nGET,/a,Ann,yes,yes,\n";

        assertEquals(
                List.of(
                        "t.csv line 1: the column \"nevr\" is left out: no column is called so; did you mean never?",
                        "t.csv line 1: the column \"afetr\" is left out: no column is called so; did you mean after?"),
                RouteFile.read("t.csv", table.getBytes(UTF_8)).leftOut().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void refusesWhatIsNoText() {
        RouteFileException wrong = assertThrows(
                RouteFileException.class, () -> RouteFile.read("routes", new byte[] {'G', (byte) 0xC3, ' ', '/'}));
        assertEquals("routes: is not text in UTF-8; save it as UTF-8", wrong.getMessage());
    }

    private static String shown(RouteFile file) {
        Stream<String> routes = file.routes().stream()
                .map(route -> route.origin().line() + " " + route.method() + " " + route.pattern());
        Stream<String> leftOut = file.leftOut().stream()
                .map(route -> route.origin().line() + " left out " + route.path() + ": " + route.why());
        return Stream.concat(routes, leftOut).collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = RouteFileTest.class.getResourceAsStream("/routes/" + name)) {
            return in.readAllBytes();
        }
    }
}
