package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pattern of each request of a list. */
class AssignTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void nameFiles() {
        in = folder.resolve("in.tsv");
        out = folder.resolve("out.tsv");
    }

    private List<String> assigned(Object... more) throws IOException {
        Cli.run("patterns", "--assign", in, "--out", out, more)
                .exits(0)
                .printsNothing()
                .saysNothingOnErr();
        return Files.readAllLines(out, StandardCharsets.ISO_8859_1);
    }

    @Test
    void overwritesNoListThatItReads() throws IOException {
        Files.writeString(in, "GET\t/user/me\n");
        Cli.run("patterns", "--assign", in, "--out", in).exits(2).saysOnErr("which it would overwrite");
        assertEquals("GET\t/user/me\n", Files.readString(in));
    }

    @Test
    void givesEachDistinctRequestItsPatternInTheOrderOfTheirFirst() throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET\t/user/me\t200", "GET\t/user/me\t200"));
        for (int user = 0; user < 50; user++) {
            lines.add("GET\t/user/" + (1000 + user) + "\t" + (user % 9 == 0 ? 404 : 200));
        }
        Files.write(in, lines);

        List<String> assigned = assigned();

        assertEquals("GET\t/user/me\t/user/me", assigned.get(0));
        assertEquals("GET\t/user/1000\t/user/<id>", assigned.get(1));
        assertEquals(51, assigned.size());
        assertTrue(assigned.subList(1, 51).stream().allMatch(line -> line.endsWith("\t/user/<id>")));
    }

    @Test
    void reachesEveryPathOfAHugeListAndKeepsItsBytes() throws IOException {
        Set<String> requests = new LinkedHashSet<>();
        for (int i = 0; i < 20_000; i++) {
            requests.add("GET\t/shop/" + Integer.toString(i * 7919, 36) + "-item/" + i);
            requests.add("POST\t/mail/u" + i + "@example.com");
        }
        requests.add("GET\t/caf\u00e9/%C3%A9?x=1");
        Files.write(in, requests, StandardCharsets.ISO_8859_1);

        List<String> assigned = assigned();

        assertEquals(
                List.copyOf(requests),
                assigned.stream()
                        .map(line -> line.substring(0, line.lastIndexOf('\t')))
                        .toList());
        assertTrue(assigned.contains("POST\t/mail/u7@example.com\t/mail/<email>"));
    }

    @Test
    void honoursWhatIsPinned() throws IOException {
        Files.write(in, List.of("GET\t/a/1", "GET\t/a/2", "GET\t/b/1", "PUT\t/c", "GET\t/a/2/x"));
        Path lock = Files.writeString(folder.resolve("lock"), "GET /b/<no>\n");

        assertEquals(
                List.of(
                        "GET\t/a/1\t/a/{id}",
                        "GET\t/a/2\t/a/2",
                        "GET\t/b/1\t/b/{no}",
                        "PUT\t/c\t/c",
                        "GET\t/a/2/x\t/a/2/x"),
                assigned("--literal", "/a/2", "--pattern", "/a/:id", "--lock", lock, "--placeholder", "brace"));
        assertEquals(
                List.of(
                        "GET\t/a/1\t/<path+>",
                        "GET\t/a/2\t/<path+>",
                        "GET\t/b/1\t/b/<no>",
                        "PUT\t/c\t/<path+>",
                        "GET\t/a/2/x\t/<path+>"),
                assigned("--lock", lock, "--locked"));
        assertEquals("GET\t/a/1\t/a/1", assigned("--no-learn").get(0));
    }

    @Test
    void readsStandardInputAndWritesStandardOutput() {
        Cli run = Cli.run("GET\t/a\n".getBytes(StandardCharsets.US_ASCII), "patterns", "--assign", "-")
                .exits(0);

        assertEquals("GET\t/a\t/a\n", run.out());
        assertEquals(
                run.out(),
                Cli.run("GET\t/a\r\n".getBytes(StandardCharsets.US_ASCII), "patterns", "--assign", "-", "--out", "-")
                        .exits(0)
                        .out());
    }

    @Test
    void namesLinesThatAreNoRequestsAndGoesOn() throws IOException {
        Files.write(in, List.of("GET /a", "GET\t/a\tOK", "GET\t/b\t200", "", "GET\t/b\t200\tx"));

        Cli.run("patterns", "--assign", in, "--out", out)
                .exits(3)
                .saysOnErr("in.tsv line 1 is left out")
                .saysOnErr("in.tsv line 2 is left out")
                .saysOnErr("in.tsv line 5 is left out");

        assertEquals("GET\t/b\t/b\n", Files.readString(out));
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        Cli.run("patterns", "logs", "--assign", in).exits(2).saysOnErr("leave out logs");
        Cli.run("patterns", "--assign", in, "--from", "2017-02-01")
                .exits(2)
                .saysOnErr("--from cannot be used with --assign");
        Cli.run("patterns", "--out", out, "logs").exits(2).saysOnErr("--out needs --assign IN, which is missing");
        Cli.run("patterns").exits(2).saysOnErr("missing required parameter: 'SOURCE'");
        Cli.run("patterns", "--assign", in).exits(1).saysOnErr("in.tsv cannot be read: no such file");
    }
}
