package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of truncated objects and of rows that exceed the maximum length. */
class DamagedObjectTest {
    private static final String FIELDS = "#Fields: date time cs-method cs-uri-stem sc-status\n";
    private static final int LONGEST_ROW = 200;

    private final IOException damage = new DamagedObjectException("the gzip data ends early");
    private final ReadRows read = new ReadRows();

    @ParameterizedTest(name = "buffer of {0}")
    @ValueSource(ints = {1, 7, 64, 100_000})
    void countsEveryCompleteRowBeforeTheDamageAndRejectsTheOneThatItCut(int bufferSize) {
        LogReader reader = new LogReader(LogOptions.DEFAULT, bufferSize, LONGEST_ROW);

        IOException thrown = assertThrows(
                IOException.class,
                () -> reader.read(broken(FIELDS + row("/a") + row("/b") + "2017-02-12\t16:0", damage), read));

        assertSame(damage, thrown);
        assertEquals(List.of("/a", "/b"), read.paths());
        assertEquals(List.of(new ReadRows.Rejected(RejectReason.CUT, 4, "2017-02-12\t16:0")), read.rejected);
        assertEquals(3, reader.rows());
        assertEquals(OriginEvidence.EVERY_ROW, reader.evidence());
    }

    @ParameterizedTest(name = "after \"{0}\"")
    @ValueSource(strings = {"", "#", "#Fields: da", FIELDS, "2017-02-12\t16:00:"})
    void findsNoRowWhereTheDamageComesBeforeTheFirst(String beforeDamage) {
        LogReader reader = ReadRows.reader();

        assertSame(damage, assertThrows(IOException.class, () -> reader.read(broken(beforeDamage, damage), read)));
        assertEquals(0, reader.rows());
        assertTrue(read.rejected.isEmpty());
    }

    @Test
    void cutsNoRowWhereTheDamageComesAfterACompleteLine() {
        assertThrows(IOException.class, () -> ReadRows.reader().read(broken(FIELDS + row("/a"), damage), read));

        assertEquals(List.of("/a"), read.paths());
        assertTrue(read.rejected.isEmpty());
    }

    @Test
    void rejectsNothingWhenTheTransportFails() {
        IOException fault = new TransportException("connection reset", new IOException());

        assertSame(
                fault,
                assertThrows(
                        IOException.class,
                        () -> ReadRows.reader().read(broken(FIELDS + row("/a") + "2017-", fault), read)));
        assertTrue(read.rejected.isEmpty());
    }

    @Test
    void readsTheNextObjectAsIfNothingHadHappened() throws IOException {
        LogReader reader = ReadRows.reader();
        assertThrows(IOException.class, () -> reader.read(broken(FIELDS + "2017", damage), read));

        ReadOutcome outcome = reader.read(ReadRows.stream(FIELDS + row("/a")), read);

        assertEquals(new ReadOutcome.Read(1, 0, OriginEvidence.EVERY_ROW), outcome);
    }

    @ParameterizedTest(name = "buffer of {0}")
    @ValueSource(ints = {1, 16, 100_000})
    void readsTheLongestRowAndCutsALongerOne(int bufferSize) throws IOException {
        String longest = row("/" + "x".repeat(LONGEST_ROW - row("/").length() + 1));
        String longer = row("/" + "y".repeat(LONGEST_ROW - row("/").length() + 2));
        assertEquals(LONGEST_ROW + 1, longest.length(), "with its line end");
        LogReader reader = new LogReader(LogOptions.DEFAULT, bufferSize, LONGEST_ROW);

        ReadOutcome outcome =
                reader.read(ReadRows.stream(FIELDS + longest + longer + longer + row("/a") + longer + longest), read);

        assertInstanceOf(ReadOutcome.Read.class, outcome);
        assertEquals(6, reader.rows());
        assertEquals(3, read.rows.size());
        assertEquals(
                List.of(2L, 5L, 7L), read.rows.stream().map(ReadRows.Copy::line).toList());
        assertEquals(List.of(RejectReason.CUT, RejectReason.CUT, RejectReason.CUT), read.reasons());
        assertEquals(longer.substring(0, LONGEST_ROW), read.rejected.get(0).text(), "what is kept of it");
    }

    @Test
    void cutsALongRowThatIsTheLast() throws IOException {
        LogReader reader = new LogReader(LogOptions.DEFAULT, 64, LONGEST_ROW);

        reader.read(ReadRows.stream(FIELDS + row("/a") + "z".repeat(5 * LONGEST_ROW)), read);

        assertEquals(2, reader.rows());
        assertEquals(List.of(RejectReason.CUT), read.reasons());
    }

    @Test
    void doesNotReadRowsUnderAHeaderThatItCouldNotRead() {
        LogReader reader = new LogReader(LogOptions.DEFAULT, 64, LONGEST_ROW);
        String log = FIELDS + row("/a") + "#Fields: " + "x ".repeat(LONGEST_ROW) + "\n" + row("/b");

        assertThrows(DamagedObjectException.class, () -> reader.read(ReadRows.stream(log), read));
        assertEquals(List.of("/a"), read.paths());
    }

    @Test
    void doesNotReadRowsUnderAHeaderOfMoreColumnsThanAnyLogHas() {
        String log = FIELDS + row("/a") + FIELDS.strip() + " x".repeat(1000) + "\n" + row("/b");

        assertThrows(
                DamagedObjectException.class, () -> new LogReader(LogOptions.DEFAULT).read(ReadRows.stream(log), read));
        assertEquals(List.of("/a"), read.paths());
    }

    @Test
    void failsAnObjectThatMustBeHeldAndForWhichMemoryEnds() {
        InputStream endless = new SequenceInputStream(ReadRows.stream("PAR1"), new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                throw new OutOfMemoryError("Java heap space");
            }
        });

        assertThrows(
                DamagedObjectException.class,
                () -> new LogReader(LogOptions.DEFAULT, 4, LONGEST_ROW).read(endless, read));
    }

    private static String row(String path) {
        return "2017-02-12\t16:00:00\tGET\t" + path + "\t200\n";
    }

    private static InputStream broken(String content, IOException fault) {
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw fault;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw fault;
            }
        };
        return new SequenceInputStream(ReadRows.stream(content), end);
    }
}
