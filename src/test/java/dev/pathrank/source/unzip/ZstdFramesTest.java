package dev.pathrank.source.unzip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.Delivered;
import dev.pathrank.source.Gzip;
import dev.pathrank.source.TransportException;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdFramesTest {
    private static final int BLOCK = 128 << 10;
    private static final byte[] ROWS = Gzip.logLike(1_500_000, 1);
    private static final byte[] FRAME = frame(ROWS);

    @ParameterizedTest(name = "pieces of {0} bytes")
    @ValueSource(ints = {1, 7, 4096, 65_536, Integer.MAX_VALUE})
    void readsEveryFrameAndSkipsSkippableOnes(int piece) {
        byte[] small = frame("a\n".getBytes(US_ASCII));
        byte[] stored = Gzip.joined(
                skippable(0x50, 4),
                small,
                skippable(0x5F, 0),
                FRAME,
                frame(new byte[0]),
                skippable(0x57, 100_000),
                small);

        Delivered delivered = Delivered.unzipped(new Pieces(stored, piece));

        assertEquals(List.of(), delivered.failure().stream().toList());
        assertArrayEquals(Gzip.joined("a\n".getBytes(US_ASCII), ROWS, "a\n".getBytes(US_ASCII)), delivered.bytes());
    }

    @Test
    void readsFramesOfEverySizeAndOfRuns() {
        for (int size : new int[] {1, 255, 256, 257, 1023, 1024, 1025, 65_791, 65_792, BLOCK - 1, BLOCK, BLOCK + 1}) {
            byte[] log = Gzip.logLike(size, size);
            assertComplete(log, frame(log));
            assertComplete(new byte[size], frame(new byte[size]));
        }
        assertComplete(new byte[5 << 20], frame(new byte[5 << 20]));
        assertComplete(new byte[0], skippable(0x50, 10));
    }

    @Test
    void deliversEveryBlockBeforeACutWhateverThePieces() {
        List<Integer> blocks = blocks(FRAME);
        Random random = new Random(2);
        for (int round = 0; round < 40; round++) {
            int length = 6 + random.nextInt(FRAME.length - 6);
            long whole =
                    blocks.stream().skip(1).filter(start -> start <= length).count();

            Delivered delivered = sameWhateverThePieces(Gzip.joined(skippable(0x50, 4), Arrays.copyOf(FRAME, length)));

            assertDamage("the Zstandard data is truncated: it ends at byte " + (length + 12), delivered);
            assertArrayEquals(Arrays.copyOf(ROWS, (int) Math.min(ROWS.length, whole * BLOCK)), delivered.bytes());
        }
    }

    @Test
    void deliversEveryBlockBeforeACorruptOneWhateverThePieces() {
        List<Integer> blocks = blocks(FRAME);
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            byte[] flipped = FRAME.clone();
            int block = random.nextInt(blocks.size() - 1);
            int at =
                    blocks.get(block) + random.nextInt(round % 2 == 0 ? 12 : blocks.get(block + 1) - blocks.get(block));
            flipped[at] ^= (byte) (1 + random.nextInt(255));

            Delivered delivered = sameWhateverThePieces(flipped);

            assertDamage("the Zstandard data is ", delivered);
            int same = Math.min(delivered.bytes().length, block * BLOCK);
            assertTrue(delivered.bytes().length >= block * BLOCK, "block " + block + " of byte " + at);
            assertArrayEquals(Arrays.copyOf(ROWS, same), Arrays.copyOf(delivered.bytes(), same));
        }
    }

    @Test
    void checksTheChecksumOfAFrame() {
        byte[] wrong = FRAME.clone();
        wrong[wrong.length - 1] ^= 1;

        Delivered delivered = sameWhateverThePieces(wrong);

        assertDamage("a frame does not match its checksum", delivered);
        assertArrayEquals(ROWS, delivered.bytes());
    }

    @Test
    void saysWhatFollowsAFrameAndDoesNotBelong() {
        Delivered delivered = sameWhateverThePieces(Gzip.joined(FRAME, "rows".getBytes(US_ASCII)));

        assertDamage("bytes that are not Zstandard data follow a frame at byte " + FRAME.length, delivered);
        assertArrayEquals(ROWS, delivered.bytes());
    }

    @Test
    void endsWhateverTheBytes() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[6 + random.nextInt(200)];
            random.nextBytes(noise);
            System.arraycopy(FRAME, 0, noise, 0, 4 + round % 3);
            Delivered delivered = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> sameWhateverThePieces(noise));
            delivered.failure().ifPresent(why -> assertEquals(DamagedObjectException.class, why.getClass()));
        }
    }

    @Test
    void doesNotMakeRoomForAWindowThatIsTooLarge() {
        byte[] large = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) 0xF8, 1, 0, 0};
        assertDamage("a frame needs a window of more than 8 MB", sameWhateverThePieces(large));
        byte[] single = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xA0, 0, 0, 0, 9, 1, 0, 0};
        assertDamage("a frame needs a window of more than 128 MB", sameWhateverThePieces(single));
    }

    /** As the {@code zstd} tool writes it at its highest levels. */
    @Test
    void readsALargeFrameThatIsItsOwnWindow() {
        byte[] log = Gzip.logLike(9 << 20, 6);
        byte[] frame = frame(log);
        int flags = frame[4] & 0xFF;
        assertEquals(0x80, flags & 0xE0, "its size in four bytes, and a window");
        byte[] single = Gzip.joined(Arrays.copyOf(frame, 5), Arrays.copyOfRange(frame, 6, frame.length));
        single[4] = (byte) (flags | 0x20);
        assertComplete(log, single);

        Delivered cut =
                sameWhateverThePieces(Arrays.copyOf(single, blocks(single).get(50) + 9));

        assertDamage("truncated", cut);
        assertArrayEquals(Arrays.copyOf(log, 50 * BLOCK), cut.bytes());
    }

    @Test
    void passesATransportFaultOnUnchanged() {
        TransportException fault = new TransportException("reset", null);
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(FRAME, 0, FRAME.length / 2), new FailingStream(fault));
        assertSame(fault, Delivered.unzipped(broken).failure().orElseThrow());
    }

    private static void assertComplete(byte[] expected, byte[] stored) {
        Delivered delivered = sameWhateverThePieces(stored);
        assertEquals(List.of(), delivered.failure().stream().toList());
        assertArrayEquals(expected, delivered.bytes());
    }

    private static Delivered sameWhateverThePieces(byte[] stored) {
        Delivered whole = Delivered.unzipped(stored);
        for (int piece : new int[] {1000, 65_536}) {
            Delivered inPieces = Delivered.unzipped(new Pieces(stored, piece));
            assertEquals(words(whole), words(inPieces));
            assertArrayEquals(whole.bytes(), inPieces.bytes());
        }
        for (int array : new int[] {1013, 300_000}) {
            Delivered byArrays = byArraysOf(array, stored);
            assertEquals(words(whole), words(byArrays));
            assertArrayEquals(whole.bytes(), byArrays.bytes());
        }
        return whole;
    }

    private static Delivered byArraysOf(int size, byte[] stored) {
        try (InputStream in = Unzipped.of(new ByteArrayInputStream(stored))) {
            return Delivered.of(in, size);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> words(Delivered delivered) {
        return delivered.failure().map(Throwable::getMessage).stream().toList();
    }

    private static void assertDamage(String words, Delivered delivered) {
        IOException failure = delivered.failure().orElseThrow(() -> new AssertionError("no damage told"));
        assertEquals(DamagedObjectException.class, failure.getClass());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static byte[] frame(byte[] plain) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        return Arrays.copyOf(packed, compressor.compress(plain, 0, plain.length, packed, 0, packed.length));
    }

    private static byte[] skippable(int first, int length) {
        byte[] frame = new byte[8 + length];
        System.arraycopy(new byte[] {(byte) first, 0x2A, 0x4D, 0x18}, 0, frame, 0, 4);
        frame[4] = (byte) length;
        frame[5] = (byte) (length >> 8);
        frame[6] = (byte) (length >> 16);
        return frame;
    }

    /** Returns where the blocks of a frame begin, and where the last one ends. */
    private static List<Integer> blocks(byte[] frame) {
        int flags = frame[4] & 0xFF;
        int at = 5 + ((flags & 0x20) != 0 ? 0 : 1) + (1 << (flags >> 6) & ((flags & 0x20) != 0 ? 15 : 14));
        List<Integer> starts = new ArrayList<>(List.of(at));
        boolean last = false;
        while (!last) {
            int header = frame[at] & 0xFF | (frame[at + 1] & 0xFF) << 8 | (frame[at + 2] & 0xFF) << 16;
            at += 3 + ((header >> 1 & 3) == 1 ? 1 : header >> 3);
            last = (header & 1) != 0;
            starts.add(at);
        }
        return starts;
    }
}
