package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small logs whose paths were once folded badly: other scripts, file names made of values, versions, signs. */
class FoldCasesTest {
    private static final Path LOGS = Path.of("src/test/resources/logs");

    @Test
    void wordsOfAnotherScriptStayWords() {
        assertEquals(
                List.of(
                        "/%EA%B2%80%EC%83%89",
                        "/%EA%B3%A0%EA%B0%9D%EC%84%BC%ED%84%B0",
                        "/%EB%A1%9C%EA%B7%B8%EC%9D%B8",
                        "/%EC%83%81%ED%92%88/<id>",
                        "/%EC%9E%A5%EB%B0%94%EA%B5%AC%EB%8B%88",
                        "/%EC%A3%BC%EB%AC%B8/<id>",
                        "/%ED%9A%8C%EC%82%AC%EC%86%8C%EA%B0%9C"),
                patterns("fold-korean-words.gz"));
    }

    @Test
    void wordsWithUmlautsStayWords() {
        assertEquals(
                List.of(
                        "/%C3%BCber-uns",
                        "/%C3%BCber-uns/anfahrt",
                        "/%C3%BCber-uns/team",
                        "/api/bestellungen",
                        "/api/bestellungen/<id>",
                        "/impressum",
                        "/kontakt",
                        "/men%C3%BC/getr%C3%A4nke",
                        "/men%C3%BC/speisekarte"),
                patterns("fold-german-words.gz"));
    }

    @Test
    void theWordsBeforeAVersionAreValuesWhereThereAreMany() {
        assertEquals(List.of("/m2/org/<name>/<version>/<name>-<version>.jar"), patterns("fold-maven-jars.gz"));
    }

    @Test
    void versionsOfAnInterfaceStay() {
        assertEquals(
                List.of(
                        "/apis/batch/v1beta1/namespaces/<name>/cronjobs",
                        "/apis/batch/v2alpha1/namespaces/<name>/cronjobs"),
                patterns("fold-versions.gz"));
    }

    @Test
    void aSignAloneStaysAndSoDoesWhatFollowsIt() {
        assertEquals(
                List.of("/-/ping", "/-/v1/search", "/<name>", "/<name>/-/<name>-<version>.tgz"),
                patterns("fold-npm-dash.gz"));
    }

    @ParameterizedTest
    @CsvSource({"fold-pictures-two-formats.gz, /images/<file>", "hls-segments.gz, /vod/<uuid>/<id>/seg_<id>.ts"})
    void picturesAndFilmsAreAssets(String log, String first) {
        Cli run = Cli.run("rank", LOGS.resolve(log)).exits(0);

        assertEquals(first, run.column("pattern").get(0));
        assertEquals("asset", run.column("kind").get(0));
        assertEquals("", run.column("rank").get(0));
    }

    private static List<String> patterns(String log) {
        return Cli.run("patterns", LOGS.resolve(log)).exits(0).column("pattern").stream()
                .distinct()
                .sorted()
                .toList();
    }
}
