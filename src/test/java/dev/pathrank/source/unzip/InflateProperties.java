package dev.pathrank.source.unzip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.source.Gzip;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Comparison of our decoder with that of the JDK: same bytes, same end, same messages for damage. */
class InflateProperties {
    private static final int BIG = 1 << 16;

    /** The output, whether the stream ended, the unused bytes, and the message of a fault. */
    private record Result(ByteBuffer bytes, boolean finished, int unused, String fault) {
        void assertSameAs(Result other) {
            assertEquals(other.fault, fault);
            assertEquals(other.bytes, bytes);
            assertEquals(other.finished, finished);
            if (finished) {
                assertEquals(other.unused, unused);
            }
        }
    }

    @Property(tries = 500)
    void readsEverythingThatZlibWrites(
            @ForAll("streams") byte[] stream, @ForAll("pieces") int in, @ForAll("pieces") int out) {
        byte[] followed = Gzip.joined(stream, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        Result own = inflate(new JavaInflate(), followed, in, out);
        own.assertSameAs(inflate(new JdkInflate(), followed, in, out));
        assertEquals("", own.fault);
        assertEquals(true, own.finished);
    }

    @Property(tries = 500)
    void givesTheSameBytesBeforeACut(
            @ForAll("streams") byte[] stream,
            @ForAll("places") double place,
            @ForAll("pieces") int in,
            @ForAll("pieces") int out) {
        byte[] cut = Arrays.copyOf(stream, (int) (place * stream.length));
        inflate(new JavaInflate(), cut, in, out).assertSameAs(inflate(new JdkInflate(), cut, in, out));
    }

    @Property(tries = 2000)
    void givesTheSameBytesBeforeAFlippedBit(
            @ForAll("streams") byte[] stream,
            @ForAll("places") double place,
            @ForAll("pieces") int in,
            @ForAll("pieces") int out) {
        byte[] flipped = stream.clone();
        int bit = (int) (place * 8 * stream.length);
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        inflate(new JavaInflate(), flipped, in, out).assertSameAs(inflate(new JdkInflate(), flipped, in, out));
    }

    @Property(tries = 5000)
    void treatsAnyBytesAlike(@ForAll("noise") byte[] noise, @ForAll("pieces") int in) {
        inflate(new JavaInflate(), noise, in, BIG).assertSameAs(inflate(new JdkInflate(), noise, in, BIG));
    }

    @Property(tries = 200)
    void beginsAnewAfterAnyStream(@ForAll("noise") byte[] noise, @ForAll("streams") byte[] stream) {
        RawInflate used = new JavaInflate();
        inflate(used, noise, BIG, BIG);
        inflate(used, stream, BIG, BIG).assertSameAs(inflate(new JdkInflate(), stream, BIG, BIG));
    }

    @Test
    void followsAMatchBackIntoWhatWasDeliveredBefore() {
        byte[] far = new byte[300_000];
        byte[] phrase = Gzip.logLike(250, 5);
        new Random(6).nextBytes(far);
        for (int i = 0; i + phrase.length < far.length; i += 32_768 - 262) {
            System.arraycopy(phrase, 0, far, i, phrase.length);
        }
        byte[] stream = deflate(far, 9, Deflater.DEFAULT_STRATEGY);
        for (int out : new int[] {1, 100, 400, 1000, 5000, 40_000, 1 << 20}) {
            assertEquals(
                    ByteBuffer.wrap(far),
                    inflate(new JavaInflate(), stream, BIG, out).bytes(),
                    "arrays of " + out);
        }
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<Integer> levels = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> strategies =
                Arbitraries.of(Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY);
        return Combinators.combine(plain(), levels, strategies).as(InflateProperties::deflate);
    }

    /**
     * Logs, noise, long repeats of few bytes, and mixtures; short ones, which zlib writes in its fixed code, and long.
     */
    private static Arbitrary<byte[]> plain() {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 60)),
                Tuple.of(2, Arbitraries.integers().between(0, 3000)),
                Tuple.of(1, Arbitraries.integers().between(0, 200_000)));
        return Combinators.combine(sizes, Arbitraries.integers().between(0, 4), Arbitraries.longs())
                .as(InflateProperties::plain);
    }

    private static byte[] plain(int size, int kind, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        switch (kind) {
            case 0 -> bytes = Gzip.logLike(size, seed);
            case 1 -> random.nextBytes(bytes);
            case 2 -> repeat(bytes, 1 + random.nextInt(12), random);
            case 3 -> skew(bytes, random);
            default -> {
                System.arraycopy(Gzip.logLike(size, seed), 0, bytes, 0, size);
                repeat(bytes, 1 + random.nextInt(40_000), random);
            }
        }
        return bytes;
    }

    private static void repeat(byte[] bytes, int period, Random random) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i < period || random.nextInt(500) == 0 ? (byte) random.nextInt(256) : bytes[i - period];
        }
    }

    /** Some bytes are much rarer than others, which makes long codes. */
    private static void skew(byte[] bytes, Random random) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (256 * Math.pow(random.nextDouble(), 12));
        }
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(300);
    }

    @Provide
    Arbitrary<Integer> pieces() {
        return Arbitraries.of(1, 2, 7, 31, 64, 300, 1000, 5000, BIG);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    private static byte[] deflate(byte[] plain, int level, int strategy) {
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] array = new byte[8192];
        while (!deflater.finished()) {
            out.write(array, 0, deflater.deflate(array));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static Result inflate(RawInflate decoder, byte[] stream, int pieceIn, int pieceOut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] array = new byte[pieceOut + 2];
        int fed = 0;
        String fault = "";
        decoder.begin();
        try {
            while (!decoder.finished()) {
                int written = decoder.inflate(array, 1, pieceOut);
                out.write(array, 1, written);
                if (written == 0 && !decoder.finished()) {
                    int piece = Math.min(pieceIn, stream.length - fed);
                    if (piece == 0) {
                        break;
                    }
                    decoder.feed(stream, fed, piece);
                    fed += piece;
                }
            }
        } catch (DataFormatException e) {
            fault = e.getMessage();
            out.write(array, 1, (int) (decoder.written() - out.size()));
        }
        assertEquals(0, array[0], "nothing is written in front");
        assertEquals(0, array[array.length - 1], "nothing is written behind");
        return new Result(
                ByteBuffer.wrap(out.toByteArray()), decoder.finished(), stream.length - fed + decoder.unused(), fault);
    }
}
