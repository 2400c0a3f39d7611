package dev.pathrank.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
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
        SortedMap<String, String> committed = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROJECT.resolve("sample-logs"))) {
            for (Path file : files) {
                committed.put(file.getFileName().toString(), unpacked(file));
            }
        }
        SortedMap<String, String> generated = new SampleLogs(SampleLogs.SEED).objects();
        assertEquals(generated.keySet(), committed.keySet(), "run scripts/make-samples");
        generated.forEach(
                (name, text) -> assertTrue(text.equals(committed.get(name)), name + ": run scripts/make-samples"));
    }

    @Test
    void theStoryStandsInTheRepositoryAsItsGeneratorWritesIt() throws IOException {
        Path story = PROJECT.resolve("docs").resolve("story").resolve("story.gz");
        assertTrue(StoryLog.text().equals(unpacked(story)), "run scripts/make-samples");
    }

    @Test
    void theMoveStandsInTheRepositoryAsItsGeneratorWritesIt() throws IOException {
        for (Map.Entry<String, String> object : MovedLogs.objects(1, true, 4).entrySet()) {
            Path committed = PROJECT.resolve("docs").resolve("move").resolve(object.getKey());
            assertTrue(object.getValue().equals(unpacked(committed)), "run scripts/make-samples");
        }
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

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
