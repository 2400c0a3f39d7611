package dev.pathrank.source.unzip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.Delivered;
import dev.pathrank.source.Gzip;
import dev.pathrank.source.TransportException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnzippedTest {
    private static final byte[] ROWS = Gzip.logLike(200_000, 1);
    private static final int BUFFER_SIZE = 64 * 1024;

    @Test
    void unzipsGzipAndPassesPlainBytesOn() {
        assertComplete(ROWS, Gzip.of(ROWS));
        assertComplete(ROWS, ROWS);
    }

    @Test
    void findsNothingInAnEmptyObjectOrAnEmptyGzip() {
        assertComplete(new byte[0], new byte[0]);
        assertComplete(new byte[0], Gzip.of(""));
        assertComplete("a".getBytes(US_ASCII), "a".getBytes(US_ASCII));
    }

    @Test
    void takesBytesThatOnlyBeginLikeGzipAsPlain() {
        byte[] almost = {0x1F, 0x20, 0x41};
        assertComplete(almost, almost);
    }

    @ParameterizedTest(name = "pieces of {0} bytes")
    @ValueSource(ints = {1, 7, 4096, BUFFER_SIZE})
    void readsOnWhateverThePieces(int pieceSize) {
        byte[] stored = Gzip.joined(Gzip.of(ROWS), Gzip.of("second\n"));
        Delivered delivered = Delivered.unzipped(new Pieces(stored, pieceSize));
        assertEquals(List.of(), delivered.failure().stream().toList());
        assertArrayEquals(Gzip.joined(ROWS, "second\n".getBytes(US_ASCII)), delivered.bytes());
    }

    @Test
    void readsByteByByteToo() throws IOException {
        try (InputStream in = Unzipped.of(new Pieces(Gzip.of("ab"), 1))) {
            assertEquals('a', in.read());
            assertEquals('b', in.read());
            assertEquals(-1, in.read());
            assertEquals(-1, in.read());
        }
    }

    /** A stream that says "0 available" at the end of a member is where the JDK's own reader stops in silence. */
    @ParameterizedTest(name = "the member ends {0} bytes past the buffer's edge")
    @ValueSource(ints = {-19, -18, -10, -9, -8, -7, -4, -1, 0, 1, 8, 10, 18})
    void readsTheNextMemberWhenTheFirstEndsAtTheEdgeOfTheBuffer(int past) {
        byte[] first = ofStoredSize(BUFFER_SIZE + past);
        byte[] second = Gzip.of("after the edge\n");
        Delivered delivered = Delivered.unzipped(new Pieces(Gzip.joined(first, second), Integer.MAX_VALUE));
        assertEquals(List.of(), delivered.failure().stream().toList());
        assertTrue(new String(delivered.bytes(), US_ASCII).endsWith("after the edge\n"));
    }

    @Property(tries = 200)
    void givesWhatTheJdkGivesForAnySplitIntoMembers(
            @ForAll @Size(max = 5000) byte[] data,
            @ForAll @Size(max = 6) List<@IntRange(max = 5000) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 300) int pieceSize)
            throws IOException {
        byte[] stored = inMembers(data, cuts);
        Delivered delivered = Delivered.unzipped(new Pieces(stored, pieceSize));
        assertEquals(List.of(), delivered.failure().stream().toList());
        assertArrayEquals(Gzip.unzippedByTheJdk(stored), delivered.bytes());
        assertArrayEquals(data, delivered.bytes());
    }

    @Test
    void skipsEveryOptionalPartOfAHeader() {
        byte[] plain = Gzip.of("rows\n");
        byte[] dressed = header(0x1E, "extra\0field", "name\0", "comment\0");
        byte[] stored = Gzip.joined(dressed, checksum(dressed), Arrays.copyOfRange(plain, 10, plain.length));
        assertComplete("rows\n".getBytes(US_ASCII), stored);
        stored[dressed.length] ^= 1;
        assertDamaged("the gzip header at byte 0 does not match its checksum", new byte[0], stored);
    }

    @Test
    void toleratesZerosAfterTheLastMemberAndNothingElse() {
        byte[] gzip = Gzip.of("rows\n");
        byte[] rows = "rows\n".getBytes(US_ASCII);
        assertComplete(rows, Gzip.joined(gzip, new byte[1]));
        assertComplete(rows, Gzip.joined(gzip, new byte[100_000]));
        int end = gzip.length;
        assertDamaged(
                "bytes that are not gzip data follow a gzip member at byte " + end, rows, Gzip.joined(gzip, rows));
        assertDamaged(
                "bytes that are not gzip data follow the gzip padding at byte " + (end + 3),
                rows,
                Gzip.joined(gzip, new byte[3], gzip));
    }

    @Test
    void deliversAllBytesBeforeACutWhereverItIs() throws IOException {
        byte[] plain = Gzip.logLike(600, 7);
        byte[] whole = Gzip.joined(Gzip.of(plain), Gzip.of("more\n"));
        int firstEnd = Gzip.of(plain).length;
        for (int length = 1; length < whole.length; length++) {
            Delivered delivered = Delivered.unzipped(Arrays.copyOf(whole, length));
            if (length == firstEnd) {
                assertEquals(List.of(), delivered.failure().stream().toList());
                continue; // a cut between two members looks like the end
            }
            assertDamage("the gzip data is truncated: it ends at byte " + length, delivered);
            assertArrayEquals(decodableBytes(whole, length, firstEnd), delivered.bytes(), "cut at " + length);
        }
    }

    @Test
    void tellsATrailerThatDoesNotMatch() {
        byte[] plain = "rows\n".getBytes(US_ASCII);
        byte[] wrongCrc = Gzip.of(plain);
        int trailer = wrongCrc.length - 8;
        wrongCrc[trailer] ^= 1;
        assertDamaged("the member before byte " + trailer + " does not match its CRC-32", plain, wrongCrc);
        byte[] wrongLength = Gzip.of(plain);
        wrongLength[wrongLength.length - 1] ^= 1;
        assertDamaged("the member before byte " + trailer + " has 5 bytes", plain, wrongLength);
    }

    @Test
    void deliversWhatTheDecoderWroteBeforeCorruptBytes() {
        byte[] whole = Gzip.of(ROWS);
        int middle = whole.length / 2;
        Arrays.fill(whole, middle, middle + 64, (byte) 0xFF);
        Delivered delivered = Delivered.unzipped(whole);
        assertDamage("the gzip data is corrupt", delivered);
        int good = Arrays.mismatch(ROWS, delivered.bytes());
        int delivers = good < 0 ? delivered.bytes().length : good;
        assertTrue(delivers > ROWS.length / 3, "only " + delivers + " good bytes of about " + ROWS.length / 2);
    }

    @Test
    void failsAgainWhenReadAgainAfterDamage() throws IOException {
        byte[] gzip = Gzip.of("rows\n");
        try (InputStream in = Unzipped.of(new ByteArrayInputStream(gzip, 0, gzip.length - 3))) {
            assertArrayEquals("rows\n".getBytes(US_ASCII), in.readNBytes(5));
            assertDamage("inside a trailer", Delivered.of(in));
            assertDamage("inside a trailer", Delivered.of(in));
        }
    }

    @Test
    void refusesHeadersOfAnUnknownKind() {
        assertDamaged("is not supported (method 7, flags 0)", new byte[0], new byte[] {0x1F, (byte) 0x8B, 7, 0, 0});
        assertDamaged("is not supported (method 8, flags 32)", new byte[0], new byte[] {0x1F, (byte) 0x8B, 8, 32, 0});
    }

    /** Other decoders take the streams that are not valid; what is counted must not depend on which one there is. */
    @ParameterizedTest(name = "{0} literals and lengths, {1} distances, {2} lengths too many")
    @CsvSource({
        "286, 1, 0, true",
        "286, 30, 0, true",
        "287, 1, 0, false",
        "288, 1, 0, false",
        "286, 31, 0, false",
        "286, 32, 0, false",
        "286, 1, 1, false",
        "286, 30, 50, false"
    })
    void takesAndRefusesWhatZlibDoes(int literals, int distances, int tooMany, boolean valid) {
        Bits bits = new Bits().put(1, 1).put(2, 2).put(literals - 257, 5).put(distances - 1, 5);
        bits.put(18 - 4, 4).put(0, 6).put(1, 3).put(0, 42).put(1, 3); // lengths 18 (zeros: 1) and 1 (one: 0)
        bits.put(1, 1).put(97 - 11, 7).put(0, 1); // a
        bits.put(1, 1).put(138 - 11, 7).put(1, 1).put(20 - 11, 7).put(0, 1); // the end
        bits.put(1, 1).put(literals - 257 + distances + tooMany - 11, 7);
        byte[] stored = inGzip("a", bits.put(0, 1).put(1, 1));
        if (valid) {
            assertComplete("a".getBytes(US_ASCII), stored);
        } else {
            assertDamaged("the gzip data is corrupt", new byte[0], stored);
        }
    }

    @Test
    void refusesALengthThatTheFixedCodeDoesNotHave() {
        Bits bits = new Bits().put(1, 1).put(1, 2).put(0b1000_1001, 8); // a
        bits.put(0b0110_0011, 8).put(0, 5).put(0, 7); // length 286, distance 1, the end
        assertDamaged("the gzip data is corrupt", "a".getBytes(US_ASCII), inGzip("a".repeat(259), bits));
    }

    private static byte[] inGzip(String plain, Bits bits) {
        byte[] gzip = Gzip.of(plain);
        byte[] trailer = Arrays.copyOfRange(gzip, gzip.length - 8, gzip.length);
        return Gzip.joined(Arrays.copyOf(gzip, 10), bits.bytes.toByteArray(), new byte[] {(byte) bits.begun}, trailer);
    }

    /** Bits of a DEFLATE stream, the lowest first. */
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int begun;
        private int count;

        Bits put(long value, int bits) {
            for (int bit = 0; bit < bits; bit++) {
                begun |= (int) (value >>> bit & 1) << count++;
                if (count == Byte.SIZE) {
                    bytes.write(begun);
                    begun = 0;
                    count = 0;
                }
            }
            return this;
        }
    }

    @Test
    void passesATransportFaultOnUnchanged() {
        TransportException fault = new TransportException("reset", null);
        InputStream failing = new FailingStream(fault);
        byte[] gzip = Gzip.of(ROWS);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(gzip, 0, gzip.length / 2), failing);
        assertSame(fault, Delivered.unzipped(broken).failure().orElseThrow());
        assertSame(fault, Delivered.unzipped(failing).failure().orElseThrow());
    }

    private static void assertComplete(byte[] expected, byte[] stored) {
        Delivered delivered = Delivered.unzipped(stored);
        assertEquals(List.of(), delivered.failure().stream().toList());
        assertArrayEquals(expected, delivered.bytes());
    }

    private static void assertDamaged(String words, byte[] before, byte[] stored) {
        Delivered delivered = Delivered.unzipped(stored);
        assertDamage(words, delivered);
        assertArrayEquals(before, delivered.bytes());
    }

    private static void assertDamage(String words, Delivered delivered) {
        IOException failure = delivered.failure().orElseThrow(() -> new AssertionError("no damage told"));
        assertEquals(DamagedObjectException.class, failure.getClass());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    /** Fed byte by byte, the JDK's decoder returns every byte that precedes the cut. */
    private static byte[] decodableBytes(byte[] whole, int length, int firstEnd) throws IOException {
        byte[] first = Inflated.asFarAsPossible(whole, 10, Math.min(length, firstEnd));
        return length < firstEnd + 10
                ? first
                : Gzip.joined(first, Inflated.asFarAsPossible(whole, firstEnd + 10, length));
    }

    private static byte[] inMembers(byte[] data, List<Integer> cuts) {
        List<byte[]> members = new ArrayList<>();
        int start = 0;
        for (int cut : cuts.stream().map(c -> Math.min(c, data.length)).sorted().toList()) {
            members.add(Gzip.of(Arrays.copyOfRange(data, start, cut)));
            start = cut;
        }
        members.add(Gzip.of(Arrays.copyOfRange(data, start, data.length)));
        return Gzip.joined(members.toArray(byte[][]::new));
    }

    /** A gzip of exactly this many stored bytes: the comment in its header fills it up. */
    private static byte[] ofStoredSize(int size) {
        byte[] plain = Gzip.of(Gzip.logLike(20_000, 3));
        byte[] header = header(0x10, "", "", "x".repeat(size - plain.length - 1) + "\0");
        byte[] stored = Gzip.joined(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertEquals(size, stored.length);
        return stored;
    }

    private static byte[] header(int flags, String extra, String name, String comment) {
        byte[] fixed = {0x1F, (byte) 0x8B, 8, (byte) flags, 0, 0, 0, 0, 0, 0};
        byte[] extraLength = extra.isEmpty() ? new byte[0] : new byte[] {(byte) extra.length(), 0};
        return Gzip.joined(fixed, extraLength, (extra + name + comment).getBytes(US_ASCII));
    }

    private static byte[] checksum(byte[] header) {
        CRC32 crc = new CRC32();
        crc.update(header);
        return new byte[] {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    }
}
