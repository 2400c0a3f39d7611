package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stored files of released versions stay readable: a tally and a state give what their logs give, in every column of
 * that version. Until 0.2.0 is released {@code -Dupdate=true} writes its files anew; files of a released version never
 * change again, and a later version adds a folder of its own.
 */
class StoredFilesTest {
    private static final Path STORED = Path.of("src/test/resources/stored/0.2.0");
    private static final String COLUMNS = "rank,method,pattern,score,reason,kind,calls,origin_calls,share,"
            + "cumulative_share,p50_ms,p95_ms,p99_ms,max_ms,peak_rps,peak_at,errors_4xx,errors_5xx,aborted,hit_ratio,"
            + "clients,bytes_out,variables,duration_from,first_seen,last_seen,example";

    @TempDir
    private Path folder;

    @Test
    void aTallyStaysReadable() throws IOException {
        Path tally = STORED.resolve("day.tally");
        if (Golden.updates()) {
            Files.createDirectories(STORED);
            Files.deleteIfExists(tally);
            Cli.run("rank", logs(), "--save", tally).exits(0);
        }
        assertEquals(ranked(logs()), ranked(List.of(tally)));
    }

    @Test
    void aStateStaysReadable() throws IOException {
        Path state = STORED.resolve("state");
        if (Golden.updates()) {
            clear(state);
            Cli.run("rank", logs(), "--state", state).exits(0);
            Files.delete(state.resolve("lock"));
        }
        Path copy = folder.resolve("state");
        copy(state, copy);

        assertEquals(ranked(logs()), ranked(List.of(), "--state", copy));
    }

    @Test
    void newLogsAreAddedToOldCounts() throws IOException {
        Path copy = folder.resolve("state");
        copy(STORED.resolve("state"), copy);
        Path more = new TestLog().rows(7, "GET", "/added-later", 200).to(folder.resolve("later.gz"));

        Cli both = Cli.run("rank", more, "--state", copy).exits(0);

        assertEquals("7", both.cell("GET /added-later", "calls"));
        assertTrue(both.rows().size() > 7, both::toString);
    }

    /** One day of the sample: three objects, with a peak, errors and personal data in paths. */
    private static List<Path> logs() throws IOException {
        try (Stream<Path> objects = Files.list(Path.of("sample-logs"))) {
            return objects.filter(object -> object.toString().contains("2017-02-12"))
                    .sorted()
                    .toList();
        }
    }

    private static String ranked(List<Path> sources, Object... options) {
        return Cli.run("rank", sources, options, "--columns", COLUMNS).exits(0).out();
    }

    private static void clear(Path state) throws IOException {
        if (Files.isDirectory(state)) {
            try (Stream<Path> files = Files.list(state)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
