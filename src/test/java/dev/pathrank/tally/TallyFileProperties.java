package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.OtherVersionException;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileReader;
import dev.pathrank.tally.file.TallyFileWriter;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests that a tally that was written and read behaves like the original. */
class TallyFileProperties extends TallyProperties {
    private static final TallyHeader HEADER = new TallyHeader(7, new TreeMap<>(Map.of("--host", "a")), Span.ALL);

    @Property(tries = 10)
    void sameEndpointsAndSameBytesAgainInRoomyCaps(@ForAll long seed) throws IOException {
        assertSame(TallyLawProperties.ROOMY, seed, 1500);
    }

    @Property(tries = 10)
    void sameWhenEveryCapBites(@ForAll long seed) throws IOException {
        assertSame(TallyLawProperties.TIGHT, seed, 1500);
    }

    @Property(tries = 5)
    void sameWhenOnlyTheWeightBites(@ForAll long seed) throws IOException {
        assertSame(TallyLawProperties.LIGHT, seed, 3000);
    }

    @Property(tries = 10)
    void equalRowsGiveEqualFilesHoweverTheyWereSplit(@ForAll long seed) throws IOException {
        for (Limits limits : List.of(TallyLawProperties.ROOMY, TallyLawProperties.TIGHT)) {
            List<String> lines = new RandomTraffic(seed).lines(1200);
            Tally parts = tally(limits, lines.subList(700, 1200));
            parts.merge(read(write(tally(limits, lines.subList(0, 700))), limits));
            assertArrayEquals(write(tally(limits, lines)), write(parts));
        }
    }

    @Example
    void anEmptyTallyIsAFileToo() throws IOException {
        byte[] file = write(tally(TallyLawProperties.ROOMY, List.of()));
        try (Tally read = read(file, TallyLawProperties.ROOMY)) {
            assertEquals(0, read.calls());
            assertEquals(List.of(), read.endpoints(true));
        }
    }

    @Example
    void tellsItsHeaderAndObjectsAlone() throws IOException {
        RowCounts rows = new RowCounts();
        rows.count(LogType.LEGACY, OriginEvidence.RESULT_TYPE);
        List<CountedObject> objects = List.of(
                new CountedObject("a", "1", CountedObject.Outcome.READ, rows, 2, 3),
                new CountedObject("b", "e4", CountedObject.Outcome.OTHER_LOG, new RowCounts(), 0, 0));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Tally tally = tally(TallyLawProperties.ROOMY, new RandomTraffic(1).lines(10))) {
            TallyFileWriter.write(file, HEADER, objects, tally);
        }
        List<String> names = new ArrayList<>();
        TallyHeader header = TallyFileReader.objects(new ByteArrayInputStream(file.toByteArray()), object -> {
            names.add(object.name()
                    + object.version()
                    + object.outcome()
                    + object.rows().counted()
                    + object.passedOverLines()
                    + object.textBytes());
        });
        assertEquals(HEADER, header);
        assertEquals(List.of("a1READ123", "be4OTHER_LOG000"), names);
    }

    /** The law test finds a part that is written but not read; this test finds one that is neither. */
    @Example
    void noFieldIsForgotten() {
        assertEquals(22, fields(LeafTally.class), "LeafTally: write and read the new field, then raise this number");
        assertEquals(4, fields(TraitCounts.class), "TraitCounts: write and read the new field, then raise this number");
        assertEquals(
                10,
                fields(DurationCounts.class),
                "DurationCounts: write and read the new field, then raise this number");
        assertEquals(
                4,
                fields(DistinctClients.class),
                "DistinctClients: write and read the new field, then raise this number");
        // Tally.hourlyTallies is written for another process of a run only: --dedupe excludes a state and a saved
        // tally.
        assertEquals(10, fields(Tally.class), "Tally: write and read the new field, then raise this number");
        assertEquals(6, fields(RowCounts.class), "RowCounts: write and read the new field, then raise this number");
    }

    private static long fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .count();
    }

    @Property(tries = 300)
    void noChangedAndNoCutFileIsRead(@ForAll Random random) throws IOException {
        byte[] file = write(tally(TallyLawProperties.ROOMY, new RandomTraffic(3).lines(200)));
        byte[] damaged;
        if (random.nextInt(3) == 0) {
            damaged = Arrays.copyOf(file, random.nextInt(file.length));
        } else if (random.nextInt(8) == 0) {
            damaged = Arrays.copyOf(file, file.length + 1);
        } else {
            damaged = file.clone();
            damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        IOException refused = assertThrows(
                IOException.class, () -> read(damaged, TallyLawProperties.ROOMY).close());
        if (!(refused instanceof DamagedFileException)) {
            assertEquals(OtherVersionException.class, refused.getClass());
        }
    }

    private static void assertSame(Limits limits, long seed, int rows) throws IOException {
        List<String> lines = new RandomTraffic(seed).lines(rows);
        List<String> more = new RandomTraffic(seed + 1).lines(rows / 3);
        List<EndpointStats> expected = stats(tally(limits, lines));
        byte[] file = write(tally(limits, lines));
        assertArrayEquals(file, write(read(file, limits)), "written again");
        assertEquals(expected, stats(read(file, limits)));

        Tally countedOn = read(file, limits);
        RandomTraffic.add(countedOn, more);
        Tally mergedInto = tally(limits, more);
        mergedInto.merge(read(file, limits));
        Tally bothRead = read(write(tally(limits, more)), limits);
        bothRead.merge(read(file, limits));
        Tally plain = tally(limits, lines);
        RandomTraffic.add(plain, more);
        List<EndpointStats> together = stats(plain);
        assertEquals(together, stats(countedOn), "counted on");
        assertEquals(together, stats(mergedInto), "merged");
        assertEquals(together, stats(bothRead), "both read");
    }

    private static byte[] write(Tally tally) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (tally) {
            TallyFileWriter.write(file, HEADER, List.of(), tally);
        }
        return file.toByteArray();
    }

    private static Tally read(byte[] file, Limits limits) throws IOException {
        return TallyFileReader.tally(new ByteArrayInputStream(file), options(limits), object -> {});
    }
}
