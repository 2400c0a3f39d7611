package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words of other scripts in options and files, as people type them and percent-encoded in either letter case, and in
 * the requests of clients that encode them and of clients that do not.
 */
class ScriptFormsTest {
    private static final String ENCODED = "/%EC%83%81%ED%92%88";

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void writeBothClients() throws IOException {
        TestLog rows = new TestLog().rows(5, "GET", "/login", 200).rows(3, "GET", "/%EC%A3%BC%EB%AC%B8/1", 200);
        for (int id = 1; id <= 20; id++) {
            rows.rows(1, "GET", ENCODED + "/" + id, 200);
            rows.rows(1, "GET", ENCODED.replace("%", "%25") + "/" + (id + 20), 200);
        }
        log = rows.to(folder.resolve("shop.gz"));
    }

    private static Map<String, String> calls(Cli run) {
        Map<String, String> calls = new TreeMap<>();
        for (int row = 0; row < run.rows().size(); row++) {
            calls.put(run.column("pattern").get(row), run.column("calls").get(row));
        }
        return calls;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/상품/**", "/%EC%83%81%ED%92%88/**", "/%ec%83%81%ed%92%88/**"})
    void includeTakesWordsAsTypedAndAsEncoded(String glob) {
        assertEquals(
                Map.of(ENCODED + "/<id>", "40"),
                calls(Cli.run("rank", log, "--include", glob).exits(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/상품/**", "/%EC%83%81%ED%92%88/**", "/%ec%83%81%ed%92%88/**"})
    void excludeTakesThemToo(String glob) {
        Map<String, String> calls =
                calls(Cli.run("rank", log, "--exclude", glob).exits(0));

        assertEquals("5", calls.get("/login"));
        assertEquals(2, calls.size(), calls::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/상품/7", "/%EC%83%81%ED%92%88/7", "/%ec%83%81%ed%92%88/7"})
    void aLiteralPathStaysHoweverItIsWritten(String path) {
        Map<String, String> calls =
                calls(Cli.run("rank", log, "--literal", path).exits(0));

        assertEquals("1", calls.get(ENCODED + "/7"));
        assertEquals("39", calls.get(ENCODED + "/<id>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/상품/<number>", "/%EC%83%81%ED%92%88/<number>", "/%ec%83%81%ed%92%88/<number>"})
    void patternsOfOptionsRoutesAndLockFilesMatchAllClients(String pattern) throws IOException {
        Path lock = Files.writeString(folder.resolve("patterns.lock"), "GET " + pattern + "\n");
        Path routes = Files.writeString(folder.resolve("routes.txt"), "GET " + pattern + "\n");

        for (List<Object> option : List.<List<Object>>of(
                List.of("--pattern", pattern), List.of("--lock", lock), List.of("--routes", routes))) {
            Cli run = Cli.run("rank", log, option.get(0), option.get(1)).exits(0);
            assertEquals("40", calls(run).get(ENCODED + "/<number>"), run::toString);
        }
    }

    @Test
    void aLockFileWithTypedWordsLearnsNothingNewAboutThem() throws IOException {
        Path lock =
                Files.writeString(folder.resolve("patterns.lock"), "GET /login\nGET /상품/<number>\nGET /주문/<number>\n");

        Cli run = Cli.run("patterns", log, "--lock", lock).exits(0);

        assertEquals(
                Map.of("/login", "5", ENCODED + "/<number>", "40", "/%EC%A3%BC%EB%AC%B8/<number>", "3"), calls(run));
        assertEquals("GET /login\nGET /상품/<number>\nGET /주문/<number>\n", Files.readString(lock));
    }
}
