package dev.pathrank.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
    private static long gone;

    @TempDir
    Path folder;

    /** The number of a process that has ended. */
    @BeforeAll
    static void endAProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        gone = process.pid();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "left");
    }

    @Test
    void givesBackWhatWasAppended() throws IOException {
        try (TemporaryFile file = TemporaryFile.create(folder, "test")) {
            file.append(new byte[] {1, 2, 3, 4}, 1, 3);
            file.end().write(5);
            assertEquals(4, file.length());
            try (InputStream in = file.in(1, 3)) {
                assertArrayEquals(new byte[] {3, 4, 5}, in.readAllBytes());
            }
            file.truncate(1);
            file.end().write(new byte[] {9});
            assertArrayEquals(new byte[] {2, 9}, file.read(0, 2));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void saysWhereItCannotBeMade() {
        Path missing = folder.resolve("missing");
        IOException failure = assertThrows(IOException.class, () -> TemporaryFile.create(missing, "test"));
        assertEquals(
                "a temporary file in " + missing
                        + " cannot be written: no such file. Free some space or choose another folder with --tmp-dir",
                failure.getMessage());
    }

    @Test
    void sweepsWhatAProcessLeftThatIsGone() throws IOException {
        Path left = file("pathrank-seconds-" + gone + "-0123-ab.tmp");
        TemporaryFile.sweep(folder);
        assertFalse(Files.exists(left));
    }

    @Test
    void leavesWhatIsInUseOrNotItsOwn() throws IOException {
        Path own = file("pathrank-seconds-" + ProcessHandle.current().pid() + "-0123-ab.tmp");
        Path other = file("pathrank-notes-" + gone + ".tmp");
        Path locked = file("pathrank-state-" + gone + "-0123-ab.tmp");
        Path target = file("precious");
        Path link = Files.createSymbolicLink(folder.resolve("pathrank-rejects-" + gone + "-0123-ab.tmp"), target);
        try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE)) {
            TemporaryFile.lock(channel);
            TemporaryFile.sweep(folder);
        }
        assertTrue(Stream.of(own, other, locked, target, link).allMatch(Files::exists));
    }

    @Test
    void sweepsNothingWhereThereIsNoFolder() {
        TemporaryFile.sweep(folder.resolve("missing"));

        assertFalse(Files.exists(folder.resolve("missing")));
    }
}
