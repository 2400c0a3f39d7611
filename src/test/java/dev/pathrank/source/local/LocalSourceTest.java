package dev.pathrank.source.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.LogSourceContract;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.TransportException;
import dev.pathrank.source.unzip.FailingStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSourceTest extends LogSourceContract {
    @TempDir
    private Path temp;

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file;
        try {
            file = folder().resolve(name);
        } catch (InvalidPathException e) {
            Assumptions.abort("the locale of this JVM has no such file name: " + e.getMessage());
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Override
    protected void remove(String name) throws IOException {
        Files.delete(folder().resolve(name));
    }

    @Override
    protected LogSource source() {
        return new LocalSource(folder().toString(), folder());
    }

    @Override
    protected LogSource missing() {
        Path missing = temp.resolve("not/there");
        return new LocalSource(missing.toString(), missing);
    }

    private Path folder() {
        return temp.resolve("logs");
    }

    @Test
    void ordersNamesByUtf8BytesWhereJavasCharactersDiffer() throws Exception {
        put("\uD83D\uDE00.gz", new byte[] {1});
        put("\uFF5E.gz", new byte[] {1});
        assertEquals(List.of("\uFF5E.gz", "\uD83D\uDE00.gz"), relativeNames(list(ListingFilter.ALL)));
    }

    @Test
    void leavesOutHiddenFilesAndFolders() throws Exception {
        put("a.gz", new byte[] {1});
        put(".DS_Store", new byte[] {1});
        put(".cache/b.gz", new byte[] {1});
        put("day/.b.gz.part", new byte[] {1});
        assertEquals(List.of("a.gz"), relativeNames(list(ListingFilter.ALL)));
    }

    @Test
    void readsAHiddenPlaceThatIsNamedItself() throws Exception {
        put(".hidden/a.gz", new byte[] {1});
        Path hidden = folder().resolve(".hidden");
        assertEquals(List.of(hidden + "/a.gz"), names(new LocalSource(hidden.toString(), hidden)));
        Path file = hidden.resolve("a.gz");
        assertEquals(List.of(file.toString()), names(new LocalSource(file.toString(), file)));
    }

    @Test
    void namesObjectsAsTheUserWroteTheFolder() throws Exception {
        put("a.gz", new byte[] {1});
        assertEquals(List.of("./logs/a.gz"), names(new LocalSource("./logs", folder())));
        assertEquals(List.of("./logs/a.gz"), names(new LocalSource("./logs/", folder())));
    }

    @Test
    void listsNothingInAnEmptyFolder() throws Exception {
        Files.createDirectories(folder());
        assertEquals(List.of(), list(ListingFilter.ALL));
    }

    @Test
    void listsWhatLinksLeadToOnceAndEndsTheirCircles() throws Exception {
        put("a/one.gz", new byte[] {1});
        put(".store/two.gz", new byte[] {2});
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.write(elsewhere.resolve("three.gz"), new byte[] {3});
        Files.createSymbolicLink(elsewhere.resolve("back"), folder());
        Files.createSymbolicLink(elsewhere.resolve("up"), temp);
        Files.createSymbolicLink(folder().resolve("a/circle"), folder());
        Files.createSymbolicLink(folder().resolve("again"), folder().resolve("a"));
        Files.createSymbolicLink(folder().resolve("latest.gz"), folder().resolve("a/one.gz"));
        Files.createSymbolicLink(folder().resolve("stored.gz"), folder().resolve(".store/two.gz"));
        Files.createSymbolicLink(folder().resolve("twice.gz"), folder().resolve(".store/two.gz"));
        Files.createSymbolicLink(folder().resolve("out"), elsewhere);
        assertEquals(List.of("a/one.gz", "out/three.gz", "stored.gz"), relativeNames(list(ListingFilter.ALL)));
    }

    @Test
    void namesALinkThatLeadsNowhere() throws Exception {
        put("a.gz", new byte[] {1});
        Files.createSymbolicLink(folder().resolve("b.gz"), temp.resolve("nowhere"));
        List<LogObject> objects = list(ListingFilter.ALL);
        assertEquals(List.of("a.gz", "b.gz"), relativeNames(objects));
        assertThrows(ObjectUnavailableException.class, () -> bytes(objects.get(1)));
    }

    @Test
    void namesASubfolderThatCannotBeRead() throws Exception {
        put("a.gz", new byte[] {1});
        put("b/c.gz", new byte[] {1});
        put("d.gz", new byte[] {1});
        List<LogObject> objects = new ArrayList<>();
        source().list(ListingFilter.ALL, object -> {
            objects.add(object);
            if (object.name().endsWith("a.gz")) {
                replaceWithAFile(folder().resolve("b"));
            }
        });
        assertEquals(List.of("a.gz", "b/", "d.gz"), relativeNames(objects));
        ObjectUnavailableException failure =
                assertThrows(ObjectUnavailableException.class, () -> bytes(objects.get(1)));
        assertEquals("cannot be read: it is not a folder (any more)", failure.getMessage());
    }

    @Test
    void readsAFileThatIsNamedItselfUnlessItsNameIsPruned() throws Exception {
        put("E1AB.2024-05-01-12.a.gz", new byte[] {7});
        Path file = folder().resolve("E1AB.2024-05-01-12.a.gz");
        LogSource source = new LocalSource("x.gz", file);
        assertEquals(List.of("x.gz"), names(source));
        List<LogObject> pruned = new ArrayList<>();
        new LocalSource(file.toString(), file).list(new ListingFilter(null, null, "E2", true), pruned::add);
        assertEquals(List.of(), pruned);
    }

    @Test
    void saysWhereAMissingPathStillExists() {
        Path missing = temp.resolve("typo/more");
        SourceException failure = assertThrows(
                SourceException.class, () -> new LocalSource("typo/more", missing).list(ListingFilter.ALL, o -> {}));
        assertEquals(
                "no such file or folder: typo/more. Check the path: \"ls " + temp + "\" shows what exists",
                failure.getMessage());
    }

    @Test
    void saysOfAFaultMidwayThatTheBytesDidNotArrive() throws IOException {
        InputStream failing = new FailingStream(new IOException("Input/output error"));
        try (LocalBytes bytes = new LocalBytes(failing)) {
            TransportException failure = assertThrows(TransportException.class, () -> bytes.read(new byte[10], 0, 10));
            assertTrue(failure.getMessage().contains("Input/output error"), failure.getMessage());
            assertThrows(TransportException.class, bytes::read);
        }
    }

    @Test
    void opensTheBytesOfADevice() throws Exception {
        Path device = Path.of("/dev/null");
        List<LogObject> objects = new ArrayList<>();
        new LocalSource("/dev/null", device).list(ListingFilter.ALL, objects::add);
        assertEquals(LogObject.UNKNOWN_SIZE, objects.get(0).size());
        assertArrayEquals(new byte[0], bytes(objects.get(0)));
    }

    private static void replaceWithAFile(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
            Files.write(folder, new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
