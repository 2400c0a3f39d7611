package dev.pathrank.source.unzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Delivered;
import dev.pathrank.source.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Comparison of a native library, if installed, with the JDK's decoder on whole objects. */
class WholeGunzipProperties {
    /** Of one thread, which keeps it from object to object. */
    private final Unzipper unzipper = new Unzipper(0);

    @Property(tries = 300)
    void unzipsEveryMemberAndDamageAsTheJdkDoes(
            @ForAll @Size(max = 4) List<@IntRange(max = 60_000) Integer> sizes,
            @ForAll long seed,
            @ForAll Damage damage) {
        Random random = new Random(seed);
        byte[] stored = Gzip.joined(
                sizes.stream().map(size -> Gzip.of(Gzip.logLike(size, seed))).toArray(byte[][]::new));
        assertSame(damage.of(stored, random));
    }

    @Test
    void leavesToJavaWhatIsLargerThanTheRoomForIt() {
        byte[] large = new byte[WholeGunzip.MOST_UNZIPPED + 1];
        assertSame(Gzip.of(large));
        assertSame(Gzip.joined(Gzip.of(Arrays.copyOf(large, large.length - 1)), Gzip.of("x")));
    }

    @Test
    void checksTheChecksumOfAHeader() {
        byte[] stored = Gzip.joined(
                new byte[] {0x1F, (byte) 0x8B, 8, 2, 0, 0, 0, 0, 0, 0, 1, 1},
                Arrays.copyOfRange(Gzip.of("rows\n"), 10, Gzip.of("rows\n").length));
        assertTrue(whole(stored).failure().orElseThrow().getMessage().contains("does not match its checksum"));
        assertSame(stored);
    }

    @Test
    void saysWhatUnzips() {
        assertTrue(Unzipper.best().contains("own decoder"), Unzipper.best());
    }

    private void assertSame(byte[] stored) {
        Delivered expected = byTheJdk(stored);
        Delivered actual = whole(stored);
        assertEquals(
                expected.failure().map(Throwable::getMessage), actual.failure().map(Throwable::getMessage));
        assertArrayEquals(expected.bytes(), actual.bytes());
    }

    private static Delivered byTheJdk(byte[] stored) {
        try (Unzipper jdk = new Unzipper(Long.MAX_VALUE);
                InputStream in = jdk.open(new ByteArrayInputStream(stored), stored.length)) {
            return Delivered.of(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Delivered whole(byte[] stored) {
        try (InputStream in = unzipper.openWhole(new ByteArrayInputStream(stored), stored.length)) {
            return Delivered.of(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What happens to an object. */
    enum Damage {
        NONE {
            @Override
            byte[] of(byte[] stored, Random random) {
                return stored;
            }
        },
        CUT {
            @Override
            byte[] of(byte[] stored, Random random) {
                return Arrays.copyOf(stored, random.nextInt(stored.length + 1));
            }
        },
        FLIPPED_BIT {
            @Override
            byte[] of(byte[] stored, Random random) {
                byte[] flipped = stored.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            }
        },
        PADDED {
            @Override
            byte[] of(byte[] stored, Random random) {
                return Arrays.copyOf(stored, stored.length + random.nextInt(100));
            }
        },
        FOLLOWED {
            @Override
            byte[] of(byte[] stored, Random random) {
                byte[] noise = new byte[1 + random.nextInt(40)];
                random.nextBytes(noise);
                return Gzip.joined(stored, noise);
            }
        };

        abstract byte[] of(byte[] stored, Random random);
    }
}
