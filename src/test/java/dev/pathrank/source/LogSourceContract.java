package dev.pathrank.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Contract test for every storage of log objects. Subclasses supply the storage and its source. */
public abstract class LogSourceContract {
    /** Puts an object into the place, under a name relative to it. */
    protected abstract void put(String name, byte[] bytes) throws IOException;

    /** Takes an object away again. */
    protected abstract void remove(String name) throws IOException;

    /** The place as a source. */
    protected abstract LogSource source();

    /** A place of the same kind that does not exist. */
    protected abstract LogSource missing();

    @Test
    void listsEveryObjectInTheOrderOfUtf8Bytes() throws Exception {
        for (String name : List.of("b.gz", "a/z.gz", "a.gz", "a/b/c.gz", "B.gz", "a-1.gz", "ü.gz")) {
            put(name, new byte[] {1});
        }
        assertEquals(
                List.of("B.gz", "a-1.gz", "a.gz", "a/b/c.gz", "a/z.gz", "b.gz", "ü.gz"),
                relativeNames(list(ListingFilter.ALL)));
    }

    @Test
    void givesTheStoredBytesAndTheirNumber() throws Exception {
        byte[] stored = Gzip.of(Gzip.logLike(300_000, 5));
        put("E1AB.2024-05-01-13.a.gz", stored);
        put("empty.log", new byte[0]);
        List<LogObject> objects = list(ListingFilter.ALL);
        assertEquals(
                List.of((long) stored.length, 0L),
                objects.stream().map(LogObject::size).toList());
        assertArrayEquals(stored, bytes(objects.get(0)));
        assertArrayEquals(new byte[0], bytes(objects.get(1)));
    }

    @Test
    void opensAnObjectMoreThanOnceAndOnlyInPart() throws Exception {
        put("rows.log", "#Version: 1.0\nrow\n".getBytes(UTF_8));
        LogObject object = list(ListingFilter.ALL).get(0);
        try (InputStream in = object.open()) {
            assertEquals('#', in.read());
        }
        assertArrayEquals("#Version: 1.0\nrow\n".getBytes(UTF_8), bytes(object));
    }

    @Test
    void readsNamesWithSpacesSignsAndUmlauts() throws Exception {
        List<String> names = List.of("100%25 sure.log", "a b+c&d=e.log", "grün/ö#1.log");
        for (String name : names) {
            put(name, name.getBytes(UTF_8));
        }
        List<LogObject> objects = list(ListingFilter.ALL);
        assertEquals(names, relativeNames(objects));
        for (int i = 0; i < names.size(); i++) {
            assertEquals(names.get(i), new String(bytes(objects.get(i)), UTF_8));
        }
    }

    @Test
    void leavesOutWhatTheFilterPrunes() throws Exception {
        for (String name :
                List.of("E1AB.2024-05-01-10.a.gz", "E1AB.2024-05-01-12.a.gz", "E2.2024-05-01-12.a.gz", "x.log")) {
            put(name, new byte[] {1});
        }
        Instant noon = Instant.parse("2024-05-01T12:00:00Z");
        assertEquals(
                List.of("E1AB.2024-05-01-12.a.gz", "E2.2024-05-01-12.a.gz", "x.log"),
                relativeNames(list(new ListingFilter(noon, null, null, true))));
        assertEquals(
                List.of("E1AB.2024-05-01-12.a.gz"), relativeNames(list(new ListingFilter(noon, null, "E1AB", true))));
    }

    @Test
    void saysOfAnObjectThatVanishedAfterTheListingThatItIsUnavailable() throws Exception {
        put("gone.gz", new byte[] {1});
        put("stays.gz", new byte[] {2});
        List<LogObject> objects = list(ListingFilter.ALL);
        remove("gone.gz");
        assertThrows(ObjectUnavailableException.class, () -> bytes(objects.get(0)));
        assertArrayEquals(new byte[] {2}, bytes(objects.get(1)));
    }

    @Test
    void saysOfAMissingPlaceWhatIsMissingAndWhatToDo() {
        LogSource missing = missing();
        SourceException failure =
                assertThrows(SourceException.class, () -> missing.list(ListingFilter.ALL, object -> {}));
        assertTrue(failure.getMessage().contains(missing.name()), failure.getMessage());
        assertTrue(failure.getMessage().toLowerCase(Locale.ROOT).contains("check"), failure.getMessage());
    }

    protected final List<LogObject> list(ListingFilter keep) throws SourceException {
        List<LogObject> objects = new ArrayList<>();
        source().list(keep, objects::add);
        return objects;
    }

    protected final List<String> relativeNames(List<LogObject> objects) {
        String place = source().name() + "/";
        return objects.stream()
                .map(object -> {
                    assertTrue(object.name().startsWith(place), object.name());
                    return object.name().substring(place.length());
                })
                .toList();
    }

    protected static byte[] bytes(LogObject object) throws IOException {
        try (InputStream in = object.open()) {
            return in.readAllBytes();
        }
    }

    /** The names of everything that a source lists, in its order. */
    protected static List<String> names(LogSource source) throws SourceException {
        List<String> names = new ArrayList<>();
        source.list(ListingFilter.ALL, object -> names.add(object.name()));
        return names;
    }
}
