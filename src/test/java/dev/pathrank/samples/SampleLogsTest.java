package dev.pathrank.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleLogsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Test
    void drawsTheSameRowsFromTheSameSeedAndOthersFromAnother() {
        assertEquals(new SampleLogs(5).objects(), new SampleLogs(5).objects());
        assertNotEquals(new SampleLogs(5).objects(), new SampleLogs(6).objects());
    }

    /** The text, not the packed bytes: zlib packs differently from one JDK to the next. */
    @Test
    void standsInTheRepositoryAsTheGeneratorWritesIt() throws IOException {
        assertStandsIn("sample-logs", new SampleLogs(SampleLogs.SEED).objects());
    }

    private static void assertStandsIn(String folder, Map<String, String> generated) throws IOException {
        SortedMap<String, String> committed = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROJECT.resolve(folder))) {
            for (Path file : files) {
                committed.put(file.getFileName().toString(), Gzip.text(file));
            }
        }
        assertEquals(generated.keySet(), committed.keySet(), "run scripts/make-samples");
        generated.forEach(
                (name, text) -> assertTrue(text.equals(committed.get(name)), name + ": run scripts/make-samples"));
    }

    @Test
    void theStoryStandsInTheRepositoryAsItsGeneratorWritesIt() throws IOException {
        Path story = PROJECT.resolve("docs").resolve("story").resolve("story.gz");
        assertTrue(StoryLog.text().equals(Gzip.text(story)), "run scripts/make-samples");
    }

    @Test
    void theMoveStandsInTheRepositoryAsItsGeneratorWritesIt() throws IOException {
        assertStandsIn("docs/move", MovedLogs.objects(1, true, 4));
    }

    @Test
    void declaresAHundredRoutesOfWhichAboutHalfAreCalled() throws IOException {
        List<Route> declared = Route.table("declared-routes.txt");
        assertEquals(100, declared.size());
        assertEquals(52, declared.stream().filter(route -> route.calls() > 0).count());
        assertEquals(
                SampleLogs.routesFile(declared),
                Files.readString(PROJECT.resolve("docs").resolve("sample-routes.txt")),
                "run scripts/make-samples");
    }

    @Test
    void writesRowsOfAsManyCellsAsTheirHeaderNames() {
        new SampleLogs(SampleLogs.SEED).objects().forEach((name, text) -> {
            String[] lines = text.split("\n", -1);
            int columns = lines[1].substring("#Fields: ".length()).split(" ", -1).length;
            assertEquals(name.compareTo(SampleLogs.DISTRIBUTION + ".2017-02-19") < 0 ? 24 : 33, columns, name);
            for (int i = 2; i < lines.length - 1; i++) {
                assertEquals(columns, lines[i].split("\t", -1).length, name + " line " + (i + 1));
            }
        });
    }
}
