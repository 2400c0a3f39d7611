package dev.pathrank.source.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathrank.source.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store writes to its own files alone. */
class FolderStoreTest {
    @TempDir
    Path folder;

    private Path state;
    private Path precious;

    @BeforeEach
    void makePlaces() throws IOException {
        state = Files.createDirectories(folder.resolve("state"));
        precious = Files.writeString(folder.resolve("precious"), "12345");
    }

    @Test
    void followsNoLinkInPlaceOfItsLock() throws IOException {
        Files.createSymbolicLink(state.resolve("lock"), precious);
        assertRefused();
        assertEquals("12345", Files.readString(precious));
    }

    @Test
    void makesNoFileBehindALinkThatLeadsNowhere() throws IOException {
        Path missing = folder.resolve("missing");
        Files.createSymbolicLink(state.resolve("lock"), missing);
        assertRefused();
        assertTrue(Files.notExists(missing));
    }

    @Test
    void emptiesNoFileThatIsNoLock() throws IOException {
        Path lock = Files.writeString(state.resolve("lock"), "the key is under the mat");
        assertRefused();
        assertEquals("the key is under the mat", Files.readString(lock));
        Files.delete(lock);
        Files.createDirectory(lock);
        assertRefused();
    }

    @Test
    void takesALockThatAnEarlierRunLeft() throws IOException {
        Files.writeString(state.resolve("lock"), "4711");
        FolderStore.open("state", state, true).close();
    }

    @Test
    void followsNoLinkInPlaceOfWhatItWrites() throws IOException {
        Files.createSymbolicLink(state.resolve(".unfinished-0"), precious);
        FolderStore store = FolderStore.open("state", state, true);
        try (Store.Draft draft = store.draft()) {
            draft.stream().write("rows".getBytes(StandardCharsets.UTF_8));
            draft.put("a.tally");
        }
        store.close();
        assertEquals("12345", Files.readString(precious));
        assertEquals("rows", Files.readString(state.resolve("a.tally")));
    }

    /** A run may be killed between any two writes, so nothing is written under the name that makes it valid. */
    @Test
    void writesTheRootAndFilesBesideTheirNamesAndMovesThem() throws IOException {
        try (FolderStore store = FolderStore.open("state", state, true)) {
            for (int round = 0; round < 2; round++) {
                try (Store.Draft draft = store.draft();
                        Store.Draft root = store.draft()) {
                    draft.stream().write(round);
                    root.stream().write(round);
                    Object file = identity(".unfinished-" + 2 * round);
                    Object rootFile = identity(".unfinished-" + (2 * round + 1));
                    assumeTrue(file != null, "left out: files have no identity here");

                    draft.put("a.tally");
                    root.replaceRoot();

                    assertEquals(file, identity("a.tally"));
                    assertEquals(rootFile, identity("manifest"));
                }
            }
        }
    }

    private @Nullable Object identity(String name) throws IOException {
        return Files.readAttributes(state.resolve(name), BasicFileAttributes.class)
                .fileKey();
    }

    private void assertRefused() {
        IOException refused = assertThrows(IOException.class, () -> FolderStore.open("state", state, true));
        assertTrue(refused.getMessage().contains(state.resolve("lock") + " is not a lock file"), refused.getMessage());
    }
}
