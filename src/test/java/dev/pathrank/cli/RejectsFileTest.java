package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code --rejects}: rejected rows without secrets. */
class RejectsFileTest {
    @TempDir
    Path folder;

    private Path log() throws IOException {
        return new TestLog()
                .rows(2, "GET", "/a", 200)
                .row("2017-02-12\t16:00:00", "GET", "/reset/anna@example.com?key=secret-query", "OOO")
                .to(folder.resolve("a.gz"));
    }

    @Test
    void keepsEachRejectedRowWithItsPlaceAndReason() throws IOException {
        Path rejects = folder.resolve("rejects.csv");

        Cli.run("rank", log(), "--rejects", rejects).exits(0);

        List<String> lines = Files.readAllLines(rejects);
        assertEquals("object,line,reason,text", lines.get(0));
        assertTrue(
                lines.get(1).startsWith(folder.resolve("a.gz") + ",5,bad-status,2017-02-12\t16:00:00\tFRA2\t1045\t"),
                lines.get(1));
        assertTrue(lines.get(1).contains("\tOOO\t"), lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void masksWhatTellsOfAPerson() throws IOException {
        Path rejects = folder.resolve("rejects.csv");

        Cli.run("rank", log(), "--rejects", rejects).exits(0);

        String text = Files.readString(rejects);
        for (String secret : List.of("192.0.2.10", "secret", "anna")) {
            assertFalse(text.contains(secret), text);
        }
        assertTrue(text.contains("\tGET\td111111abcdef8.cloudfront.net\t/reset/"), text);
    }

    @Test
    void masksByColumnWhateverTheCellLooksLike() throws IOException {
        Path log = new TestLog()
                .row("2017-02-12\t16:00:00", "GET", "/a", "OOO")
                .with("http://www.example.com/secret-referer", "/secret/page")
                .with("token=secret-query", "5551234567")
                .with("session=secret-cookie", "x7y")
                .with("192.0.2.10", "10")
                .to(folder.resolve("a.gz"));
        Path rejects = folder.resolve("rejects.csv");

        Cli.run("rank", log, "--rejects", rejects).exits(1).saysOnErr("so there is no report");

        String row = Files.readAllLines(rejects).get(1);
        for (String secret : List.of("secret", "5551234567", "x7y", "\t10\t")) {
            assertFalse(row.contains(secret), row);
        }
        assertTrue(row.contains("\t/a\tOOO\t<masked>\t<masked>\t<masked>\t<masked>\tMiss\t"), row);
    }

    @Test
    void keepsTheRowAsItIsWhenAskedTo() throws IOException {
        Path rejects = folder.resolve("rejects.csv");

        Cli.run("rank", log(), "--rejects", rejects, "--rejects-raw").exits(0);

        String text = Files.readString(rejects);
        for (String cell :
                List.of("192.0.2.10", "secret-referer", "secret-query", "secret-cookie", "anna@example.com")) {
            assertTrue(text.contains(cell), text);
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        Path rejects = Files.createFile(folder.resolve("rejects.csv"));
        Files.setPosixFilePermissions(rejects, PosixFilePermissions.fromString("rw-r--r--"));

        Cli.run("rank", log(), "--rejects", rejects).exits(0);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)));
    }

    @Test
    void holdsItsHeaderWhereNothingIsRejected() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        Path log = new TestLog().rows(1, "GET", "/a", 200).to(folder.resolve("b.gz"));

        Cli.run("rank", log, "--rejects", rejects).exits(0);

        assertEquals("object,line,reason,text\n", Files.readString(rejects));
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        Path tmp = Files.createDirectory(folder.resolve("tmp"));

        Cli.run("rank", log(), "--rejects", folder.resolve("rejects.csv"), "--tmp-dir", tmp)
                .exits(0);

        try (var left = Files.list(tmp)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
