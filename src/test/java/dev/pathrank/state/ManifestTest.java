package dev.pathrank.state;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.CountedObject.Outcome;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the manifest names the file of each day and all objects counted in them. */
class ManifestTest {
    private static final Manifest MANIFEST = new Manifest(
            new TallyHeader(1, new TreeMap<>(Map.of("--status", "2xx")), Span.ALL),
            new TreeMap<>(Map.of(
                    17_209L, "2017-02-12.0123456789abcdef.tally", 17_210L, "2017-02-13.fedcba9876543210.tally")));

    private static DatedObject object(String name, Map<Long, Long> rowsByDay) {
        RowCounts rows = new RowCounts();
        for (long row = 0; row < 13; row++) {
            rows.count(LogType.LEGACY, OriginEvidence.RESULT_TYPE);
        }
        return new DatedObject(new CountedObject(name, "v", Outcome.READ, rows, 2, 3), rowsByDay);
    }

    private static final List<DatedObject> OBJECTS =
            List.of(object("a", Map.of(17_209L, 5L)), object("b", Map.of(17_209L, 6L, 17_210L, 7L)));

    private static byte[] written() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MANIFEST.write(file, to -> {
            for (DatedObject object : OBJECTS) {
                to.accept(object);
            }
        });
        return file.toByteArray();
    }

    private static Manifest read(byte[] file, IoConsumer<DatedObject> objects) throws IOException {
        return Manifest.read(new ByteArrayInputStream(file), objects);
    }

    @Test
    void comesBackWithItsFilesAndItsObjectsInTheirOrder() throws IOException {
        List<String> found = new ArrayList<>();

        Manifest read = read(
                written(),
                each -> found.add(each.object().name() + " " + each.object().outcome() + " " + each.rowsByDay()));

        assertEquals(MANIFEST, read);
        assertEquals(List.of("a READ {17209=5}", "b READ {17209=6, 17210=7}"), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../2017-02-12.0123456789abcdef.tally", "2017-02-13.0123456789abcdef.tally", "/etc/passwd", ""})
    void namesNoFileButThoseOfItsDays(String file) {
        assertDamaged(new Manifest(MANIFEST.header(), new TreeMap<>(Map.of(17_209L, file))), object("a", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE, 14})
    void isDamagedWhereAnObjectHasMoreRowsOnADayThanItHas(long rows) {
        assertDamaged(MANIFEST, object("a", Map.of(17_209L, rows)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE})
    void isDamagedWhereADayIsInNoCalendar(long day) {
        assertDamaged(MANIFEST, object("a", Map.of(day, 5L)));
        assertDamaged(new Manifest(MANIFEST.header(), new TreeMap<>(Map.of(day, "a.tally"))), object("a", Map.of()));
    }

    @Test
    void isDamagedWhereItsSpanIsInNoCalendar() {
        TallyHeader header = new TallyHeader(1, new TreeMap<>(), new Span(Long.MIN_VALUE + 1, 5));
        assertDamaged(new Manifest(header, new TreeMap<>()), object("a", Map.of()));
    }

    private static void assertDamaged(Manifest manifest, DatedObject object) {
        assertThrows(DamagedFileException.class, () -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            manifest.write(file, to -> to.accept(object));
            read(file.toByteArray(), each -> {});
        });
    }

    @Test
    void isNotReadWhereItIsCutAnywhere() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(DamagedFileException.class, () -> read(cut, each -> {}), length + " bytes");
        }
    }

    @Test
    void theNameOfAFileChangesWithItsContent() throws IOException {
        String name = ContentName.of(17_209, digestOf("content"));

        assertTrue(name.matches("2017-02-12\\.[0-9a-f]{16}\\.tally"), name);
        assertTrue(ContentName.fits(name, new ByteArrayInputStream("content".getBytes(US_ASCII))));
        assertFalse(ContentName.fits(name, new ByteArrayInputStream("Content".getBytes(US_ASCII))));
    }

    private static MessageDigest digestOf(String content) {
        MessageDigest digest = ContentName.digest();
        digest.update(content.getBytes(US_ASCII));
        return digest;
    }
}
