package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparison of declared routes with calls. */
class RoutesTest {
    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));

    @TempDir
    Path folder;

    private static Cli samples(Object... more) {
        Path routes = PROJECT.resolve("docs/sample-routes.txt");
        return Cli.run("rank", PROJECT.resolve("sample-logs"), "--routes", routes, more)
                .exits(0);
    }

    private Path routes(String... lines) throws IOException {
        return Files.write(folder.resolve("routes.txt"), List.of(lines));
    }

    @Test
    void findsAboutHalfOfTheSampleRoutesCalled() throws IOException {
        Cli run = samples();

        List<String> declared = Files.readAllLines(PROJECT.resolve("docs/sample-routes.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Map<String, String> kinds = run.cells("kind");
        Map<String, String> cells = run.cells("declared");
        assertEquals(100, declared.size());
        declared.forEach(route -> assertEquals("yes", cells.get(route), route));
        long unused = kinds.values().stream().filter("unused"::equals).count();
        assertTrue(unused >= 40 && unused <= 60, () -> unused + " of 100 routes unused");
        run.saysOnErr("routes: 100 declared = " + (100 - unused) + " called + " + unused + " never called");
        assertEquals("unused", kinds.get("GET /admin/users/<id>"));
        assertEquals("no", cells.get("GET /.env"));
        assertEquals("yes", cells.get("HEAD /"));
        assertEquals("yes", cells.get("OPTIONS /v1/orders"));
        declared.forEach(route -> assertFalse("noise".equals(kinds.get(route)), route));
    }

    @Test
    void leavesCellsOfUnusedRoutesEmptyAndPutsThemLast() {
        Cli run = samples();

        List<String> kinds = run.column("kind");
        int first = kinds.indexOf("unused");
        assertTrue(kinds.subList(first, kinds.size()).stream().allMatch("unused"::equals));
        List<String> cumulative = run.column("cumulative_share");
        assertEquals("1.000000", cumulative.get(cumulative.size() - 1));
        assertEquals(
                ",DELETE,/admin/users/<id>,,never called in the 21 days of the logs; not proven: under 30 days,unused,"
                        + "0,0,0.000000,1.000000,,,,,0,,0,0,0,,0,0,1,,,,,yes",
                run.rows().get(first));
    }

    @Test
    void showsUnusedRoutesAlone() {
        Cli all = samples();
        List<String> unused =
                all.rows().stream().filter(row -> row.contains(",unused,")).toList();

        assertEquals(unused, samples("--only", "unused").rows());
        assertEquals(
                unused.subList(0, 3), samples("--only", "unused", "--top", 3).rows());
    }

    @Test
    void givesTheDeclaredColumnWithRoutesAlone() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("a.gz"));

        assertFalse(Cli.run("rank", log).exits(0).out().contains("declared"));
        assertTrue(Cli.run("rank", log, "--routes", routes("GET /a"))
                .exits(0)
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .endsWith(",last_seen,example,declared"));
    }

    @Test
    void routesAsARouterWould() throws IOException {
        Path log = new TestLog()
                .rows(1, "GET", "/user/me", 200)
                .rows(2, "GET", "/user/42", 200)
                .rows(3, "DELETE", "/user/me", 204)
                .rows(4, "GET", "/files/a/b.txt", 200)
                .rows(5, "GET", "/shop/red", 200)
                .to(folder.resolve("a.gz"));
        Path file = routes(
                "GET /user/:id", "GET /user/me", "DELETE /user/:id", "GET /files/*path", "/shop/{colour}", "/never");

        Cli run = Cli.run("rank", log, "--routes", file).exits(0);

        assertEquals(
                Map.of(
                        "GET /user/me", "1",
                        "GET /user/<id>", "2",
                        "DELETE /user/<id>", "3",
                        "GET /files/<path+>", "4",
                        "GET /shop/<colour>", "5",
                        "* /never", "0"),
                run.cells("calls"));
    }

    @Test
    void aDeclaredEndpointIsNeverNoiseAndAnotherMethodOfItMayBe() throws IOException {
        Path log = new TestLog()
                .rows(5, "GET", "/gone", 404)
                .rows(3, "POST", "/gone", 405)
                .rows(1, "GET", "/", 200)
                .to(folder.resolve("a.gz"));

        Cli run = Cli.run("rank", log, "--routes", routes("GET /gone", "GET /")).exits(0);

        assertEquals(Map.of("GET /gone", "endpoint", "POST /gone", "noise", "GET /", "endpoint"), run.cells("kind"));
        assertEquals(Map.of("GET /gone", "yes", "POST /gone", "no", "GET /", "yes"), run.cells("declared"));
    }

    @Test
    void takesARouteOfSeveralServersForOne() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/orders/7", 200).to(folder.resolve("a.gz"));
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.0.0
                servers: [{url: /v2}, {url: /}]
                paths:
                  /orders/{id}: {get: {}}
                  /users: {get: {}}
                """);

        Cli run = Cli.run("rank", log, "--routes", file).exits(0);

        assertEquals(Map.of("GET /orders/<id>", "2", "GET /v2/users", "0"), run.cells("calls"));
        run.saysOnErr("routes: 2 declared = 1 called + 1 never called; endpoints called but not declared: 0");
    }

    @Test
    void readsSeveralFilesAndGivesEqualPathsOneSpelling() throws IOException {
        Path log = new TestLog()
                .rows(2, "GET", "/a/7", 200)
                .rows(1, "PUT", "/a/7", 200)
                .to(folder.resolve("a.gz"));
        Path csv = Files.writeString(folder.resolve("a.csv"), "path;method\n/a/{key};PUT\n/a/{key};GET\n");

        Cli run = Cli.run("rank", log, "--routes", routes("GET /a/:id"), "--routes", csv)
                .exits(0);

        assertEquals(Map.of("GET /a/<id>", "2", "PUT /a/<id>", "1"), run.cells("calls"));
        run.saysOnErr("a.csv line 3: GET /a/<id> is left out: a router never reaches it after");
        Cli stated =
                Cli.run("rank", log, "--routes", csv, "--pattern", "/a/:no").exits(0);
        assertEquals(List.of("/a/<no>", "/a/<no>"), stated.column("pattern"));
        assertEquals(List.of("yes", "yes"), stated.column("declared"));
    }

    @Test
    void leavesOutWhatTakesEveryPathAndSaysSo() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("a.gz"));

        Cli run = Cli.run("rank", log, "--routes", routes("GET /b", "/*unmatched"))
                .exits(0);

        assertEquals(Map.of("GET /a", "no", "GET /b", "yes"), run.cells("declared"));
        run.saysOnErr("routes.txt line 2: /<unmatched+> is left out: it matches every path");
    }

    @Test
    void saysThatFiltersLeaveCallsOutAndThatNoRowsProveNothing() throws IOException {
        Path log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("a.gz"));
        Path file = routes("GET /a", "POST /a");

        assertEquals(
                "never called in the 2 seconds of the logs; not proven: under 30 days; not proven: filters left out calls",
                Cli.run("rank", log, "--routes", file, "--method", "GET")
                        .exits(0)
                        .column("reason")
                        .get(1));
        assertEquals(
                List.of(),
                Cli.run("rank", log, "--routes", file, "--status", "500", "--allow-empty")
                        .exits(0)
                        .rows());
    }

    @Test
    void refusesAFileThatIsNoneOfRoutes() throws IOException {
        Cli.run("rank", "x", "--routes", folder.resolve("none"))
                .exits(2)
                .saysOnErr("none cannot be read: no such file. Give a routes file");
        Cli.run("rank", "x", "--routes", routes("GET /a", "GTE /b"))
                .exits(2)
                .saysOnErr("routes.txt line 2: \"GTE\" is not a request method; write one such as GET, or * for any");
    }

    @Test
    void emitsTheSameOpenApiEveryTime() {
        Cli one = samples("--emit", "openapi", "--threads", 1);

        assertEquals(one.out(), samples("--emit", "openapi", "--threads", 2).out());
        one.printsLine(" {4}\"/user/\\{user_id}/orders\" : \\{|    \"/user/\\{user_id}/orders\": \\{");
        one.printsLine(" *\"x-pathrank-calls\": 0,");
    }

    @Test
    void refusesWhatADocumentHasNoPlaceFor() {
        Cli.run("rank", "x", "--emit", "openapi", "--by-host").exits(2).saysOnErr("leave out --by-host");
        Cli.run("rank", "x", "--emit", "openapi", "--format", "csv").exits(2).saysOnErr("leave out --format");
        Cli.run("rank", "x", "--emit", "raml").exits(2).saysOnErr("expected one of openapi but was 'raml'");
    }
}
